package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.SinglePixelPackedSampleModel;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.junit.jupiter.api.Test;

/**
 * Where JavaFX's own converter is wrong or refuses, and this adapter is right. That SwingFXUtils is wrong is asserted too, so that
 * these tests fail when it has been repaired. The AWT images are described by hand: this module does not know the AWT adapter.
 */
class SwingFXUtilsTest {
    private static int[] ints(BufferedImage image) {
        DataBuffer data = image.getRaster().getDataBuffer();
        return ((DataBufferInt) data).getData();
    }

    /** A BufferedImage of packed ints, at its place in its array. */
    private static ImageLike packed(BufferedImage image, AlphaType alpha, int... shifts) {
        int stride = ((SinglePixelPackedSampleModel) image.getSampleModel()).getScanlineStride();
        int x = -image.getRaster().getSampleModelTranslateX();
        int y = -image.getRaster().getSampleModelTranslateY();
        return StandardImage.wrap(Layouts.packed(
                alpha,
                image.getWidth(),
                image.getHeight(),
                IntBuffer.wrap(ints(image)),
                (long) y * stride + x,
                stride,
                shifts));
    }

    @Test
    void subImages() {
        BufferedImage whole = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 16; i++) {
            whole.setRGB(i % 4, i / 4, 0xff000000 | i);
        }
        BufferedImage part = whole.getSubimage(2, 1, 2, 2);
        assertThat(part.getRGB(0, 0)).isEqualTo(0xff000006);

        WritableImage theirs = SwingFXUtils.toFXImage(part, null);
        assertThat(theirs.getPixelReader().getArgb(0, 0)).as("SwingFXUtils").isEqualTo(0xff000000);

        WritableImage ours = FxImages.toWritableImage(packed(part, AlphaType.STRAIGHT, 16, 8, 0, 24));
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 2; x++) {
                assertThat(ours.getPixelReader().getArgb(x, y)).isEqualTo(part.getRGB(x, y));
            }
        }
    }

    @Test
    void subImagesOfPremultipliedPixels() {
        BufferedImage whole = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB_PRE);
        for (int i = 0; i < 16; i++) {
            whole.setRGB(i % 4, i / 4, 0xff000000 | i);
        }
        BufferedImage part = whole.getSubimage(1, 2, 3, 2);
        assertThat(SwingFXUtils.toFXImage(part, null).getPixelReader().getArgb(0, 0))
                .as("SwingFXUtils")
                .isEqualTo(0xff000000);
        ImageLike image = packed(part, AlphaType.PREMULTIPLIED, 16, 8, 0, 24);
        assertThat(FxImages.toWritableImage(image).getPixelReader().getArgb(2, 1))
                .isEqualTo(part.getRGB(2, 1))
                .isEqualTo(0xff00000f);
        assertThatThrownBy(() -> Images.transfer(image, WritableImage.class, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining("its rows begin 4 elements apart");
    }

    @Test
    void intBgr() {
        WritableImage fx = new WritableImage(2, 1);
        fx.getPixelWriter().setArgb(0, 0, 0xff102030);
        fx.getPixelWriter().setArgb(1, 0, 0xff405060);
        BufferedImage target = new BufferedImage(2, 1, BufferedImage.TYPE_INT_BGR);

        assertThatThrownBy(() -> SwingFXUtils.fromFXImage(fx, target)).isInstanceOf(InternalError.class);

        Images.copy(FxImages.wrap(fx), packed(target, AlphaType.OPAQUE, 0, 8, 16));
        assertThat(target.getRGB(0, 0)).isEqualTo(0xff102030);
        assertThat(target.getRGB(1, 0)).isEqualTo(0xff405060);
    }

    @Test
    void largerTargets() {
        WritableImage fx = new WritableImage(2, 1);
        BufferedImage larger = new BufferedImage(5, 4, BufferedImage.TYPE_INT_ARGB);
        assertThat(SwingFXUtils.fromFXImage(fx, larger).getWidth())
                .as("SwingFXUtils")
                .isEqualTo(5);
        WritableImage largerFx = new WritableImage(5, 4);
        assertThat(SwingFXUtils.toFXImage(new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB), largerFx))
                .as("SwingFXUtils")
                .isSameAs(largerFx);

        assertThatThrownBy(() -> Images.copy(FxImages.wrap(fx), packed(larger, AlphaType.STRAIGHT, 16, 8, 0, 24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the sizes differ");
        assertThat(StandardImage.from(FxImages.wrap(fx)).size().width()).isEqualTo(2);
    }

    @Test
    void targetsOnAPixelBuffer() {
        StandardImage canvas = StandardImage.canvas(2, 1);
        WritableImage target = FxImages.toWritableImage(canvas);
        BufferedImage source = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        source.setRGB(1, 0, 0xff0a0b0c);

        assertThatThrownBy(() -> SwingFXUtils.toFXImage(source, target))
                .isInstanceOf(UnsupportedOperationException.class);

        Images.copy(packed(source, AlphaType.STRAIGHT, 16, 8, 0, 24), FxImages.wrap(target));
        assertThat(target.getPixelReader().getArgb(1, 0)).isEqualTo(0xff0a0b0c);
    }

    @Test
    void sixteenBitsAreRoundedNotCut() {
        BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(0, 0, 0, 511);
        // 511 / 257 is 1.99
        assertThat(SwingFXUtils.toFXImage(grey, null).getPixelReader().getArgb(0, 0))
                .as("SwingFXUtils")
                .isEqualTo(0xff010101);

        ShortBuffer memory =
                ShortBuffer.wrap(((DataBufferUShort) grey.getRaster().getDataBuffer()).getData());
        Transfer<WritableImage> transfer = Images.transfer(
                StandardImage.wrap(PixelLayout.of(Mode.L16, 1, 1, memory)), WritableImage.class, Copy.IF_NEEDED);
        assertThat(transfer.image().getPixelReader().getArgb(0, 0)).isEqualTo(0xff020202);
        assertThat(transfer.losses()).containsExactly("16 → 8 bits per component");
    }

    @Test
    void coloursOfTransparentPixelsAreNotDroppedInSilence() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_4BYTE_ABGR);
        image.setRGB(0, 0, 0x00123456);
        assertThat(image.getRGB(0, 0)).isEqualTo(0x00123456);
        // JavaFX has no place for them, and its converter does not report it
        assertThat(SwingFXUtils.toFXImage(image, null).getPixelReader().getArgb(0, 0))
                .isZero();

        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        ImageLike straight = StandardImage.wrap(
                Layouts.bytes(AlphaType.STRAIGHT, 1, 1, ByteBuffer.wrap(bytes), 0, 4, 4, 3, 2, 1, 0));
        assertThatThrownBy(() -> Images.transfer(straight, WritableImage.class, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining("alpha is straight");
        assertThat(Images.transfer(straight, WritableImage.class, Copy.IF_NEEDED)
                        .losses())
                .singleElement()
                .asString()
                .contains("colours of transparent pixels");
    }

    @Test
    void translucentColoursAreRoundedOnce() {
        int differing = 0;
        for (int alpha = 1; alpha < 255; alpha++) {
            for (int colour = 0; colour < 256; colour++) {
                BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_4BYTE_ABGR);
                int argb = alpha << 24 | colour << 16;
                image.setRGB(0, 0, argb);
                byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                WritableImage ours = FxImages.toWritableImage(StandardImage.wrap(
                        Layouts.bytes(AlphaType.STRAIGHT, 1, 1, ByteBuffer.wrap(bytes), 0, 4, 4, 3, 2, 1, 0)));
                int expected = Layouts.straight(Layouts.premultiplied(argb));
                assertThat(ours.getPixelReader().getArgb(0, 0)).isEqualTo(expected);
                if (SwingFXUtils.toFXImage(image, null).getPixelReader().getArgb(0, 0) != expected) {
                    differing++;
                }
            }
        }
        assertThat(differing).as("SwingFXUtils").isZero();
    }
}
