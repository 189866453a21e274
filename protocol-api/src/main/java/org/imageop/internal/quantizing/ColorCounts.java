package org.imageop.internal.quantizing;

/**
 * How often colours occur. While there are few, each has a cell; as soon as there are more, the lowest bits of components no
 * longer tell colours apart, and each cell knows the mean of its colours.
 */
final class ColorCounts {
    private static final int MOST_CELLS = 1 << 14;
    private static final int PLACES = 2 * MOST_CELLS;

    private final int components;
    private int mask = -1;
    private int size;
    private int[] keys = new int[PLACES];
    /** A cell's number plus one, or 0. */
    private int[] cells = new int[PLACES];

    private long[] counts = new long[MOST_CELLS];
    private long[] sums;

    ColorCounts(int components) {
        this.components = components;
        sums = new long[MOST_CELLS * components];
    }

    /** Counts a pixel whose components are side by side in an int. */
    void add(int color) {
        int cell = cell(color);
        counts[cell]++;
        for (int c = components - 1, rest = color; c >= 0; c--, rest >>>= Byte.SIZE) {
            sums[cell * components + c] += rest & 0xff;
        }
    }

    private int cell(int color) {
        int at = place(color & mask);
        if (cells[at] == 0) {
            if (size == MOST_CELLS) {
                coarsen();
                return cell(color);
            }
            keys[at] = color & mask;
            cells[at] = ++size;
        }
        return cells[at] - 1;
    }

    private int place(int key) {
        int at = (key ^ key >>> 15) * 0x9e3779b9 >>> Integer.numberOfLeadingZeros(PLACES - 1);
        while (cells[at] != 0 && keys[at] != key) {
            at = at + 1 & PLACES - 1;
        }
        return at;
    }

    /** Joins cells that differ in the lowest bit. */
    private void coarsen() {
        ColorCounts coarse = new ColorCounts(components);
        coarse.mask = mask << 1 & 0xfefefefe & mask;
        for (int at = 0; at < PLACES; at++) {
            if (cells[at] != 0) {
                int from = cells[at] - 1;
                int to = coarse.cell(keys[at]);
                coarse.counts[to] += counts[from];
                for (int c = 0; c < components; c++) {
                    coarse.sums[to * components + c] += sums[from * components + c];
                }
            }
        }
        mask = coarse.mask;
        size = coarse.size;
        keys = coarse.keys;
        cells = coarse.cells;
        counts = coarse.counts;
        sums = coarse.sums;
    }

    int size() {
        return size;
    }

    long count(int cell) {
        return counts[cell];
    }

    /** The sum of a component over all pixels of a cell. */
    long sum(int cell, int component) {
        return sums[cell * components + component];
    }

    /** The mean colour of a cell, its components side by side. */
    int mean(int cell) {
        int color = 0;
        for (int c = 0; c < components; c++) {
            color = color << Byte.SIZE | rounded(sum(cell, c), counts[cell]);
        }
        return color;
    }

    static int rounded(long sum, long count) {
        return (int) ((sum + count / 2) / count);
    }
}
