package org.imageop;

import java.util.Arrays;
import org.imageop.internal.Raster;

/** Comparing the samples of two images of the same mode and size, row by row. */
final class SameContent {
    private static final int LONGEST_RUN = 1 << 16;

    private SameContent() {}

    static boolean test(ImageLike a, ImageLike b) {
        Mode mode = a.mode();
        Raster first = Images.raster(a);
        Raster second = Images.raster(b);
        int components = mode.planar() ? 1 : mode.components();
        for (int plane = 0; plane < first.rows().length; plane++) {
            ImageSize size = mode.planeSize(plane, first.width(), first.height());
            int[] left = new int[Math.min(LONGEST_RUN, size.width()) * components];
            int[] right = new int[left.length];
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0, pixels; x < size.width(); x += pixels) {
                    pixels = Math.min(LONGEST_RUN, size.width() - x);
                    first.rows()[plane].read(x, y, pixels, left, 0);
                    second.rows()[plane].read(x, y, pixels, right, 0);
                    int samples = pixels * components;
                    if (!Arrays.equals(left, 0, samples, right, 0, samples)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
