package org.imageop;

import java.util.Arrays;

/** Comparing the samples of two images of the same mode and size, row by row. */
final class SameContent {
    private SameContent() {}

    static boolean test(ImageLike a, ImageLike b) {
        Mode mode = a.mode();
        SampleRows[] first = Images.raster(a).rows();
        SampleRows[] second = Images.raster(b).rows();
        int[] left = Runs.array(mode, a.size());
        int[] right = Runs.array(mode, a.size());
        return Runs.all(mode, a.size(), (plane, x, y, count) -> {
            first[plane].read(x, y, count, left, 0);
            second[plane].read(x, y, count, right, 0);
            int samples = count * Runs.components(mode);
            return Arrays.equals(left, 0, samples, right, 0, samples);
        });
    }
}
