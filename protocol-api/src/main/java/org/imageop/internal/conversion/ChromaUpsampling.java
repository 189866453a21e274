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
    private final int[] near;
    private final int[] far;
    private final int[] out;

    /** Takes the size of the chroma plane. */
    ChromaUpsampling(SampleRows plane, int width, int height) {
        this.plane = plane;
        this.width = width;
        this.height = height;
        this.near = new int[width];
        this.far = new int[width];
        this.out = new int[2 * width];
    }

    @Override
    public int[] row(int y) {
        int nearest = y / 2;
        int other = Math.max(0, Math.min(height - 1, nearest + (y % 2 == 0 ? -1 : 1)));
        plane.read(0, nearest, width, near, 0);
        plane.read(0, other, width, far, 0);
        for (int k = 0; k < width; k++) {
            near[k] = 3 * near[k] + far[k];
        }
        for (int k = 0; k < width; k++) {
            int left = near[Math.max(0, k - 1)];
            int right = near[Math.min(width - 1, k + 1)];
            out[2 * k] = 3 * near[k] + left + 8 >> 4;
            out[2 * k + 1] = 3 * near[k] + right + 7 >> 4;
        }
        return out;
    }
}
