package org.imageop.verification.library.values;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.imageop.Slice;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Slices. The kit goes along the whole number line, position by position, and takes what lies on the axis; where numbers
 * are huge it computes without bounds. So it needs no limits and no modulus, and cannot overflow.
 */
public final class SliceRules {
    private static final String HINT = "the limits of start and stop, and the rounding of the count";

    private static final Rule STEP =
            Rule.of("P-54", "an omitted step is 1, a step of 0 is refused", "the factories of Slice");
    private static final Rule SELECTION = Rule.of(
            "P-57",
            "max(0, ⌈(stop − start) / step⌉) positions are selected, the k-th is start + k·step, in 64 bits",
            HINT,
            "P-54");
    private static final Rule NEGATIVE = Rule.of(
            "P-56",
            "the length is added once to a negative start or stop; positions beyond the axis are no error",
            HINT,
            "P-54",
            "P-57");
    private static final Rule OMITTED = Rule.of(
            "P-55", "what an omitted start or stop means depends on the direction", HINT, "P-54", "P-56", "P-57");

    /** The ids of these rules, which everything with slices needs. */
    static final List<String> IDS = List.of(STEP.id(), OMITTED.id(), NEGATIVE.id(), SELECTION.id());

    private static final long[] HUGE = {
        Long.MIN_VALUE, Long.MIN_VALUE + 1, -(1L << 62), -7, -1, 0, 1, 5, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE
    };

    private SliceRules() {}

    private static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "slices", what, body);
    }

    public static void addTo(List<Check> checks) {
        checks.add(check(STEP, "omitted and 0", SliceRules::steps));
        checks.add(check(STEP, "values and text", SliceRules::texts));
        for (long[] part : new long[][] {{1, 6, 2}, {5, 0, -2}, {0, 7, 3}, {6, 1, -5}, {4, 4, 1}, {2, 5, -1}}) {
            checks.add(named(SELECTION, part[0], part[1], part[2], 7));
        }
        for (long[] part : new long[][] {{3, -9, -2}, {-6, -2, 1}, {-2, 9, 3}, {9, -9, -1}, {-9, -8, 1}, {7, 3, -1}}) {
            checks.add(named(NEGATIVE, part[0], part[1], part[2], 7));
        }
        for (long step : new long[] {1, 2, -1, -3}) {
            checks.add(named(OMITTED, null, null, step, 7));
            checks.add(named(OMITTED, 2L, null, step, 7));
            checks.add(named(OMITTED, null, -3L, step, 7));
        }
        for (int length = 0; length <= 5; length++) {
            int n = length;
            String axis = " on an axis of " + n;
            checks.add(
                    check(SELECTION, "every slice within" + axis, probe -> everySlice(probe, n, SliceRules::within)));
            checks.add(check(NEGATIVE, "every start and stop" + axis, probe -> everySlice(probe, n, Ends::given)));
            checks.add(check(OMITTED, "every slice" + axis, probe -> everySlice(probe, n, ends -> !ends.given())));
        }
        for (long length : new long[] {0, 7, 1L << 40, Long.MAX_VALUE}) {
            checks.add(check(SELECTION, "huge steps on " + length, probe -> {
                hugeNumbers(probe, length, new long[] {0, length / 3, length - 1}, HUGE);
            }));
            checks.add(check(NEGATIVE, "huge numbers on " + length, probe -> hugeNumbers(probe, length, HUGE, HUGE)));
        }
        checks.add(check(SELECTION, "at(k) of [1:6:2] on 7", probe -> {
            Slice.Selection selection = Slice.of(1, 6, 2).on(7);
            for (long k : new long[] {-1, 3, Long.MAX_VALUE}) {
                probe.refused(IndexOutOfBoundsException.class, "at(" + k + ")", () -> selection.at(k));
            }
            probe.refused(IllegalArgumentException.class, "an axis of -1", () -> Slice.ALL.on(-1));
        }));
    }

    private static Check named(Rule rule, @Nullable Long start, @Nullable Long stop, long step, long length) {
        String of = start == null || stop == null
                ? text(start, stop, step)
                : "Slice.of(" + start + ", " + stop + ", " + step + ")";
        return check(
                rule,
                of + " on " + length,
                probe -> compare(probe, start, stop, step, length, walked(start, stop, step, length)));
    }

    private static void steps(Probe probe) {
        probe.same("step of ALL", 1L, Slice.ALL.on(5).step());
        probe.same("step of of(1, 2)", 1L, Slice.of(1, 2).on(5).step());
        probe.same("step of from(1)", 1L, Slice.from(1).on(5).step());
        probe.same("step of to(3)", 1L, Slice.to(3).on(5).step());
        probe.same("step of parse(\"1:3\")", 1L, Slice.parse("1:3").on(5).step());
        probe.same("step of parse(\"1:3:\")", 1L, Slice.parse("1:3:").on(5).step());
        probe.same("step of by(-2)", -2L, Slice.to(3).by(-2).on(5).step());
        probe.refused(IllegalArgumentException.class, "of(0, 1, 0)", () -> Slice.of(0, 1, 0));
        probe.refused(IllegalArgumentException.class, "by(0)", () -> Slice.ALL.by(0));
        probe.refused(IllegalArgumentException.class, "parse(\"::0\")", () -> Slice.parse("::0"));
    }

    private static void texts(Probe probe) {
        probe.same("parse(\":\")", Slice.ALL, Slice.parse(":"));
        probe.same("parse(\" 1 : -2 \")", Slice.of(1, -2), Slice.parse(" 1 : -2 "));
        probe.same("parse(\"-3:\")", Slice.from(-3), Slice.parse("-3:"));
        probe.same("parse(\":4\")", Slice.to(4), Slice.parse(":4"));
        probe.same("parse(\"1:2:3\")", Slice.of(1, 2, 3), Slice.parse("1:2:3"));
        probe.same("parse(\"::-1\")", Slice.ALL.by(-1), Slice.parse("::-1"));
        probe.same(
                "hash code", Slice.of(1, 2, 3).hashCode(), Slice.of(1, 2).by(3).hashCode());
        List<Slice> different =
                List.of(Slice.ALL, Slice.from(0), Slice.to(0), Slice.of(0, 1), Slice.of(0, 2), Slice.of(0, 1, 2));
        for (Slice slice : different) {
            probe.same("parse(toString()) of " + slice, slice, Slice.parse(slice.toString()));
            probe.same(
                    "slices that equal " + slice,
                    1L,
                    different.stream().filter(slice::equals).count());
        }
        for (String text : List.of("", "1", "1:2:3:4", "a:b", "1:2:x", "1.5:", "9223372036854775808:")) {
            probe.refused(IllegalArgumentException.class, "parse(\"" + text + "\")", () -> Slice.parse(text));
        }
    }

    private static String text(@Nullable Long start, @Nullable Long stop, long step) {
        return "[" + (start == null ? "" : start) + ":" + (stop == null ? "" : stop) + ":" + step + "]";
    }

    /** By the factory for what is given, or by text. */
    private static Slice slice(@Nullable Long start, @Nullable Long stop, long step) {
        if (start != null && stop != null) {
            return Slice.of(start, stop, step);
        }
        if (start == null && stop == null) {
            return Slice.ALL.by(step);
        }
        return start != null ? Slice.from(start).by(step) : Slice.to(stop).by(step);
    }

    /** Where a slice starts and stops; null is omitted. */
    private record Ends(@Nullable Long start, @Nullable Long stop, long step, int length) {
        boolean given() {
            return start != null && stop != null;
        }
    }

    private static boolean within(Ends ends) {
        int last = ends.step > 0 ? ends.length : ends.length - 1;
        return ends.start != null
                && ends.stop != null
                && ends.start >= 0
                && ends.start < ends.length
                && ends.stop >= 0
                && ends.stop <= last;
    }

    private static void everySlice(Probe probe, int length, Predicate<Ends> which) {
        List<@Nullable Long> positions = new ArrayList<>();
        positions.add(null);
        for (long position = -length - 2; position <= length + 2; position++) {
            positions.add(position);
        }
        for (Long start : positions) {
            for (Long stop : positions) {
                for (long step = -length - 2; step <= length + 2; step++) {
                    if (step != 0 && which.test(new Ends(start, stop, step, length))) {
                        compare(probe, start, stop, step, length, walked(start, stop, step, length));
                    }
                }
            }
        }
    }

    private static void compare(
            Probe probe, @Nullable Long start, @Nullable Long stop, long step, long length, List<Long> expected) {
        Slice.Selection selection = slice(start, stop, step).on(length);
        String where = text(start, stop, step) + " on " + length;
        probe.same("count() of " + where, (long) expected.size(), selection.count());
        probe.same("step() of " + where, step, selection.step());
        for (int k = 0; k < expected.size(); k++) {
            probe.same("at(" + k + ") of " + where, expected.get(k), selection.at(k));
        }
        if (!expected.isEmpty()) {
            probe.same("first() of " + where, expected.get(0), selection.first());
        }
    }

    /** Goes from start in steps until stop is reached, and returns the positions of the axis that it meets. */
    private static List<Long> walked(@Nullable Long start, @Nullable Long stop, long step, long length) {
        boolean forward = step > 0;
        long at = start == null ? (forward ? 0 : length - 1) : fromTheStart(start, length);
        // a start beyond the axis enters it at its edge
        at = forward ? Math.max(at, 0) : Math.min(at, length - 1);
        long end = stop == null ? (forward ? length : -1) : fromTheStart(stop, length);
        List<Long> met = new ArrayList<>();
        while (forward ? at < end : at > end) {
            if (at >= 0 && at < length) {
                met.add(at);
            }
            if (forward ? at >= length : at < 0) {
                break;
            }
            at += step;
        }
        return met;
    }

    private static long fromTheStart(long position, long length) {
        return position < 0 ? position + length : position;
    }

    /** Positions that a long cannot count one by one: the formula of the rule, in numbers without bounds. */
    private static void hugeNumbers(Probe probe, long length, long[] ends, long[] steps) {
        BigInteger n = BigInteger.valueOf(length);
        for (long start : ends) {
            for (long stop : ends) {
                for (long step : steps) {
                    if (step == 0) {
                        continue;
                    }
                    BigInteger low = step > 0 ? BigInteger.ZERO : BigInteger.ONE.negate();
                    BigInteger high = low.add(n);
                    BigInteger first = counted(start, n).max(low).min(high);
                    BigInteger distance = counted(stop, n).max(low).min(high).subtract(first);
                    BigInteger by = BigInteger.valueOf(step);
                    BigInteger[] whole = distance.divideAndRemainder(by);
                    BigInteger count = whole[0].add(BigInteger.valueOf(whole[1].signum() == 0 ? 0 : 1));
                    boolean none = distance.signum() != by.signum();
                    Slice.Selection selection = Slice.of(start, stop, step).on(length);
                    String where = text(start, stop, step) + " on " + length;
                    probe.same(
                            "count() of " + where,
                            none ? BigInteger.ZERO : count,
                            BigInteger.valueOf(selection.count()));
                    if (!none) {
                        BigInteger last = first.add(by.multiply(count.subtract(BigInteger.ONE)));
                        probe.same("first() of " + where, first, BigInteger.valueOf(selection.first()));
                        probe.same(
                                "last position of " + where,
                                last,
                                BigInteger.valueOf(selection.at(selection.count() - 1)));
                    }
                }
            }
        }
    }

    private static BigInteger counted(long position, BigInteger length) {
        BigInteger at = BigInteger.valueOf(position);
        return position < 0 ? at.add(length) : at;
    }
}
