package org.imageop.examples.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LittleCMS by C, against the JDK's own way to LittleCMS, {@link ColorConvertOp}. */
class LittleCmsTest {
    private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    private static final ICC_Profile LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    private static final ICC_Profile GRAY = ICC_Profile.getInstance(ColorSpace.CS_GRAY);

    @BeforeAll
    static void need() {
        Required.library("liblcms2.so.2");
    }

    /** Every value of every band; alpha too, unless colours are multiplied by it. */
    private static BufferedImage noise(int type) {
        BufferedImage image = new BufferedImage(640, 480, type);
        Random random = new Random(type);
        WritableRaster raster = image.getRaster();
        for (int band = 0; band < raster.getNumBands(); band++) {
            boolean opaque = band == 3 && image.isAlphaPremultiplied();
            int[] samples = random.ints(640 * 480, opaque ? 255 : 0, 256).toArray();
            raster.setSamples(0, 0, 640, 480, band, samples);
        }
        return image;
    }

    /** The colours of an image as the JDK converts them, in rasters of bytes. */
    private static Raster expected(BufferedImage image, ICC_Profile to) {
        int bands = to.getNumComponents();
        WritableRaster colors = Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), 3, null);
        colors.setPixels(0, 0, image.getWidth(), image.getHeight(), colors(image));
        WritableRaster converted = Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), bands, null);
        return new ColorConvertOp(new ICC_Profile[] {SRGB, to}, null).filter(colors, converted);
    }

    private static int[] colors(BufferedImage image) {
        return image.getRaster()
                .createChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, new int[] {0, 1, 2})
                .getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static int[] pixels(Raster raster) {
        return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void convertsBufferedImagesAsTheJdkDoes(int type) {
        BufferedImage whole = noise(type);
        for (BufferedImage image : new BufferedImage[] {whole.getSubimage(11, 7, 400, 300), whole}) {
            Raster expected = expected(image, LINEAR);
            int[] alpha = alpha(image);
            try (LittleCms toLinear = new LittleCms(SRGB, LINEAR)) {
                String report = toLinear.convert(AwtImages.wrap(image)).toString();
                assertThat(report)
                        .startsWith(image.isAlphaPremultiplied() ? "on a copy (a copy was asked for)" : "in place");
            }
            assertThat(colors(image)).isEqualTo(pixels(expected));
            assertThat(alpha(image)).isEqualTo(alpha);
        }
    }

    private static int[] alpha(BufferedImage image) {
        return image.getAlphaRaster() == null ? new int[0] : pixels(image.getAlphaRaster());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6})
    void convertsFromOneImageToAnother(int type) {
        BufferedImage image = noise(type);
        BufferedImage grey = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage linear = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        try (LittleCms toGrey = new LittleCms(SRGB, GRAY);
                LittleCms toLinear = new LittleCms(SRGB, LINEAR)) {
            assertThat(toGrey.convert(AwtImages.wrap(image), AwtImages.wrap(grey))
                            .inPlace())
                    .isTrue();
            assertThat(toLinear.convert(AwtImages.wrap(image), AwtImages.wrap(linear))
                            .inPlace())
                    .isTrue();
        }
        // the JDK's LittleCMS is of another version, which rounds one in twenty greys otherwise
        int[] greys = pixels(grey.getRaster());
        int[] expected = pixels(expected(image, GRAY));
        for (int k = 0; k < greys.length; k++) {
            assertThat(greys[k]).isBetween(expected[k] - 1, expected[k] + 1);
        }
        assertThat(colors(linear)).isEqualTo(pixels(expected(image, LINEAR)));
        assertThat(colors(image)).isEqualTo(colors(noise(type)));
    }

    @Test
    void otherLayoutsAreRefused() {
        StandardImage image = StandardImage.of(Mode.RGB, 40, 30);
        try (LittleCms toLinear = new LittleCms(SRGB, LINEAR)) {
            assertThatThrownBy(() -> toLinear.convert(StandardImage.of(Mode.RGB48, 4, 3)))
                    .hasMessageStartingWith("Bytes of one pixel after the other are expected");
            assertThatThrownBy(() -> toLinear.convert(Views.flipTopBottom(image)))
                    .hasMessageStartingWith("Bytes of one pixel after the other are expected");
            assertThatThrownBy(() -> toLinear.convert(StandardImage.of(Mode.L, 4, 3)))
                    .hasMessage("LittleCMS does not convert L by these profiles to L");
            assertThatThrownBy(() -> toLinear.convert(image, StandardImage.of(Mode.RGB, 4, 3)))
                    .hasMessageStartingWith("The images have the sizes");
        }
    }
}
