package org.imageop.internal.operations;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.imageop.Filter;
import org.imageop.ImageCore;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.internal.conversion.Conversion;
import org.imageop.internal.pixels.ByteTables;
import org.imageop.internal.pixels.PixelMemory;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.Runs;
import org.imageop.internal.rows.StridedRows;
import org.jspecify.annotations.Nullable;

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
        ImageRows all = ImageAccess.all(image);
        boolean[][] occurs = new boolean[functions.length][(int) mode.maxValue() + 1];
        search(all, each(mode, occurs));
        replace(all, each(mode, tables(occurs, functions)));
    }

    /** An element for each component, from as many or from a single one for all. */
    private static <T> T[] each(Mode mode, T[] given) {
        T[] each = Arrays.copyOf(given, mode.components());
        Arrays.fill(each, given.length, each.length, given[0]);
        return each;
    }

    /** For each function the results of the values that occur; all of them are there before anything is written. */
    private static int[][] tables(boolean[][] occurs, DoubleUnaryOperator[] functions) {
        int values = occurs[0].length;
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
        SampleRows rows = results.rows()[0];
        ImageSize size = image.size();
        int[] run = Runs.array(Mode.L32, size);
        Runs.all(Mode.L32, size, (plane, x, y, count) -> {
            rows.read(x, y, count, run, 0);
            for (int k = 0; k < count; k++) {
                run[k] = (int) result(function, run[k] & 0xffff_ffffL, 0xffff_ffffL);
            }
            rows.write(x, y, count, run, 0);
            return true;
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

    /** Limits samples of 8 bits to their intervals. */
    public static void clip(ImageCore image) {
        ImageAccess.checkWritable(image);
        Mode mode = image.mode();
        int[][] tables = new int[mode.components()][(int) mode.maxValue() + 1];
        for (int c = 0; c < tables.length; c++) {
            Mode.Interval interval = mode.intervals().get(c);
            for (int value = 0; value < tables[c].length; value++) {
                tables[c][value] = (int) Math.max(interval.min(), Math.min(interval.max(), value));
            }
        }
        replace(ImageAccess.all(image), tables);
    }

    /**
     * Marks the values that occur. In most images of bytes each value is soon found, and then nothing is left to see.
     *
     * @param occurs for each component; several may share an array
     */
    private static void search(ImageRows image, boolean[]... occurs) {
        Mode mode = image.mode();
        SampleRows[] rows = image.rows();
        int components = Runs.components(mode);
        ImageSize size = new ImageSize(image.width(), image.height());
        int[] run = Runs.array(mode, size);
        Runs.all(mode, size, (plane, x, y, count) -> {
            PixelMemory pixels = pixels(rows[plane]);
            if (pixels == null) {
                rows[plane].read(x, y, count, run, 0);
                for (int k = 0; k < count * components; k++) {
                    occurs[plane + k % components][run[k]] = true;
                }
            } else {
                pixels.load(x, y, count, run, 0);
                ByteTables.mark(pixels, run, count, Arrays.copyOfRange(occurs, plane, plane + components));
            }
            return !all(occurs);
        });
    }

    private static boolean all(boolean[][] occurs) {
        for (boolean[] component : occurs) {
            for (boolean value : component) {
                if (!value) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Replaces all samples by what the tables have for their components. */
    private static void replace(ImageRows image, int[]... tables) {
        Mode mode = image.mode();
        SampleRows[] rows = image.rows();
        int components = Runs.components(mode);
        ImageSize size = new ImageSize(image.width(), image.height());
        int[] run = Runs.array(mode, size);
        ByteTables[] bytes = new ByteTables[rows.length];
        for (int plane = 0; plane < rows.length; plane++) {
            PixelMemory pixels = pixels(rows[plane]);
            if (pixels != null) {
                bytes[plane] = new ByteTables(pixels, Arrays.copyOfRange(tables, plane, plane + components));
            }
        }
        Runs.all(mode, size, (plane, x, y, count) -> {
            PixelMemory pixels = pixels(rows[plane]);
            if (pixels == null) {
                rows[plane].read(x, y, count, run, 0);
                for (int k = 0; k < count * components; k++) {
                    run[k] = tables[plane + k % components][run[k]];
                }
                rows[plane].write(x, y, count, run, 0);
            } else {
                pixels.replace(x, y, count, bytes[plane]);
            }
            return true;
        });
    }

    /** Pixels in memory whose bytes are samples. */
    private static @Nullable PixelMemory pixels(SampleRows rows) {
        if (rows instanceof StridedRows memory && !memory.premultiplied()) {
            memory.checkAlive();
            return memory.pixels();
        }
        return null;
    }
}
