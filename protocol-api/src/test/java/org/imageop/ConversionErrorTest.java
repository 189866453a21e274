package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All 13 × 13 conversions of random and extreme colours against real-valued formulas, with the error that the table
 * of SPEC.md B.4 allows each pair, in units of the target.
 */
class ConversionErrorTest {
    /** Rows are sources, columns targets; both in the order of {@link Mode}. */
    private static final String BOUNDS = """
            0    0    0    0    0    0    0    0    0    0.50 0    0    0
            0.50 0    0    0.50 0    0.50 0    0.50 0    0.50 0.50 0.50 0
            0.50 0.50 0    0.50 0.50 0.50 0.50 0.50 0.50 0.50 0.50 0.50 0.50
            0    0    0    0    0    0    0    0    0    0.50 0    0    0
            0.50 0    0    0.50 0    0.50 0    0.50 0    0.50 0.50 0.50 0
            0.51 0.50 0.50 0.51 0.50 0    0    0    0    0.51 0.51 0    0
            0.50 0.50 0.50 0.50 0.50 0.50 0    0.50 0    1.0  1.0  0.50 0
            0.51 0.50 0.50 0.51 0.50 0    0    0    0    0.51 0.51 0    0
            0.50 0.50 0.50 0.50 0.50 0.50 0    0.50 0    1.0  1.0  0.50 0
            0.50 0.50 0.50 0.50 0.50 0.51 129  0.51 129  0    0.50 0.51 129
            0    0    0    0    0    0.51 129  0.51 129  0.50 0    0.51 129
            1.0  1.0  33000 1.0 1.0  0.50 0.50 0.50 0.50 1.0  1.0  0    0
            0.51 1.0  33000 0.51 1.0 0.50 0.50 0.50 0.50 1.0  1.0  0.50 0
            """;

    /** Room for the rounding of doubles, which at 32 bits is about a millionth of a unit. */
    private static final double SLACK = 1e-5;

    record Pair(Mode from, Mode to, double bound) {
        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    static Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        String[] rows = BOUNDS.strip().split("\n");
        for (Mode from : Mode.values()) {
            String[] cells = rows[from.ordinal()].strip().split(" +");
            for (Mode to : Mode.values()) {
                pairs.add(new Pair(from, to, Double.parseDouble(cells[to.ordinal()])));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void P70_isAsExactAsPromised(Pair pair) {
        SplittableRandom random = new SplittableRandom(368);
        List<String> wrong = new ArrayList<>();
        int count = 3000;
        int components = pair.from.components();
        int[][] colors = new int[count][components];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < components; c++) {
                colors[i][c] = i < 81 ? corner(pair.from, i, c) : Samples.sample(pair.from.maxValue(), random);
            }
        }
        int[][] converted = convert(pair, colors);
        for (int i = 0; i < count; i++) {
            double[] ideal = IdealColor.convert(pair.from, pair.to, colors[i]);
            for (int c = 0; c < ideal.length; c++) {
                double found = Integer.toUnsignedLong(converted[i][c]);
                boolean isAlpha = pair.to.hasAlpha() && c == ideal.length - 1;
                double bound = isAlpha ? Math.min(0.5, pair.bound) : pair.bound;
                if (Math.abs(found - ideal[c]) > bound + SLACK) {
                    wrong.add(
                            Arrays.toString(colors[i]) + " component " + c + " became " + found + ", not " + ideal[c]);
                }
            }
        }
        assertThat(wrong.stream().limit(20))
                .as("%s, at most %s off, %d samples wrong", pair, pair.bound, wrong.size())
                .isEmpty();
    }

    /** All combinations of 0, the middle and the maximum. */
    private static int corner(Mode mode, int i, int component) {
        int digit = i / (int) Math.pow(3, component) % 3;
        return (int) (digit == 0 ? 0 : digit == 1 ? mode.maxValue() / 2 : mode.maxValue());
    }

    /** As pixels of one image, or, where chroma is shared, as images of 2×2 equal pixels. */
    private static int[][] convert(Pair pair, int[][] colors) {
        int[][] converted = new int[colors.length][];
        if (!pair.from.planar() && !pair.to.planar()) {
            int n = pair.from.components();
            int[] all = new int[colors.length * n];
            for (int i = 0; i < colors.length; i++) {
                System.arraycopy(colors[i], 0, all, i * n, n);
            }
            int[] result = Samples.of(StandardImage.from(Samples.image(pair.from, colors.length / 5, 5, all), pair.to));
            int m = pair.to.components();
            for (int i = 0; i < colors.length; i++) {
                converted[i] = Arrays.copyOfRange(result, i * m, (i + 1) * m);
            }
            return converted;
        }
        for (int i = 0; i < colors.length; i++) {
            StandardImage block = StandardImage.from(StandardImage.filled(pair.from, 2, 2, colors[i]), pair.to);
            int[] samples = Samples.of(block);
            converted[i] = pair.to.planar()
                    ? new int[] {samples[0], samples[4], samples[5]}
                    : Arrays.copyOf(samples, pair.to.components());
            assertThat(samples)
                    .as("a block of one colour stays one")
                    .isEqualTo(Samples.of(StandardImage.filled(pair.to, 2, 2, converted[i])));
        }
        return converted;
    }
}
