package org.imageop.verification.library.values;

import java.util.List;
import org.imageop.ImageSize;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;

/** Pairs of a width and a height. */
public final class SizeRules {
    private static final int[] NUMBERS = {Integer.MIN_VALUE, -1, 0, 1, 2, 640, Integer.MAX_VALUE};

    private SizeRules() {}

    public static void addTo(List<Check> checks) {
        Rule any = Rule.of("P-86", "a size is a record of any two ints", "checks that belong to images");
        Rule items = Rule.of(
                "P-87",
                "sizes have items, are equal by value, and are ordered by width, then height",
                "compareTo, get");
        Rule text = Rule.of("P-88", "toString() is as the PEP prescribes", "toString()", "P-86");
        for (int width : NUMBERS) {
            for (int height : new int[] {-5, 0, 2, 480}) {
                String pair = "(" + width + ", " + height + ")";
                checks.add(check(any, "ImageSize" + pair, probe -> {
                    ImageSize size = new ImageSize(width, height);
                    probe.same("width()", width, size.width());
                    probe.same("height()", height, size.height());
                    probe.holds("a record", size.getClass().isRecord());
                }));
                checks.add(check(
                        text,
                        "toString() of " + pair,
                        probe -> probe.same(
                                "toString()",
                                "imageop.ImageSize(width=" + width + ", height=" + height + ")",
                                new ImageSize(width, height).toString())));
            }
        }
        checks.add(check(items, "items of (3, 2)", probe -> {
            ImageSize size = new ImageSize(3, 2);
            probe.same("get(0)", 3, size.get(0));
            probe.same("get(1)", 2, size.get(1));
            for (int index : new int[] {-1, 2, Integer.MIN_VALUE}) {
                probe.refused(IndexOutOfBoundsException.class, "get(" + index + ")", () -> size.get(index));
            }
        }));
        for (int width : NUMBERS) {
            checks.add(check(items, "order of sizes as wide as " + width, probe -> ordered(probe, width)));
        }
    }

    private static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "sizes", what, body);
    }

    private static void ordered(Probe probe, int width) {
        for (int height : NUMBERS) {
            ImageSize size = new ImageSize(width, height);
            for (int otherWidth : NUMBERS) {
                for (int otherHeight : NUMBERS) {
                    ImageSize other = new ImageSize(otherWidth, otherHeight);
                    String both = size.width() + "×" + size.height() + " and " + otherWidth + "×" + otherHeight;
                    long difference = width != otherWidth ? (long) width - otherWidth : (long) height - otherHeight;
                    probe.same("order of " + both, Long.signum(difference), Integer.signum(size.compareTo(other)));
                    probe.same("equality of " + both, difference == 0, size.equals(other));
                    if (difference == 0) {
                        probe.same("hash code of " + both, size.hashCode(), other.hashCode());
                    }
                }
            }
        }
    }
}
