package org.imageop.internal.conversion;

import org.imageop.SampleRows;
import org.imageop.internal.resizing.RowSource;

/**
 * One chroma plane at twice its size by libjpeg's triangle filter: three parts of the nearer sample, one of the
 * farther, in both directions (SPEC.md B.3).
 */
final class ChromaUpsampling implements RowSource {
    private final SampleRows plane;
    private final int width;
    private final int height;

    /** The last rows that were read, three neighbours at most: each is needed four times. */
    private final int[][] rows;

    private final int[] numbers = {-1, -1, -1};
    private final int[] sums;
    private final int[] out;

    /** Takes the size of the chroma plane. */
    ChromaUpsampling(SampleRows plane, int width, int height) {
        this.plane = plane;
        this.width = width;
        this.height = height;
        this.rows = new int[3][width];
        this.sums = new int[width];
        this.out = new int[2 * width];
    }

    @Override
    public int[] row(int y) {
        int nearest = y / 2;
        int other = Math.max(0, Math.min(height - 1, nearest + (y % 2 == 0 ? -1 : 1)));
        add(input(nearest), input(other), sums, width);
        spread(sums, width, out);
        return out;
    }

    private int[] input(int y) {
        int place = y % rows.length;
        if (numbers[place] != y) {
            plane.read(0, y, width, rows[place], 0);
            numbers[place] = y;
        }
        return rows[place];
    }

    private static void add(int[] near, int[] far, int[] sums, int width) {
        for (int k = 0; k < width; k++) {
            sums[k] = 3 * near[k] + far[k];
        }
    }

    private static void spread(int[] sums, int width, int[] out) {
        int left = sums[0];
        int here = left;
        int last = width - 1;
        for (int k = 0; k < last; k++) {
            int right = sums[k + 1];
            out[2 * k] = 3 * here + left + 8 >> 4;
            out[2 * k + 1] = 3 * here + right + 7 >> 4;
            left = here;
            here = right;
        }
        out[2 * last] = 3 * here + left + 8 >> 4;
        out[2 * last + 1] = 4 * here + 7 >> 4;
    }
}
