package org.imageop.internal.operations;

import java.util.Arrays;
import org.imageop.ImageCore;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.rows.Runs;

/** Comparing the samples of two images of the same mode and size, row by row. */
public final class SameContent {
    private SameContent() {}

    /** Whether two images of the same mode and size have the same samples. */
    public static boolean test(ImageCore a, ImageCore b) {
        Mode mode = a.mode();
        SampleRows[] first = ImageAccess.all(a).rows();
        SampleRows[] second = ImageAccess.all(b).rows();
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
