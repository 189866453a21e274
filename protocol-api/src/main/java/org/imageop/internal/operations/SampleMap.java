package org.imageop.internal.operations;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.imageop.Filter;
import org.imageop.ImageCore;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.conversion.Conversion;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.Runs;

/** Replacing every sample of an image by a function of it: map and clip (P-29 to P-33, P-38). */
public final class SampleMap {
    private SampleMap() {}

    /** Replaces samples by functions of them: one, or one for each component. */
    public static void apply(ImageCore image, DoubleUnaryOperator... functions) {
        Mode mode = image.mode();
        if (functions.length != 1 && functions.length != mode.components()) {
            throw new IllegalArgumentException(
                    "map takes one function, or one for each of the components " + mode.componentNames() + " of " + mode
                            + ", not " + functions.length + " [errors.md#number-of-functions]");
        }
        for (DoubleUnaryOperator function : functions) {
            Objects.requireNonNull(function, "function");
        }
        ImageAccess.checkWritable(image);
        if (mode == Mode.L32) {
            applyToWideSamples(image, functions[0]);
            return;
        }
        int[][] tables = tables(image, functions);
        replace(image, (component, sample) -> tables[functions.length == 1 ? 0 : component][sample]);
    }

    /** For each function the results of the values that occur; all of them are there before anything is written. */
    private static int[][] tables(ImageCore image, DoubleUnaryOperator[] functions) {
        int values = (int) image.mode().maxValue() + 1;
        boolean[][] occurs = new boolean[functions.length][values];
        walk(ImageAccess.all(image), false, (component, components, samples, count) -> {
            for (int k = 0; k < count; k++) {
                int c = component + k % components;
                occurs[functions.length == 1 ? 0 : c][samples[k]] = true;
            }
        });
        int[][] tables = new int[functions.length][values];
        for (int f = 0; f < functions.length; f++) {
            for (int value = 0; value < values; value++) {
                if (occurs[f][value]) {
                    tables[f][value] = (int) result(functions[f], value, values - 1);
                }
            }
        }
        return tables;
    }

    /** 32 bits are too many for a table, so the results are kept in an image until all of them are known. */
    private static void applyToWideSamples(ImageCore image, DoubleUnaryOperator function) {
        ImageRows all = ImageAccess.all(image);
        ImageRows results = Overwriting.copyOf(all);
        walk(results, true, (component, components, samples, count) -> {
            for (int k = 0; k < count; k++) {
                samples[k] = (int) result(function, samples[k] & 0xffff_ffffL, 0xffff_ffffL);
            }
        });
        Conversion.run(results, all, Filter.NEAREST, Filter.NEAREST);
    }

    private static long result(DoubleUnaryOperator function, long value, long max) {
        double result = function.applyAsDouble(value);
        if (Double.isNaN(result)) {
            throw new IllegalArgumentException("The function given to map returned NaN for " + value
                    + "; the image is unchanged [errors.md#nan-from-function]");
        }
        return Math.max(0, Math.min(max, Math.round(result)));
    }

    /** Limits samples to their intervals. */
    public static void clip(ImageCore image) {
        ImageAccess.checkWritable(image);
        int[] min =
                image.mode().intervals().stream().mapToInt(i -> (int) i.min()).toArray();
        int[] max =
                image.mode().intervals().stream().mapToInt(i -> (int) i.max()).toArray();
        replace(image, (component, sample) -> Math.max(min[component], Math.min(max[component], sample)));
    }

    private interface Replacement {
        int of(int component, int sample);
    }

    private static void replace(ImageCore image, Replacement replacement) {
        walk(ImageAccess.all(image), true, (component, components, samples, count) -> {
            for (int k = 0; k < count; k++) {
                samples[k] = replacement.of(component + k % components, samples[k]);
            }
        });
    }

    /** Sees a run of samples: {@code components} side by side, the first of which is {@code component}. */
    private interface Visitor {
        void run(int component, int components, int[] samples, int count);
    }

    /** Shows every stored sample to a visitor and, if asked to, writes back what it made of them. */
    private static void walk(ImageRows image, boolean write, Visitor visitor) {
        Mode mode = image.mode();
        SampleRows[] rows = image.rows();
        int components = Runs.components(mode);
        ImageSize size = new ImageSize(image.width(), image.height());
        int[] run = Runs.array(mode, size);
        Runs.all(mode, size, (plane, x, y, count) -> {
            rows[plane].read(x, y, count, run, 0);
            visitor.run(plane, components, run, count * components);
            if (write) {
                rows[plane].write(x, y, count, run, 0);
            }
            return true;
        });
    }
}
