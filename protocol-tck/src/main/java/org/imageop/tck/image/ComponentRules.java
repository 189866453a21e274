package org.imageop.tck.image;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.imageop.Pixel;
import org.imageop.Slice;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Subject;

/** What a pixel can do. */
final class ComponentRules {
    private static final Map<String, ToIntFunction<Pixel>> READ = Map.of(
            "l", Pixel::l, "r", Pixel::r, "g", Pixel::g, "b", Pixel::b, "a", Pixel::a, "c", Pixel::c, "m", Pixel::m,
            "y", Pixel::y, "k", Pixel::k);
    private static final Map<String, ObjIntConsumer<Pixel>> WRITE = Map.of(
            "l", Pixel::l, "r", Pixel::r, "g", Pixel::g, "b", Pixel::b, "a", Pixel::a, "c", Pixel::c, "m", Pixel::m,
            "y", Pixel::y, "k", Pixel::k);

    private ComponentRules() {}

    static void addTo(RuleList rules) {
        rules.add(
                "P-79",
                ImageRule.Scope.PIXELS,
                "a pixel has the mode of its image",
                "which image the pixel is made of",
                "mode() of a pixel",
                s -> s.same("mode()", s.shape.mode(), s.image.get(0, 0).mode()));
        rules.add(
                "P-80",
                ImageRule.Scope.WRITABLE_PIXELS,
                "value() is a new array; value(...) changes all components",
                "bulk access of the buffer",
                "value of a pixel",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    s.same("same array twice", false, pixel.value() == pixel.value());
                    pixel.value()[0] ^= 1;
                    s.unchanged();
                    int[] color = Samples.random(s.shape, 80).pixel(0, 0);
                    pixel.value(color);
                    Samples expected = s.before.copy();
                    expected.pixel(0, 0, s.stored(color));
                    s.expect(expected);
                    for (int length : new int[] {0, color.length - 1, color.length + 1}) {
                        s.refused(
                                IllegalArgumentException.class, length + " values", () -> pixel.value(new int[length]));
                    }
                    for (int wrong : outOfRange(s)) {
                        int[] values = new int[color.length];
                        values[color.length - 1] = wrong;
                        s.refused(IllegalArgumentException.class, "the value " + wrong, () -> pixel.value(values));
                    }
                    s.expect(expected);
                });
        rules.add(
                "P-81",
                ImageRule.Scope.PIXELS,
                "components are read by name; one that the mode lacks is refused",
                "bulk access of the buffer",
                "components of a pixel by name",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    for (String name : READ.keySet()) {
                        int c = s.shape.names().indexOf(name);
                        if (c < 0) {
                            s.refused(
                                    UnsupportedOperationException.class,
                                    name + "()",
                                    () -> READ.get(name).applyAsInt(pixel));
                            s.refused(
                                    UnsupportedOperationException.class,
                                    name + "(0)",
                                    () -> WRITE.get(name).accept(pixel, 0));
                        } else {
                            s.same(
                                    name + "()",
                                    s.before.of[c][0][0],
                                    READ.get(name).applyAsInt(pixel));
                        }
                    }
                    s.unchanged();
                });
        rules.add(
                "P-81",
                ImageRule.Scope.WRITABLE_PIXELS,
                "components are written by name",
                "bulk access of the buffer",
                "writing components of a pixel by name",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    Samples expected = s.before.copy();
                    for (int c = s.shape.names().size() - 1; c >= 0; c--) {
                        int[] color = expected.pixel(0, 0);
                        color[c] = (int) (s.shape.max() - c);
                        String name = s.shape.names().get(c);
                        WRITE.get(name).accept(pixel, color[c]);
                        expected.pixel(0, 0, s.stored(color));
                        s.expect(expected);
                        for (int wrong : outOfRange(s)) {
                            s.refused(
                                    IllegalArgumentException.class,
                                    name + "(" + wrong + ")",
                                    () -> WRITE.get(name).accept(pixel, wrong));
                        }
                        s.expect(expected);
                    }
                });
        rules.add(
                "P-82",
                ImageRule.Scope.PIXELS,
                "iterating a pixel gives its components",
                "bulk access of the buffer",
                "iterating a pixel",
                s -> {
                    s.same("length()", s.shape.names().size(), s.image.get(0, 0).length());
                    PrimitiveIterator.OfInt iterator = s.image.get(0, 0).iterator();
                    for (int expected : s.before.pixel(0, 0)) {
                        s.same("component", expected, iterator.nextInt());
                    }
                    s.refused(NoSuchElementException.class, "past the end", iterator::nextInt);
                });
        rules.add(
                "P-83",
                ImageRule.Scope.PIXELS,
                "components are read by index and Slice",
                "bulk access of the buffer",
                "components of a pixel by index",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    int[] expected = s.before.pixel(0, 0);
                    for (int c = 0; c < expected.length; c++) {
                        s.same("get(" + c + ")", expected[c], pixel.get(c));
                        s.same("getLong(" + c + ")", expected[c] & 0xffff_ffffL, pixel.getLong(c));
                    }
                    s.same("get(:)", expected, pixel.get(Slice.ALL));
                    s.same("get(-1:)", new int[] {expected[expected.length - 1]}, pixel.get(Slice.from(-1)));
                    for (int c : new int[] {-1, expected.length}) {
                        s.refused(IndexOutOfBoundsException.class, "get(" + c + ")", () -> pixel.get(c));
                        s.refused(IndexOutOfBoundsException.class, "getLong(" + c + ")", () -> pixel.getLong(c));
                    }
                    int[] reversed = new int[expected.length];
                    for (int c = 0; c < expected.length; c++) {
                        reversed[c] = expected[expected.length - 1 - c];
                    }
                    s.same("get(::-1)", reversed, pixel.get(Slice.ALL.by(-1)));
                    s.same("get(2:1)", 0, pixel.get(Slice.of(2, 1)).length);
                });
        rules.add(
                "P-84",
                ImageRule.Scope.WRITABLE_PIXELS,
                "set(i, value) changes one component, set(Slice, ...) those selected",
                "bulk access of the buffer",
                "writing components of a pixel",
                s -> {
                    Pixel pixel = s.image.get(0, 0);
                    int[] color = s.before.pixel(0, 0);
                    Samples expected = s.before.copy();
                    for (int c = 0; c < color.length; c++) {
                        color = expected.pixel(0, 0);
                        color[c] = 7 + c;
                        pixel.set(c, 7 + c);
                        expected.pixel(0, 0, s.stored(color));
                        s.expect(expected);
                    }
                    int n = color.length;
                    pixel.set(Slice.from(-1), 3);
                    int[] last = expected.pixel(0, 0);
                    last[n - 1] = 3;
                    expected.pixel(0, 0, s.stored(last));
                    s.expect(expected);
                    int[] all = Samples.random(s.shape, 84).pixel(0, 0);
                    pixel.set(Slice.ALL, all);
                    expected.pixel(0, 0, s.stored(all));
                    s.expect(expected);
                    int[] reversed = new int[n];
                    for (int c = 0; c < n; c++) {
                        reversed[c] = all[n - 1 - c];
                    }
                    pixel.set(Slice.ALL.by(-1), all);
                    expected.pixel(0, 0, s.stored(reversed));
                    s.expect(expected);
                    pixel.set(Slice.of(2, 1));
                    for (int wrong : outOfRange(s)) {
                        int[] values = new int[n];
                        values[n - 1] = wrong;
                        s.refused(
                                IllegalArgumentException.class,
                                "the value " + wrong,
                                () -> pixel.set(Slice.ALL, values));
                        s.refused(IllegalArgumentException.class, "set(0, " + wrong + ")", () -> pixel.set(0, wrong));
                    }
                    for (int c : new int[] {-1, n}) {
                        s.refused(IndexOutOfBoundsException.class, "set(" + c + ", 0)", () -> pixel.set(c, 0));
                    }
                    s.refused(
                            IllegalArgumentException.class,
                            "one value too many",
                            () -> pixel.set(Slice.ALL, new int[n + 1]));
                    s.expect(expected);
                });
    }

    /** Values that are not 0 to M; any 32 bits are. */
    private static int[] outOfRange(Subject s) {
        return s.shape.bits() == 32
                ? new int[0]
                : new int[] {-1, (int) s.shape.max() + 1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    }
}
