package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.SplittableRandom;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of this without a toolkit. */
class WrapTest {
    private static int[] rgba(int argb) {
        return new int[] {argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24};
    }

    private static Image loaded(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", png)).isTrue();
        Image loaded = new Image(new ByteArrayInputStream(png.toByteArray()));
        assertThat(loaded.getException()).isNull();
        return loaded;
    }

    @AfterAll
    static void noToolkitRan() {
        assertThatThrownBy(() -> Platform.runLater(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void straightSamplesAreRoundedAsJavaFxRoundsThem() {
        int[] straight = new SplittableRandom(1).ints(256 * 64).toArray();
        WritableImage byJavaFx = new WritableImage(256, 64);
        byJavaFx.getPixelWriter().setPixels(0, 0, 256, 64, PixelFormat.getIntArgbInstance(), straight, 0, 256);
        WritableImage byUs = new WritableImage(256, 64);
        ImageLike image = FxImages.wrap(byUs);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 256; x++) {
                image.set(x, y, rgba(straight[y * 256 + x]));
            }
        }
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 256; x++) {
                int expected = Layouts.straight(Layouts.premultiplied(straight[y * 256 + x]));
                assertThat(byJavaFx.getPixelReader().getArgb(x, y)).isEqualTo(expected);
                assertThat(byUs.getPixelReader().getArgb(x, y)).isEqualTo(expected);
                assertThat(image.get(x, y).value()).containsExactly(rgba(expected));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TYPE_3BYTE_BGR, RGB", "TYPE_BYTE_GRAY, L", "TYPE_4BYTE_ABGR, RGBA"})
    void aLoadedImageKeepsItsModeAndIsReadOnly(String type, Mode mode)
            throws ReflectiveOperationException, IOException {
        BufferedImage awt =
                new BufferedImage(4, 3, BufferedImage.class.getField(type).getInt(null));
        SplittableRandom random = new SplittableRandom(3);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                for (int b = 0; b < awt.getRaster().getNumBands(); b++) {
                    awt.getRaster().setSample(x, y, b, b == 3 ? 255 : random.nextInt(256));
                }
            }
        }
        ImageLike image = FxImages.wrap(loaded(awt));
        assertThat(image.mode()).isEqualTo(mode);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                assertThat(image.get(x, y).value())
                        .containsExactly(awt.getRaster().getPixel(x, y, (int[]) null));
            }
        }
        assertThat(image.buffer().readOnly()).isTrue();
        assertThatThrownBy(() -> image.set(0, 0, new int[mode.components()]))
                .isInstanceOf(ReadOnlyImageException.class);
        assertThatThrownBy(() -> Images.rows(image).write(0, 0, 1, new int[4], 0))
                .isInstanceOf(ReadOnlyImageException.class);
    }

    @Test
    void aPixelBufferSharesItsMemory() {
        IntBuffer ints = IntBuffer.allocate(8);
        ints.position(2).limit(5);
        ImageLike image = FxImages.wrap(new PixelBuffer<>(3, 2, ints, PixelFormat.getIntArgbPreInstance()));
        ints.clear().put(4, 0x80400020);
        assertThat(image.get(1, 1).value()).containsExactly(rgba(Layouts.straight(0x80400020)));
        image.set(0, 0, 9, 8, 7, 255);
        assertThat(ints.get(0)).isEqualTo(0xff090807);

        ByteBuffer bytes = ByteBuffer.allocateDirect(24);
        ImageLike bgra = FxImages.wrap(new PixelBuffer<>(3, 2, bytes, PixelFormat.getByteBgraPreInstance()));
        bgra.set(2, 1, 9, 8, 7, 255);
        assertThat(new byte[] {bytes.get(20), bytes.get(21), bytes.get(22), bytes.get(23)})
                .containsExactly(7, 8, 9, -1);
        assertThat(bgra.buffer().layout().orElseThrow().alpha()).isEqualTo(AlphaType.PREMULTIPLIED);
    }

    @Test
    void aWrappedImageIsUnwrappedAsItself() {
        WritableImage fx = new WritableImage(2, 2);
        ImageLike image = FxImages.wrap(fx);
        assertThat(Images.unwrap(image, WritableImage.class)).containsSame(fx);
        assertThat(FxImages.toWritableImage(image)).isSameAs(fx);
        assertThat(FxImages.toWritableImage(fx)).isSameAs(fx);
        assertThat(FxImages.imageView(image).getImage()).isSameAs(fx);
    }

    @Test
    void anImageThatCouldNotBeLoadedIsRefusedWithTheCause() {
        Image broken = new Image(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> FxImages.wrap(broken))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("could not be loaded")
                .hasCause(broken.getException());
    }

    @Test
    void conversionsReadThroughTheReader() throws IOException {
        BufferedImage awt = new BufferedImage(2, 1, BufferedImage.TYPE_3BYTE_BGR);
        awt.setRGB(0, 0, 0xff0000);
        awt.setRGB(1, 0, 0x0000ff);
        StandardImage grey = StandardImage.from(FxImages.wrap(loaded(awt)), Mode.L);
        // 0.299 · 255 and 0.114 · 255
        assertThat(grey.get(0, 0).value()).containsExactly(76);
        assertThat(grey.get(1, 0).value()).containsExactly(29);
    }
}
