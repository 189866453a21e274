package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Indexed images of 1 to 16 bits. */
class PaletteTest {

    static Stream<Arguments> kinds() {
        return Stream.of(1, 2, 4, 8, 16)
                .flatMap(bits -> Stream.of(Mode.L, Mode.RGB, Mode.RGBA).map(mode -> Arguments.of(bits, mode)));
    }

    private static int[] colors(int count, Mode mode, SplittableRandom random) {
        return IntStream.range(0, count)
                .map(i -> switch (mode) {
                    case L -> 0xff000000 | random.nextInt(256) * 0x10101;
                    case RGB -> 0xff000000 | (i == 0 ? 0x010203 : random.nextInt());
                    default -> i == 0 ? 0x12010203 : random.nextInt();
                })
                .toArray();
    }

    private static IndexColorModel palette(int bits, int[] colors) {
        int type = bits > 8 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        return new IndexColorModel(bits, colors.length, colors, 0, true, -1, type);
    }

    private static SampleModel samples(int bits) {
        return bits < 8
                ? new MultiPixelPackedSampleModel(DataBuffer.TYPE_BYTE, 13, 6, bits, 9, 8)
                : new PixelInterleavedSampleModel(
                        bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT, 13, 6, 1, 17, new int[] {0});
    }

    private static int argb(int[] value) {
        return switch (value.length) {
            case 1 -> 0xff000000 | value[0] * 0x10101;
            case 3 -> 0xff000000 | value[0] << 16 | value[1] << 8 | value[2];
            default -> value[3] << 24 | value[0] << 16 | value[1] << 8 | value[2];
        };
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsAndWritesColours(int bits, Mode mode) {
        SplittableRandom random = new SplittableRandom(bits);
        int[] colors = colors(Math.min(1 << bits, 300), mode, random);
        WritableRaster raster = Raster.createWritableRaster(samples(bits), null);
        BufferedImage whole = new BufferedImage(palette(bits, colors), raster, false, null);
        for (BufferedImage image : new BufferedImage[] {whole, whole.getSubimage(3, 1, 7, 4)}) {
            ImageLike wrapped = AwtImages.wrap(image);
            assertThat(wrapped.mode()).isEqualTo(mode);
            assertThat(wrapped.buffer().layout()).isEmpty();
            WritableRaster pixels = image.getRaster();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int index = random.nextInt(colors.length);
                    pixels.setSample(x, y, 0, index);
                    assertThat(argb(wrapped.get(x, y).value())).isEqualTo(colors[index]);
                    int other = random.nextInt(colors.length);
                    int[] value = value(colors[other], mode);
                    wrapped.set(x, y, value);
                    assertThat(colors[pixels.getSample(x, y, 0)])
                            .as("written %08x", colors[other])
                            .isEqualTo(colors[other]);
                    int[] any = random.ints(mode.components(), 0, 256).toArray();
                    wrapped.set(x, y, any);
                    assertThat(distance(colors[pixels.getSample(x, y, 0)], argb(any)))
                            .isEqualTo(IntStream.of(colors)
                                    .mapToLong(c -> distance(c, argb(any)))
                                    .min()
                                    .orElseThrow());
                }
            }
            assertThat(Images.to(wrapped, BufferedImage.class)).isSameAs(image);
        }
    }

    private static int[] value(int argb, Mode mode) {
        int[] rgba = {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
        return java.util.Arrays.copyOf(rgba, mode.components());
    }

    private static long distance(int a, int b) {
        long sum = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            long d = (a >>> shift & 0xff) - (b >>> shift & 0xff);
            sum += d * d;
        }
        return sum;
    }

    @Test
    void theFirstOfEqualColoursIsWritten() {
        int[] colors = {0xff112233, 0xff445566, 0xff445566, 0xff112233};
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette(2, colors));
        ImageLike wrapped = AwtImages.wrap(image);
        wrapped.set(0, 0, 0x44, 0x55, 0x66);
        wrapped.set(1, 0, 0x43, 0x55, 0x66);
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(1);
        assertThat(image.getRaster().getSample(1, 0, 0)).isEqualTo(1);
    }

    @Test
    void onlyValidIndicesAreWritten() {
        int[] colors = {0xff000000, 0xff0a0000, 0xff140000, 0xff1e0000};
        IndexColorModel model = new IndexColorModel(8, 4, colors, 0, DataBuffer.TYPE_BYTE, BigInteger.valueOf(0b1001));
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, model);
        ImageLike wrapped = AwtImages.wrap(image);
        assertThat(wrapped.mode()).isEqualTo(Mode.RGB);
        wrapped.set(0, 0, 0x14, 0, 0);
        // the nearest of 0 and 3
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(3);
    }

    @Test
    void anInvalidIndexIsNotWrittenForItsColour() {
        int[] colors = {0, 0x10202020, 0x80ffffff};
        IndexColorModel model = new IndexColorModel(8, 3, colors, 0, DataBuffer.TYPE_BYTE, BigInteger.valueOf(0b110));
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED, model);
        AwtImages.wrap(image).set(0, 0, 0, 0, 0, 0);
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void withoutAnyValidIndexItIsReadOnly() {
        int[] colors = {0xff000000, 0xff0a0000};
        IndexColorModel model = new IndexColorModel(8, 2, colors, 0, DataBuffer.TYPE_BYTE, BigInteger.ZERO);
        ImageLike wrapped = AwtImages.wrap(new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, model));
        assertThat(wrapped.buffer().readOnly()).isTrue();
        assertThatThrownBy(() -> wrapped.set(0, 0, 0)).isInstanceOf(ReadOnlyImageException.class);
    }

    @Test
    void manyColoursAreMatchedAsOneByOne() {
        // more colours than are remembered
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_INDEXED);
        StandardImage colors = StandardImage.of(Mode.RGB, 200, 100);
        SplittableRandom random = new SplittableRandom(200);
        byte[] bytes = new byte[60000];
        random.nextBytes(bytes);
        colors.buffer().set(0, bytes, 0, bytes.length);

        Images.copy(colors, AwtImages.wrap(image));

        IndexColorModel palette = (IndexColorModel) image.getColorModel();
        int[] map = new int[palette.getMapSize()];
        palette.getRGBs(map);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 200; x++) {
                int color = argb(colors.get(x, y).value());
                long least = Long.MAX_VALUE;
                for (int entry : map) {
                    least = Math.min(least, distance(entry, color));
                }
                assertThat(distance(map[image.getRaster().getSample(x, y, 0)], color))
                        .isEqualTo(least);
            }
        }
    }
}
