package org.imageop.tck.image;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.imageop.Mode;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;

/** Changing samples in place: map and clip. */
final class MapRules {
    private MapRules() {}

    /** The first pixel, or sample of each plane, of an image all of whose samples were set to these values. */
    private static void first(Subject s, String where, long... values) {
        int[] expected = Arrays.stream(values).mapToInt(v -> (int) v).toArray();
        s.same(
                where,
                s.stored(expected),
                Samples.read(s.shape, s.image.buffer()).pixel(0, 0));
    }

    private static void first(Subject s, String where, long value) {
        long[] values = new long[s.shape.names().size()];
        Arrays.fill(values, value);
        first(s, where, values);
    }

    static void addTo(RuleList rules) {
        rules.add(
                "P-29",
                ImageRule.Scope.WRITABLE,
                "map takes one function, or one for each component in order",
                "how many functions map takes, and which component each serves",
                "map with functions for all and for each component",
                s -> {
                    int n = s.shape.names().size();
                    s.image.map(v -> 201);
                    first(s, "after one function", 201);
                    DoubleUnaryOperator[] functions = new DoubleUnaryOperator[n];
                    long[] values = new long[n];
                    for (int c = 0; c < n; c++) {
                        int value = 200 + 10 * c;
                        values[c] = value;
                        functions[c] = v -> value;
                    }
                    s.image.map(functions);
                    first(s, "after a function for each component", values);
                    for (int count = 0; count < 6; count++) {
                        if (count != 1 && count != n) {
                            DoubleUnaryOperator[] wrong = new DoubleUnaryOperator[count];
                            Arrays.fill(wrong, (DoubleUnaryOperator) v -> 100);
                            s.refused(IllegalArgumentException.class, count + " functions", () -> s.image.map(wrong));
                        }
                    }
                    first(s, "after refusals", values);
                });
        rules.add(
                "P-30",
                ImageRule.Scope.WRITABLE,
                "map replaces every sample of every plane, in place",
                "whether map reaches the last column, row and plane, and nothing beside them",
                "map of every sample",
                s -> {
                    // a change that stays within the intervals of YV12
                    DoubleUnaryOperator change = v -> v == 100 ? 101 : 100;
                    Samples expected = s.before.copy();
                    s.before.each((c, x, y) -> expected.of[c][y][x] = s.before.of[c][y][x] == 100 ? 101 : 100);
                    s.image.map(change);
                    s.expect(s.stored(expected));
                });
        rules.add(
                "P-31",
                ImageRule.Scope.WRITABLE,
                "results are rounded to the nearest integer, ties upwards; NaN is refused",
                "whether map rounds as Math.round and asks for NaN before it writes",
                "map with fractions",
                s -> {
                    double[] results = {100.5, 100.49, 101.5, 99.51, 0.49999999999999994, -0.5};
                    int[] expected = {101, 100, 102, 100, 0, 0};
                    // 0 is beyond the intervals of YV12, which is another rule's
                    for (int i = 0; i < results.length - (s.shape.mode() == Mode.YV12 ? 2 : 0); i++) {
                        double result = results[i];
                        s.image.map(v -> result);
                        first(s, "after " + result, expected[i]);
                    }
                    s.refused(IllegalArgumentException.class, "NaN", () -> s.image.map(v -> Double.NaN));
                    first(s, "after NaN", s.shape.mode() == Mode.YV12 ? 100 : 0);
                });
        rules.add(
                "P-32",
                ImageRule.Scope.WRITABLE,
                "results are clipped to 0 … M, not to intervals()",
                "whether map casts without clipping, or clips to the intervals",
                "map beyond the range",
                s -> {
                    for (double result : new double[] {s.shape.max() + 1.0, 1e300, 1 / 0.0}) {
                        s.image.map(v -> result);
                        first(s, "after " + result, s.shape.max());
                    }
                    for (double result : new double[] {-1, -1e300, -1 / 0.0}) {
                        s.image.map(v -> result);
                        first(s, "after " + result, 0);
                    }
                });
        rules.add(
                "P-33",
                ImageRule.Scope.WRITABLE,
                "each occurring value is asked for once, all before anything is written",
                "whether map writes while it still asks, or asks for values that do not occur",
                "map with a function that throws on its last call",
                s -> {
                    Set<Double> occurring = new HashSet<>();
                    s.before.each((c, x, y) -> occurring.add((double) (s.before.of[c][y][x] & 0xffff_ffffL)));
                    int[] calls = {0};
                    Set<Double> asked = new HashSet<>();
                    long samples = s.shape.bytes() * 8 / s.shape.bits();
                    long expected = s.shape.mode() == Mode.L32 ? samples : occurring.size();
                    s.refused(
                            ArithmeticException.class,
                            "the function's exception",
                            () -> s.image.map(v -> {
                                asked.add(v);
                                if (++calls[0] == expected) {
                                    throw new ArithmeticException("on the last value");
                                }
                                return 100;
                            }));
                    s.same("values asked for", occurring, asked);
                    s.unchanged();
                });
        rules.add(
                "P-33",
                ImageRule.Scope.WRITABLE,
                "all results are known before anything is written",
                "whether map writes a component while it still asks for the next",
                "map with functions of which the last one throws",
                s -> {
                    DoubleUnaryOperator[] functions =
                            new DoubleUnaryOperator[s.shape.names().size()];
                    Arrays.fill(functions, (DoubleUnaryOperator) v -> 100);
                    functions[functions.length - 1] = v -> {
                        throw new ArithmeticException("for the last component");
                    };
                    s.refused(ArithmeticException.class, "the function's exception", () -> s.image.map(functions));
                    s.unchanged();
                });
        rules.add(
                "P-38",
                ImageRule.Scope.WRITABLE,
                "clip() limits the samples of a YV12 image to their intervals, in place",
                "the limits of clip(): 16 to 235 for y, 16 to 240 for cr and cb",
                shape -> shape.mode() != Mode.YV12
                        ? java.util.List.of()
                        : java.util.List.of(new ImageRule.Case("clip()", s -> {
                            for (int value : new int[] {0, 15, 16, 235, 236, 240, 241, 255}) {
                                Samples all = new Samples(s.shape);
                                Samples expected = new Samples(s.shape);
                                all.each((c, x, y) -> {
                                    all.of[c][y][x] = value;
                                    expected.of[c][y][x] = Math.max(16, Math.min(c == 0 ? 235 : 240, value));
                                });
                                all.write(s.image.buffer());
                                s.image.clip();
                                s.expect(expected);
                            }
                        })));
        rules.add(
                "P-39",
                ImageRule.Scope.WRITABLE,
                "clip() does nothing in all other modes",
                "whether clip() asks for the mode YV12",
                shape -> shape.mode() == Mode.YV12
                        ? java.util.List.of()
                        : java.util.List.of(new ImageRule.Case("clip()", s -> {
                            for (int value : new int[] {0, 255}) {
                                for (long i = 0; i < s.shape.bytes(); i++) {
                                    s.image.buffer().set(i, value);
                                }
                                Samples expected = Samples.read(s.shape, s.image.buffer());
                                s.image.clip();
                                s.expect(expected);
                            }
                        })));
    }
}
