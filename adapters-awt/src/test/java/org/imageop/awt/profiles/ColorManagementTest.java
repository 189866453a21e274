package org.imageop.awt.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.imageop.Copy;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.color.Profiles;
import org.imageop.color.RenderingIntent;
import org.imageop.tck.source.OwnProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Profiles against the JDK's ColorConvertOp, called directly on rasters that the tests make themselves. */
class ColorManagementTest {
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private static final byte[] ADOBE = OwnProfiles.adobe();

    private static final byte[] GREY_22 = OwnProfiles.grey(2.2);

    private static StandardImage random(Mode mode, int width, int height, byte[] profile) {
        StandardImage image = StandardImage.of(mode, width, height);
        Random random = new Random(7);
        byte[] bytes = new byte[(int) image.buffer().length()];
        random.nextBytes(bytes);
        image.buffer().set(0, bytes, 0, bytes.length);
        image.info().put(InfoKeys.ICC_PROFILE, profile);
        return image;
    }

    /** The colours of an image by ColorConvertOp, pixel after pixel. */
    private static int[] byOp(ImageLike image, ICC_Profile from, ICC_Profile to, int targetColors) {
        Mode mode = image.mode();
        int colors = mode.components() - (mode.hasAlpha() ? 1 : 0);
        int type = mode.bitsPerComponent() == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        WritableRaster source =
                Raster.createInterleavedRaster(type, image.width(), image.height(), colors, new Point());
        WritableRaster target =
                Raster.createInterleavedRaster(type, image.width(), image.height(), targetColors, new Point());
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                source.setPixel(x, y, Arrays.copyOf(image.get(x, y).value(), colors));
            }
        }
        new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(source, target);
        return target.getPixels(0, 0, image.width(), image.height(), (int[]) null);
    }

    private static int[] colors(ImageLike image) {
        int colors = image.components() - (image.mode().hasAlpha() ? 1 : 0);
        return IntStream.range(0, image.width() * image.height())
                .flatMap(i -> Arrays.stream(
                        image.get(i % image.width(), i / image.width()).value(), 0, colors))
                .toArray();
    }

    @Test
    void K1_linearAndAdobeColoursAreThoseOfJava() {
        StandardImage linear = StandardImage.filled(Mode.RGB, 2, 1, 55, 100, 10);
        linear.info().put(InfoKeys.ICC_PROFILE, LINEAR);
        assertThat(Profiles.toSrgb(linear).get(1, 0).value()).containsExactly(0x80, 0xa8, 0x38);
        StandardImage adobe = StandardImage.filled(Mode.RGB, 2, 1, 50, 200, 30);
        adobe.info().put(InfoKeys.ICC_PROFILE, ADOBE);
        assertThat(Profiles.toSrgb(adobe).get(1, 0).value()).containsExactly(0, 201, 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"L", "L16", "LA", "LA32", "RGB", "RGB48", "RGBA", "RGBA64"})
    void K3_copiesAndViewsHaveTheColoursOfColorConvertOp(Mode mode) {
        boolean grey = mode.components() < 3;
        byte[] own = grey ? GREY_22 : ADOBE;
        StandardImage image = random(mode, 37, 23, own);
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        ICC_Profile from = ICC_Profile.getInstance(own);
        for (byte[] profile : new byte[][] {LINEAR, srgb, GREY_22, ADOBE}) {
            ICC_Profile to = ICC_Profile.getInstance(profile);
            int[] expected = byOp(image, from, to, to.getNumComponents());
            StandardImage copy = Profiles.convert(image, profile, RenderingIntent.PERCEPTUAL);
            StandardImage view = Profiles.view(image, profile, RenderingIntent.PERCEPTUAL);
            assertThat(copy.bitsPerComponent()).isEqualTo(mode.bitsPerComponent());
            assertThat(colors(copy)).isEqualTo(expected);
            assertThat(colors(view)).isEqualTo(expected);
            assertThat(copy.info()).containsEntry(InfoKeys.ICC_PROFILE, profile);
            if (mode.hasAlpha()) {
                assertThat(Images.sameContent(copy.plane("a"), image.plane("a")))
                        .isTrue();
                assertThat(Images.sameContent(view.plane("a"), image.plane("a")))
                        .isTrue();
            }
        }
    }

    @Test
    void K3_orderAndPlaceInMemoryDoNotMatter() {
        StandardImage image = random(Mode.RGB, 20, 10, ADOBE);
        BufferedImage bgr = new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage ints = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        for (BufferedImage other : new BufferedImage[] {bgr, ints}) {
            StandardImage same = StandardImage.wrap(Images.of(other));
            Images.copy(image, same);
            same.info().put(InfoKeys.ICC_PROFILE, ADOBE);
            assertThat(Images.sameContent(Profiles.toSrgb(same), Profiles.toSrgb(image)))
                    .isTrue();
            ImageLike turned = Views.rotate90(same);
            assertThat(Images.sameContent(Profiles.toSrgb(turned), Views.rotate90(Profiles.toSrgb(image))))
                    .isTrue();
        }
    }

    @Test
    void K1_greyWithoutAProfileHasTheCurveOfSrgb() {
        StandardImage grey = StandardImage.of(Mode.L, 256, 1);
        for (int i = 0; i < 256; i++) {
            grey.set(i, 0, i);
        }
        StandardImage srgb = Profiles.convert(grey, Profiles.srgb(), RenderingIntent.PERCEPTUAL);
        for (int i = 0; i < 256; i++) {
            assertThat(srgb.get(i, 0).value()).containsExactly(i, i, i);
        }
        assertThat(Profiles.isSrgb(grey)).isTrue();
        grey.info().put(InfoKeys.ICC_PROFILE, Profiles.grey());
        assertThat(Profiles.isSrgb(grey)).isTrue();
        grey.info().put(InfoKeys.ICC_PROFILE, GREY_22);
        // 2.2 and the curve of sRGB differ in dark greys
        assertThat(Profiles.isSrgb(grey)).isFalse();
    }

    @Test
    void K2_theProfileStaysWithTheSamplesAndNothingElseDoes() {
        StandardImage image = random(Mode.RGB, 8, 6, ADOBE);
        image.info().put(InfoKeys.COMMENT, "a comment");
        assertThat(new ImageLike[] {
                    StandardImage.from(image),
                    StandardImage.from(image, 4, 3),
                    StandardImage.from(image, 4, 3, Filter.BOX),
                    StandardImage.from(image, Mode.RGB48),
                    StandardImage.from(image, Mode.RGBA),
                    StandardImage.from(image, Mode.JPEG_YV12),
                    image.rotate90(),
                    image.get(Slice.of(1, 3), Slice.ALL),
                    Views.crop(image, 1, 1, 2, 2),
                    Views.transpose(image),
                    Views.readOnly(image),
                    Images.transfer(image, StandardImage.class, Copy.ALWAYS).image()
                })
                .allSatisfy(copy -> assertThat(copy.info()).containsOnly(Map.entry("icc_profile", ADOBE)));
        assertThat(StandardImage.from(image, Mode.L).info()).isEmpty();
        assertThat(image.plane("r").info()).isEmpty();
        assertThat(StandardImage.from(image, Mode.CMYK).info()).isEmpty();
    }

    @Test
    void K4_imagesLargerThanTheirRowsAreComputedAsTheyAreRead() {
        StandardImage image = random(Mode.RGB, 8, 6, ADOBE);
        StandardImage view = Profiles.view(image, Profiles.srgb(), RenderingIntent.PERCEPTUAL);
        image.set(3, 2, 50, 200, 30);
        assertThat(view.get(3, 2).value()).containsExactly(0, 201, 0);
        assertThat(view.buffer().readOnly()).isTrue();
        assertThat(view.buffer().layout()).isEmpty();
    }

    @Test
    void K6_damagedAndForeignProfilesAreErrors() {
        StandardImage image = random(Mode.RGB, 2, 2, new byte[] {1, 2, 3});
        assertThat(Profiles.isSrgb(image)).isFalse();
        assertThatThrownBy(() -> Profiles.toSrgb(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("errors.md#profile-unusable");
        byte[] cut = Arrays.copyOf(ADOBE, 200);
        image.info().put(InfoKeys.ICC_PROFILE, cut);
        assertThatThrownBy(() -> Profiles.toSrgb(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("errors.md#profile-unusable");
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = ADOBE.clone();
            for (int k = 0; k < 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            image.info().put(InfoKeys.ICC_PROFILE, damaged);
            try {
                Profiles.toSrgb(image);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("[errors.md#");
            }
        }
        assertThatThrownBy(() -> Profiles.convert(image, new byte[200], RenderingIntent.PERCEPTUAL))
                .hasMessageContaining("errors.md#not-a-profile");
    }

    @Test
    void K3_colorSpacesOfTheJdkAgreeWithToRgb() {
        ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(ADOBE));
        float[] expected = space.toRGB(new float[] {0.2f, 0.6f, 0.4f});
        StandardImage image = StandardImage.filled(Mode.RGB48, 1, 1, 13107, 39321, 26214);
        image.info().put(InfoKeys.ICC_PROFILE, ADOBE);
        int[] srgb = Profiles.toSrgb(image).get(0, 0).value();
        for (int c = 0; c < 3; c++) {
            assertThat(srgb[c] / 65535f).isCloseTo(expected[c], org.assertj.core.data.Offset.offset(0.002f));
        }
        assertThat(new ComponentColorModel(space, false, false, 1, 0).getColorSpace())
                .isSameAs(space);
    }
}
