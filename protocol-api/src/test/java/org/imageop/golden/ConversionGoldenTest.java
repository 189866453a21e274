package org.imageop.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.imageop.AlphaType;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.Samples;
import org.imageop.StandardImage;
import org.imageop.golden.GoldenData.ConversionSet;
import org.imageop.internal.colors.Premultiplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversions against samples that others computed. Every set of the index is run; one that none of the checks
 * knows fails. Sets of samples of other modes than the thirteen are put into images that show them.
 */
class ConversionGoldenTest {

    static Stream<ConversionSet> conversions() {
        return GoldenData.conversions();
    }

    @Test
    void noSetIsMissing() {
        List<ConversionSet> sets = conversions().toList();
        assertThat(sets).hasSize(226);
        assertThat(sets.stream()
                        .filter(set -> set.name().equals("mode13"))
                        .map(set -> set.from() + " " + set.to())
                        .distinct())
                .hasSize(13 * 13);
        assertThat(sets.stream().filter(set -> !set.model()).map(ConversionSet::name))
                .containsExactly("i16_to_l_saturates");
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void P70_convertsAs(ConversionSet set) {
        String to = set.to();
        switch (set.from()) {
            case "RGBA(v,v,v,a)" -> assertClose(set, premultipliedMemory());
            case "RGBa(v,v,v,a)" -> assertUnpremultiplied(set);
            case "CMYK(c,0,0,k)" -> assertInkTable(set);
            case "chroma plane" -> assertUpsampled(set);
            case "16-bit sample" -> assertClose(set, converted(Mode.L16, range(65536), Mode.L));
            case "32-bit sample" ->
                assertClose(set, converted(Mode.L32, set.input().samples(), depth(set)));
            case "sample" -> assertClose(set, rangeChanged(set));
            case "I;16" -> assertSaturationIsAvoided(set);
            case "YCbCr", "YCbCr (4:4:4)" -> assertClose(set, decoded(set, Mode.JPEG_YV12, 0, 2, 1));
            case "YV12 samples (y,cr,cb), 4:4:4" -> assertClose(set, decoded(set, Mode.YV12, 0, 1, 2));
            default -> {
                if (to.equals("YCbCr") || to.equals("YCbCr (4:4:4)")) {
                    assertClose(set, encoded(set, Mode.JPEG_YV12, 0, 2, 1));
                } else if (to.equals("YV12 samples (y,cr,cb), 4:4:4")) {
                    assertClose(set, encoded(set, Mode.YV12, 0, 1, 2));
                } else if (GoldenData.isMode(set.from()) && GoldenData.isMode(to)) {
                    assertClose(set, converted(set));
                } else {
                    fail("No test covers the golden set %s", set);
                }
            }
        }
    }

    /** Pillow truncates where libjpeg rounds, so that ours are never below Pillow's, and often one above. */
    @ParameterizedTest
    @MethodSource("setsThatPillowTruncates")
    void roundsWherePillowTruncates(ConversionSet set) {
        int[] ours =
                set.to().equals("RGB") ? decoded(set, Mode.JPEG_YV12, 0, 2, 1) : encoded(set, Mode.JPEG_YV12, 0, 2, 1);
        int higher = 0;
        for (int k = 0; k < ours.length; k++) {
            int excess = ours[k] - set.output().samples()[k];
            assertThat(excess).as("%s, sample %d", set, k).isBetween(0, 1);
            higher += excess;
        }
        assertThat(higher).isPositive();
    }

    static Stream<ConversionSet> setsThatPillowTruncates() {
        return conversions()
                .filter(set -> set.tolerance() == 1)
                .filter(set -> set.from().equals("YCbCr") || set.to().equals("YCbCr"));
    }

    private static void assertClose(ConversionSet set, int[] actual) {
        int[] expected = set.output().samples();
        assertThat(actual).as("number of samples").hasSameSizeAs(expected);
        List<String> wrong = new ArrayList<>();
        for (int k = 0; k < expected.length; k++) {
            if (Math.abs((actual[k] & 0xffff_ffffL) - (expected[k] & 0xffff_ffffL)) > set.tolerance()) {
                wrong.add("sample " + k + ": " + actual[k] + ", not " + expected[k]);
            }
        }
        assertThat(wrong).as("%s, tolerance %d", set, set.tolerance()).isEmpty();
    }

    /** Images of one row, or of the size that the set names. */
    private static int[] converted(ConversionSet set) {
        Mode from = Mode.valueOf(set.from());
        int[] samples = set.input().samples();
        boolean row = set.width() == 0;
        int width = row ? samples.length / from.components() : set.width();
        int height = row ? 1 : set.height();
        return Samples.of(StandardImage.from(Samples.image(from, width, height, samples), Mode.valueOf(set.to())));
    }

    private static int[] converted(Mode from, int[] samples, Mode to) {
        int width = samples.length / from.components();
        return Samples.of(StandardImage.from(Samples.image(from, width, 1, samples), to));
    }

    private static Mode depth(ConversionSet set) {
        return set.to().equals("16-bit sample") ? Mode.L16 : Mode.L;
    }

    /** Each colour as a block of 2×2 pixels, so that subsampling averages equals. */
    private static int[] encoded(ConversionSet set, Mode to, int y, int cr, int cb) {
        Mode from = Mode.valueOf(set.from());
        int components = from.components();
        int[] colors = set.input().samples();
        int count = colors.length / components;
        int[] blocks = new int[colors.length * 4];
        for (int i = 0; i < count * 4; i++) {
            int color = i % (2 * count) / 2;
            System.arraycopy(colors, color * components, blocks, i * components, components);
        }
        StandardImage image = StandardImage.from(Samples.image(from, 2 * count, 2, blocks), to);
        int[] luma = Samples.of(image.plane("y"));
        int[][] chroma = {Samples.of(image.plane("cr")), Samples.of(image.plane("cb"))};
        int[] result = new int[count * 3];
        for (int i = 0; i < count; i++) {
            assertThat(new int[] {luma[2 * i + 1], luma[2 * (count + i)], luma[2 * (count + i) + 1]})
                    .as("block %d", i)
                    .containsOnly(luma[2 * i]);
            result[3 * i + y] = luma[2 * i];
            result[3 * i + cr] = chroma[0][i];
            result[3 * i + cb] = chroma[1][i];
        }
        return result;
    }

    /** Each colour as an image of 2×2 pixels, so that upsampling has no neighbours to blend. */
    private static int[] decoded(ConversionSet set, Mode from, int y, int cr, int cb) {
        Mode to = Mode.valueOf(set.to());
        int[] colors = set.input().samples();
        int[] result = new int[colors.length / 3 * to.components()];
        for (int i = 0, o = 0; i < colors.length; i += 3, o += to.components()) {
            int luma = colors[i + y];
            StandardImage image = Samples.image(from, 2, 2, luma, luma, luma, luma, colors[i + cr], colors[i + cb]);
            int[] pixels = Samples.of(StandardImage.from(image, to));
            int[] first = Arrays.copyOf(pixels, to.components());
            for (int p = 1; p < 4; p++) {
                assertThat(Arrays.copyOfRange(pixels, p * first.length, (p + 1) * first.length))
                        .isEqualTo(first);
            }
            System.arraycopy(first, 0, result, o, first.length);
        }
        return result;
    }

    /** What lies in premultiplied memory after straight pixels were written: all values × all alphas. */
    private static int[] premultipliedMemory() {
        byte[] memory = new byte[65536 * 4];
        ByteBuffer shared = ByteBuffer.wrap(memory);
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.RGBA,
                256,
                256,
                AlphaType.PREMULTIPLIED,
                Plane.of(shared, 0, 4, 1024),
                Plane.of(shared, 1, 4, 1024),
                Plane.of(shared, 2, 4, 1024),
                Plane.of(shared, 3, 4, 1024)));
        image.buffer().set(0, valuesByAlphas(), 0, memory.length);
        int[] result = new int[65536];
        for (int i = 0; i < result.length; i++) {
            assertThat(memory[4 * i + 1]).isEqualTo(memory[4 * i]);
            assertThat(memory[4 * i + 2]).isEqualTo(memory[4 * i]);
            assertThat(memory[4 * i + 3] & 0xff).isEqualTo(i % 256);
            result[i] = memory[4 * i] & 0xff;
        }
        return result;
    }

    private static byte[] valuesByAlphas() {
        byte[] pixels = new byte[65536 * 4];
        for (int i = 0; i < 65536; i++) {
            Arrays.fill(pixels, 4 * i, 4 * i + 3, (byte) (i / 256));
            pixels[4 * i + 3] = (byte) i;
        }
        return pixels;
    }

    /**
     * Pillow's way back from premultiplied colours, which resizing takes. A row that is resized to two rows keeps
     * its premultiplied samples, and a straight colour of v × 255 / a is premultiplied to v; what no straight
     * colour premultiplies to, v above a, is divided directly.
     */
    private static void assertUnpremultiplied(ConversionSet set) {
        int[] row = new int[65536 * 4];
        for (int i = 0; i < 65536; i++) {
            int v = i / 256;
            int a = i % 256;
            int straight = v > a || a == 0 ? 0 : (2 * 255 * v + a) / (2 * a);
            Arrays.fill(row, 4 * i, 4 * i + 3, straight);
            row[4 * i + 3] = a;
        }
        int[] resized =
                Samples.of(StandardImage.from(Samples.image(Mode.RGBA, 65536, 1, row), 65536, 2, Filter.BICUBIC));
        int[] direct = new int[65536 * 4];
        byte[] premultiplied = valuesByAlphas();
        for (int k = 0; k < direct.length; k++) {
            direct[k] = premultiplied[k] & 0xff;
        }
        Premultiplication.divideTruncating(direct, 0, 65536, 4, 8);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 65536; i++) {
            int v = i / 256;
            int a = i % 256;
            int expected = set.output().samples()[i];
            for (int c = 0; c < 3; c++) {
                if (direct[4 * i + c] != expected) {
                    wrong.add("v " + v + ", a " + a + " divided: " + direct[4 * i + c] + ", not " + expected);
                }
                // nothing but 0 can be resized to alpha 0
                boolean reached = v <= a && (a > 0 || v == 0);
                if (reached && (resized[4 * i + c] != expected || resized[4 * (65536 + i) + c] != expected)) {
                    wrong.add("v " + v + ", a " + a + " resized: " + resized[4 * i + c] + ", not " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Each of the three inks × all blacks. */
    private static void assertInkTable(ConversionSet set) {
        for (int ink = 0; ink < 3; ink++) {
            int[] cmyk = new int[65536 * 4];
            for (int i = 0; i < 65536; i++) {
                cmyk[4 * i + ink] = i / 256;
                cmyk[4 * i + 3] = i % 256;
            }
            int[] rgb = Samples.of(StandardImage.from(Samples.image(Mode.CMYK, 256, 256, cmyk), Mode.RGB));
            int[] color = new int[65536];
            for (int i = 0; i < 65536; i++) {
                color[i] = rgb[3 * i + ink];
            }
            assertClose(set, color);
        }
    }

    /**
     * Upsampled chroma, seen through the colour that it makes: with one chroma plane neutral, red shows Cr and
     * blue shows Cb. Black luma shows what is above the middle, white luma what is below.
     */
    private static void assertUpsampled(ConversionSet set) {
        int width = set.output().shape()[1];
        int height = set.output().shape()[0];
        boolean cr = set.name().endsWith("_cr");
        double slope = cr ? 1.402 : 1.772;
        int[][] colors = new int[2][];
        for (int white = 0; white < 2; white++) {
            StandardImage image = StandardImage.filled(Mode.JPEG_YV12, width, height, white * 255, 128, 128);
            byte[] plane = new byte[set.input().samples().length];
            for (int k = 0; k < plane.length; k++) {
                plane[k] = (byte) set.input().samples()[k];
            }
            image.plane(cr ? "cr" : "cb").buffer().set(0, plane, 0, plane.length);
            colors[white] = Samples.of(StandardImage.from(image, Mode.RGB));
        }
        int[] chroma = new int[width * height];
        for (int i = 0; i < chroma.length; i++) {
            int above = colors[0][3 * i + (cr ? 0 : 2)];
            int below = 255 - colors[1][3 * i + (cr ? 0 : 2)];
            // the slope is above 1, so that no two chroma values make the same colour
            chroma[i] = 128 + (int) Math.round((above - below) / slope);
        }
        assertClose(set, chroma);
    }

    /** All sample values as a luma plane, or as a chroma plane. */
    private static int[] rangeChanged(ConversionSet set) {
        boolean toStudio = set.name().startsWith("full_to_studio");
        boolean luma = set.name().endsWith("_y");
        int width = luma ? 16 : 32;
        Mode from = toStudio ? Mode.JPEG_YV12 : Mode.YV12;
        int[] result = null;
        for (String plane : luma ? List.of("y") : List.of("cr", "cb")) {
            StandardImage image = StandardImage.of(from, width, width);
            byte[] all = new byte[256];
            for (int k = 0; k < all.length; k++) {
                all[k] = (byte) set.input().samples()[k];
            }
            image.plane(plane).buffer().set(0, all, 0, all.length);
            int[] changed = Samples.of(StandardImage.from(image, toStudio ? Mode.YV12 : Mode.JPEG_YV12)
                    .plane(plane));
            assertThat(result == null || Arrays.equals(result, changed))
                    .as("Cr and Cb change alike")
                    .isTrue();
            result = changed;
        }
        return result;
    }

    /** 16 to 8 bits must scale, so that only black agrees with an image that is clipped instead. */
    private static void assertSaturationIsAvoided(ConversionSet set) {
        assertThat(set.model()).isFalse();
        int[] ours = converted(Mode.L16, set.input().samples(), Mode.L);
        for (int k = 0; k < ours.length; k++) {
            int sample = set.input().samples()[k];
            int clipped = set.output().samples()[k];
            assertThat(ours[k]).as("%d", sample).isEqualTo((int) Math.rint(sample / 257.0));
            if (sample > 0 && sample < 65407) {
                assertThat(ours[k]).as("%d", sample).isNotEqualTo(clipped);
            }
        }
    }

    private static int[] range(int end) {
        int[] values = new int[end];
        Arrays.setAll(values, i -> i);
        return values;
    }
}
