package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.display.screenimage.awt.UnsignedByteAWTScreenImage;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.imageop.Copy;
import org.imageop.Images;
import org.imageop.Transfer;
import org.imageop.imglib2.ImgLib2Images;
import org.junit.jupiter.api.Test;

/**
 * Images of one toolkit in another, from end to end: where SwingFXUtils, ImgLib2's screen images and an array shared without a look at
 * what is in it are wrong, and {@link Images} is right. That they are wrong is asserted too, so that these tests fail when it ends.
 */
class NaiveSharingTest {

    private static int[] array(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    @Test
    void theFourthByteOfIntRgbIsNoAlpha() {
        BufferedImage swing = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        swing.getRaster().setPixel(1, 0, new int[] {10, 20, 30});
        WritableImage naive = new WritableImage(
                new PixelBuffer<>(2, 1, IntBuffer.wrap(array(swing).clone()), PixelFormat.getIntArgbPreInstance()));

        assertThat(naive.getPixelReader().getArgb(1, 0) >>> 24)
                .as("naive alpha")
                .isZero();

        Transfer<WritableImage> ours = Images.transfer(swing, WritableImage.class, Copy.IF_NEEDED);
        assertThat(ours.image().getPixelReader().getArgb(1, 0)).isEqualTo(0xff0a141e);
        assertThat(ours.image().getPixelReader().getArgb(0, 0)).isEqualTo(0xff000000);
        assertThat(ours.losses()).isEmpty();
    }

    @Test
    void aSubImageBeginsWhereItBegins() {
        BufferedImage whole = new BufferedImage(5, 4, BufferedImage.TYPE_INT_ARGB_PRE);
        for (int i = 0; i < 20; i++) {
            whole.setRGB(i % 5, i / 5, 0xff000000 | i);
        }
        BufferedImage part = whole.getSubimage(2, 1, 3, 2);

        assertThat(SwingFXUtils.toFXImage(part, null).getPixelReader().getArgb(0, 0))
                .as("SwingFXUtils")
                .isNotEqualTo(part.getRGB(0, 0));
        assertThat(ArrayImgs.argbs(array(part), 3, 2).getAt(0, 0).get())
                .as("an ArrayImg on the array")
                .isNotEqualTo(part.getRGB(0, 0));

        WritableImage fx = Images.to(part, WritableImage.class);
        RandomAccessibleInterval<ARGBType> pixels = ImgLib2Images.toArgb(part);
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 3; x++) {
                assertThat(fx.getPixelReader().getArgb(x, y)).isEqualTo(part.getRGB(x, y));
                assertThat(pixels.getAt(x, y).get()).isEqualTo(part.getRGB(x, y));
            }
        }
    }

    @Test
    void intBgrIsWrittenToo() {
        WritableImage fx = new WritableImage(1, 1);
        fx.getPixelWriter().setArgb(0, 0, 0xff102030);
        BufferedImage bgr = new BufferedImage(1, 1, BufferedImage.TYPE_INT_BGR);

        assertThatThrownBy(() -> SwingFXUtils.fromFXImage(fx, bgr)).isInstanceOf(InternalError.class);

        Images.copy(Images.of(fx), Images.of(bgr));
        assertThat(bgr.getRGB(0, 0)).isEqualTo(0xff102030);
        assertThat(ArrayImgs.argbs(array(bgr).clone(), 1, 1).getAt(0, 0).get() & 0xffffff)
                .as("an ArrayImg on the array")
                .isEqualTo(0x302010);
        assertThat(ImgLib2Images.toArgb(bgr).getAt(0, 0).get()).isEqualTo(0xff102030);
    }

    @Test
    void sixteenBitsAreRounded() {
        BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        // 511 / 257 is 1.99
        grey.getRaster().setSample(0, 0, 0, 511);

        assertThat(SwingFXUtils.toFXImage(grey, null).getPixelReader().getArgb(0, 0))
                .as("SwingFXUtils")
                .isEqualTo(0xff010101);

        Transfer<WritableImage> ours = Images.transfer(grey, WritableImage.class, Copy.IF_NEEDED);
        assertThat(ours.image().getPixelReader().getArgb(0, 0)).isEqualTo(0xff020202);
        assertThat(ours.losses()).containsExactly("16 → 8 bits per component");
    }

    /** One array under JavaFX, which multiplies by alpha, and under ImgLib2, which does not. */
    @Test
    void premultipliedIsNotStraight() {
        BufferedImage swing = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        swing.getRaster().setPixel(0, 0, new int[] {100, 50, 25, 128});

        assertThat(ArrayImgs.argbs(array(swing).clone(), 1, 1).getAt(0, 0).get())
                .as("an ArrayImg on the array")
                .isEqualTo(0x80643219);

        // 100 × 255 / 128 is 199.2, 50 is 99.6, 25 is 49.8
        assertThat(ImgLib2Images.toArgb(swing).getAt(0, 0).get()).isEqualTo(0x80c76432);
        WritableImage fx =
                Images.transfer(swing, WritableImage.class, Copy.NEVER).image();
        assertThat(fx.getPixelReader().getArgb(0, 0)).isEqualTo(0x80c76432);
    }

    @Test
    void screenImagesForgetComponents() {
        var rgb = ArrayImgs.unsignedBytes(4, 3, 3);
        for (int c = 0; c < 3; c++) {
            rgb.getAt(2, 1, c).set(10 + c);
        }
        assertThat(new UnsignedByteAWTScreenImage(rgb).image().getRaster().getNumBands())
                .as("ImgLib2's screen image")
                .isEqualTo(1);

        BufferedImage ours = Images.transfer(ImgLib2Images.wrap(rgb, 2), BufferedImage.class, Copy.NEVER)
                .image();
        assertThat(ours.getRGB(2, 1)).isEqualTo(0xff0a0b0c);
        ours.setRGB(3, 2, 0xff405060);
        assertThat(rgb.getAt(3, 2, 1).get()).isEqualTo(0x50);
    }
}
