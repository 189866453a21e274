package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.stream.IntStream;
import javax.swing.Icon;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.tck.source.OwnProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of exported images as AWT itself tells them: getRGB, drawing, ColorConvertOp. */
class ExportedColorsTest {
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private static int drawn(BufferedImage image) {
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = target.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return target.getRGB(1, 0);
    }

    private static int byOp(BufferedImage image) {
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
                .filter(image, target)
                .getRGB(1, 0);
    }

    private static void assertColor(int actual, int expected, int tolerance) {
        Color a = new Color(actual, true);
        Color b = new Color(expected, true);
        assertThat(IntStream.of(
                                a.getRed() - b.getRed(),
                                a.getGreen() - b.getGreen(),
                                a.getBlue() - b.getBlue(),
                                a.getAlpha() - b.getAlpha())
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .as("%08x, expected %08x", actual, expected)
                .isLessThanOrEqualTo(tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 50, 100, 128, 200, 254, 255})
    void K1_greyWithAlphaIsReadAlikeByAll(int grey) {
        BufferedImage image = AwtImages.toBufferedImage(StandardImage.filled(Mode.LA, 3, 2, grey, 255));
        int expected = 0xff000000 | grey * 0x010101;

        assertColor(image.getRGB(1, 0), expected, 0);
        assertColor(drawn(image), expected, 0);
        assertColor(byOp(image), expected, 1);
        assertThat(Images.of(image).info()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,0", "255,0,0,0", "0,255,0,0", "0,0,255,0", "0,0,0,255", "51,102,200,30", "10,20,30,128"})
    void K1_inksAreReadAlikeByAll(int c, int m, int y, int k) {
        BufferedImage image = AwtImages.toBufferedImage(StandardImage.filled(Mode.CMYK, 3, 2, c, m, y, k));
        int light = 255 - k;
        int expected = 0xff000000
                | Math.round((255 - c) * light / 255f) << 16
                | Math.round((255 - m) * light / 255f) << 8
                | Math.round((255 - y) * light / 255f);

        assertColor(image.getRGB(1, 0), expected, 1);
        assertColor(drawn(image), expected, 1);
        assertColor(byOp(image), expected, 2);
        assertThat(Images.of(image).info()).isEmpty();
    }

    /** Java2D draws the predefined types as sRGB, and takes all bytes that lie as theirs for them. */
    @Test
    void K1_bytesOfAPredefinedTypeAreDrawnInTheirColours() {
        ImageLike bgr = StandardImage.wrap(
                PixelLayout.interleaved(Mode.RGB, 3, 2, "BGR", java.nio.ByteBuffer.allocate(18), 0, 9));
        bgr.map(value -> 100);
        bgr.info().put(InfoKeys.ICC_PROFILE, LINEAR);
        ImageLike grey = StandardImage.filled(Mode.L, 3, 2, 100);
        grey.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.grey(1));
        for (ImageLike image : new ImageLike[] {bgr, grey}) {
            BufferedImage shared =
                    Images.transfer(image, BufferedImage.class, Copy.NEVER).image();
            assertColor(drawn(shared), shared.getRGB(1, 0), 1);
            assertColor(drawn(shared), 0xffa8a8a8, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"RGB", "RGBA", "RGB48", "RGBA64"})
    void K1_theProfileIsTheColourSpaceOfWhatIsExported(Mode mode) {
        StandardImage image = StandardImage.filled(Mode.RGB, 3, 2, 55, 100, 10);
        StandardImage deep = StandardImage.from(image, mode);
        deep.info().put(InfoKeys.ICC_PROFILE, LINEAR);
        for (Copy copy : new Copy[] {Copy.NEVER, Copy.ALWAYS}) {
            Transfer<BufferedImage> transfer = Images.transfer(deep, BufferedImage.class, copy);

            assertThat(transfer.losses()).isEmpty();
            assertColor(transfer.image().getRGB(1, 0), 0xff80a838, 1);
            assertColor(drawn(transfer.image()), 0xff80a838, 1);
            assertThat(Images.of(transfer.image()).info()).containsEntry(InfoKeys.ICC_PROFILE, LINEAR);
        }
    }

    @Test
    void K4_iconsShowConvertedColours() {
        StandardImage image = StandardImage.filled(Mode.RGB, 3, 2, 55, 100, 10);
        image.info().put(InfoKeys.ICC_PROFILE, LINEAR);
        Icon icon = AwtImages.icon(image);
        BufferedImage target = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);

        icon.paintIcon(null, target.createGraphics(), 0, 0);
        assertColor(target.getRGB(1, 0), 0xff80a838, 0);
        image.set(1, 0, 0, 0, 0);
        icon.paintIcon(null, target.createGraphics(), 0, 0);
        assertColor(target.getRGB(1, 0), 0xff000000, 0);
    }

    @Test
    void K6_aDamagedProfileIsALossAndNoObstacle() {
        StandardImage image = StandardImage.filled(Mode.RGB, 3, 2, 55, 100, 10);
        image.info().put(InfoKeys.ICC_PROFILE, new byte[] {1, 2, 3});

        Transfer<BufferedImage> transfer = Images.transfer(image, BufferedImage.class, Copy.ALWAYS);

        assertThat(transfer.losses()).containsExactly("colour profile");
        assertThat(transfer.image().getRGB(1, 0)).isEqualTo(0xff37640a);
        assertThat(Images.transfer(image, BufferedImage.class, Copy.NEVER).losses())
                .containsExactly("colour profile");
    }

    @Test
    void K1_foreignColourSpacesAreReadByTheirOwnColours() {
        ColorSpace negative = new ColorSpace(ColorSpace.TYPE_RGB, 3) {
            private static final long serialVersionUID = 1L;

            @Override
            public float[] toRGB(float[] value) {
                return new float[] {1 - value[0], 1 - value[1], 1 - value[2]};
            }

            @Override
            public float[] fromRGB(float[] rgb) {
                return toRGB(rgb);
            }

            @Override
            public float[] toCIEXYZ(float[] value) {
                return ColorSpace.getInstance(CS_sRGB).toCIEXYZ(toRGB(value));
            }

            @Override
            public float[] fromCIEXYZ(float[] value) {
                return fromRGB(ColorSpace.getInstance(CS_sRGB).fromCIEXYZ(value));
            }
        };
        ColorModel model = new ComponentColorModel(negative, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(2, 1), false, null);
        image.getRaster().setPixel(1, 0, new int[] {10, 20, 30});

        assertThat(Images.of(image).get(1, 0).value()).containsExactly(245, 235, 225);
        Images.of(image).set(0, 0, 1, 2, 3);
        assertThat(image.getRaster().getPixel(0, 0, (int[]) null)).containsExactly(254, 253, 252);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void typesByNameHaveTheColoursOfJava(int type) {
        StandardImage image = StandardImage.filled(Mode.RGBA, 3, 2, 255, 0, 0, 255);

        BufferedImage typed = AwtImages.toBufferedImage(image, type);

        assertThat(typed.getType()).isEqualTo(type);
        new BufferedImage(4, 4, typed.getType());
        boolean grey = type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY;
        boolean bits = type == BufferedImage.TYPE_BYTE_BINARY;
        if (!grey && !bits) {
            assertColor(typed.getRGB(1, 0), 0xffff0000, 0);
        } else if (grey) {
            assertColor(drawn(typed), 0xff4c4c4c, 0);
        }
        assertThat(AwtImages.toBufferedImage(typed, type)).isSameAs(typed);
    }

    @Test
    void typesByNameShareMemoryThatIsOfTheType() {
        StandardImage canvas = StandardImage.canvas(3, 2);
        BufferedImage typed = AwtImages.toBufferedImage(canvas, BufferedImage.TYPE_INT_ARGB_PRE);
        typed.setRGB(1, 1, 0xff112233);
        assertThat(canvas.get(1, 1).value()).containsExactly(0x11, 0x22, 0x33, 0xff);
        BufferedImage other = AwtImages.toBufferedImage(canvas, BufferedImage.TYPE_INT_RGB);
        other.setRGB(1, 1, 0xff445566);
        assertThat(canvas.get(1, 1).value()).containsExactly(0x11, 0x22, 0x33, 0xff);
    }

    @Test
    void typesByNameAreSrgb() {
        StandardImage image = StandardImage.filled(Mode.RGB, 3, 2, 55, 100, 10);
        image.info().put(InfoKeys.ICC_PROFILE, LINEAR);
        assertColor(AwtImages.toBufferedImage(image, BufferedImage.TYPE_INT_RGB).getRGB(1, 0), 0xff80a838, 0);
        ImageLike grey = StandardImage.filled(Mode.L, 3, 2, 50);
        grey.info().put(InfoKeys.ICC_PROFILE, OwnProfiles.grey(1));
        // light 50 of 255 as sRGB
        assertColor(
                AwtImages.toBufferedImage(grey, BufferedImage.TYPE_3BYTE_BGR).getRGB(1, 0), 0xff7a7a7a, 1);
    }

    @Test
    void thereIsNoOtherType() {
        StandardImage image = StandardImage.of(Mode.L, 2, 2);
        for (int type : new int[] {-1, 0, 14}) {
            assertThatThrownBy(() -> AwtImages.toBufferedImage(image, type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("[errors.md#no-such-image-type]");
        }
    }
}
