package org.imageop.verification.matrix;

import java.util.SplittableRandom;
import org.imageop.Mode;
import org.imageop.verification.model.Formulas;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transfer, read and written through that side's own means: raw memory, Raster, PixelReader, RandomAccess. Samples are
 * those of a mode, straight; conversions from what is stored are those of {@link Formulas}, not of the code under test.
 */
interface Pixels {
    int WIDTH = 6;
    int HEIGHT = 4;

    /** The numbers that floating-point samples are. */
    Numbers NUMBERS = new Numbers(0, 2, true);

    int[] get(int x, int y);

    /** Stores the nearest colour that there is a place for. */
    void set(int x, int y, int... samples);

    /** What elements are, if they are numbers of a range. */
    default @Nullable Numbers numbers() {
        return null;
    }

    /** Stores some colour. */
    default void scatter(int x, int y, Mode mode, SplittableRandom random) {
        int[] samples = new int[mode.components()];
        for (int c = 0; c < samples.length; c++) {
            samples[c] = (int) random.nextLong(mode.maxValue() + 1);
        }
        set(x, y, samples);
    }
}
