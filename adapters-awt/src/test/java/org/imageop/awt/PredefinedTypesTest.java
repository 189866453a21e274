package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every predefined BufferedImage type, whole and in part, against Raster.getSample and by writing both ways. */
class PredefinedTypesTest {
    private static final Map<Integer, Mode> MODES = Map.ofEntries(
            Map.entry(BufferedImage.TYPE_INT_RGB, Mode.RGB),
            Map.entry(BufferedImage.TYPE_INT_ARGB, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_INT_ARGB_PRE, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_INT_BGR, Mode.RGB),
            Map.entry(BufferedImage.TYPE_3BYTE_BGR, Mode.RGB),
            Map.entry(BufferedImage.TYPE_4BYTE_ABGR, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_4BYTE_ABGR_PRE, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_USHORT_565_RGB, Mode.RGB),
            Map.entry(BufferedImage.TYPE_USHORT_555_RGB, Mode.RGB),
            Map.entry(BufferedImage.TYPE_BYTE_GRAY, Mode.L),
            Map.entry(BufferedImage.TYPE_USHORT_GRAY, Mode.L16),
            Map.entry(BufferedImage.TYPE_BYTE_BINARY, Mode.L),
            Map.entry(BufferedImage.TYPE_BYTE_INDEXED, Mode.RGB));

    static Stream<Arguments> images() {
        return IntStream.rangeClosed(1, 13).boxed().flatMap(type -> {
            BufferedImage whole = new BufferedImage(11, 7, type);
            BufferedImage part = new BufferedImage(11, 7, type).getSubimage(3, 2, 5, 4);
            BufferedImage partOfPart =
                    new BufferedImage(11, 7, type).getSubimage(1, 1, 9, 5).getSubimage(2, 1, 4, 3);
            BufferedImage pixel = new BufferedImage(1, 1, type);
            BufferedImage corner = new BufferedImage(11, 7, type).getSubimage(10, 6, 1, 1);
            return Stream.of(whole, part, partOfPart, pixel, corner).map(image -> Arguments.of(type, image));
        });
    }

    @ParameterizedTest
    @MethodSource("images")
    void isLiveBothWays(int type, BufferedImage image) {
        SplittableRandom random = new SplittableRandom(type);
        WritableRaster raster = image.getRaster();
        Oracle oracle = Oracle.of(raster, image.isAlphaPremultiplied());
        oracle.fill(raster, random);

        ImageLike wrapped = AwtImages.wrap(image);

        assertThat(wrapped.mode()).isEqualTo(MODES.get(type));
        if (image.getColorModel() instanceof IndexColorModel palette) {
            checkIndexed(wrapped, raster, palette);
        } else {
            assertThat(wrapped.buffer().layout()).as("memory").isPresent();
            oracle.check(wrapped, raster, random);
        }
        assertThat(Images.to(wrapped, BufferedImage.class)).isSameAs(image);
        assertThat(AwtImages.toBufferedImage(image)).isSameAs(image);
    }

    private static void checkIndexed(ImageLike wrapped, WritableRaster raster, IndexColorModel palette) {
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                int sample = raster.getSample(x, y, 0);
                assertThat(wrapped.get(x, y).value()).isEqualTo(colors(wrapped.mode(), palette, sample));
                int other = (sample + 1) % palette.getMapSize();
                raster.setSample(x, y, 0, other);
                int[] color = colors(wrapped.mode(), palette, other);
                assertThat(wrapped.get(x, y).value()).isEqualTo(color);
                raster.setSample(x, y, 0, sample);
                wrapped.set(x, y, color);
                // a palette may have a colour twice
                assertThat(palette.getRGB(raster.getSample(x, y, 0))).isEqualTo(palette.getRGB(other));
            }
        }
    }

    private static int[] colors(Mode mode, IndexColorModel palette, int index) {
        int[] rgb = {palette.getRed(index), palette.getGreen(index), palette.getBlue(index)};
        return mode == Mode.L ? new int[] {rgb[0]} : rgb;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void writingAPartLeavesTheRestAsItIs(int type) {
        BufferedImage whole = new BufferedImage(11, 7, type);
        SplittableRandom random = new SplittableRandom(type);
        Oracle.of(whole.getRaster(), whole.isAlphaPremultiplied()).fill(whole.getRaster(), random);
        BufferedImage before = new BufferedImage(11, 7, type);
        before.getRaster().setRect(whole.getRaster());
        ImageLike part = AwtImages.wrap(whole.getSubimage(3, 2, 5, 4));

        part.map(value -> part.mode().maxValue() - value);

        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 11; x++) {
                if (x < 3 || x > 7 || y < 2 || y > 5) {
                    assertThat(whole.getRaster().getPixel(x, y, (int[]) null))
                            .as("(%d, %d)", x, y)
                            .isEqualTo(before.getRaster().getPixel(x, y, (int[]) null));
                }
            }
        }
        assertThat(whole.getRaster().getPixels(3, 2, 5, 4, (int[]) null))
                .isNotEqualTo(before.getRaster().getPixels(3, 2, 5, 4, (int[]) null));
    }
}
