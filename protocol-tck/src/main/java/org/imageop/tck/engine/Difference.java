package org.imageop.tck.engine;

import java.util.Optional;

/**
 * The first sample that is not as expected, and what all that differ have in common.
 *
 * @param component the component of the first
 * @param x its column
 * @param y its row
 * @param kind what is wrong with all of them
 * @param suspicion the same in words; empty if nothing is known
 */
public record Difference(int component, int x, int y, Kind kind, String suspicion) {
    /** The kind of mistake. */
    public enum Kind {
        /** All are a little larger or smaller. */
        LOW_BITS,
        /** The bytes of each are in the other order. */
        BYTE_ORDER,
        /** Two components have each other's samples. */
        EXCHANGED,
        /** Colours of translucent pixels alone differ. */
        TRANSLUCENT,
        ANY
    }

    /** Compares samples of the same shape; empty if they are the same. */
    public static Optional<Difference> of(Samples expected, Samples found) {
        int[] first = expected.firstDifference(found);
        if (first.length == 0) {
            return Optional.empty();
        }
        Kind kind = Kind.ANY;
        String suspicion = "";
        String exchanged = exchanged(expected, found);
        if (hasReversedBytes(expected, found)) {
            kind = Kind.BYTE_ORDER;
            suspicion = "every sample has its bytes in the other order";
        } else if (!exchanged.isEmpty()) {
            kind = Kind.EXCHANGED;
            suspicion = exchanged + " are exchanged";
        } else if (expected.shape.hasAlpha() && differOnlyInTranslucentColors(expected, found)) {
            kind = Kind.TRANSLUCENT;
            suspicion = "opaque pixels are right: the colours are multiplied by alpha on one side";
        } else if (isClose(expected, found)) {
            kind = Kind.LOW_BITS;
            suspicion = "all samples are nearly right: low bits are lost";
        }
        return Optional.of(new Difference(first[0], first[1], first[2], kind, suspicion));
    }

    private static boolean hasReversedBytes(Samples expected, Samples found) {
        int bits = expected.shape.bits();
        Samples reversed = expected.copy();
        reversed.each((c, x, y) -> reversed.of[c][y][x] = Integer.reverseBytes(reversed.of[c][y][x]) >>> (32 - bits));
        return bits > 8 && reversed.firstDifference(found).length == 0;
    }

    private static String exchanged(Samples expected, Samples found) {
        int n = expected.shape.planar() ? 0 : expected.of.length;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                Samples swapped = expected.copy();
                int[][] plane = swapped.of[a];
                swapped.of[a] = swapped.of[b];
                swapped.of[b] = plane;
                if (swapped.firstDifference(found).length == 0) {
                    return expected.shape.names().get(a) + " and "
                            + expected.shape.names().get(b);
                }
            }
        }
        return "";
    }

    private static boolean differOnlyInTranslucentColors(Samples expected, Samples found) {
        Samples opaque = expected.copy();
        int alpha = opaque.of.length - 1;
        opaque.each((c, x, y) -> {
            if (c < alpha && expected.of[alpha][y][x] != (int) expected.shape.max()) {
                opaque.of[c][y][x] = found.of[c][y][x];
            }
        });
        return opaque.firstDifference(found).length == 0;
    }

    private static boolean isClose(Samples expected, Samples found) {
        long[] most = {0, 0, expected.shape.max()};
        expected.each((c, x, y) -> {
            long sample = Integer.toUnsignedLong(expected.of[c][y][x]);
            most[0] = Math.max(most[0], Math.abs(sample - Integer.toUnsignedLong(found.of[c][y][x])));
            most[1] = Math.max(most[1], sample);
            most[2] = Math.min(most[2], sample);
        });
        // samples that are all alike are near to each other wherever they are
        return most[0] <= expected.shape.max() / 8 && most[1] - most[2] > expected.shape.max() / 4;
    }

    /** Words for the place of the first, for example {@code component g of the image at (1,0)}. */
    public String where(Shape shape, String name) {
        return "component " + shape.names().get(component) + " of " + name + " at (" + x + "," + y + ")";
    }

    /** The first sample, and the suspicion. */
    public String found(Samples found) {
        String sample = Integer.toUnsignedString(found.of[component][y][x]);
        return suspicion.isEmpty() ? sample : sample + "; " + suspicion;
    }

    /** The first sample. */
    public String expected(Samples expected) {
        return Integer.toUnsignedString(expected.of[component][y][x]);
    }
}
