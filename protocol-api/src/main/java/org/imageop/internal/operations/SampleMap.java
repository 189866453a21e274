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
import org.imageop.internal.pixels.PixelRuns;
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
        walk(all, false, new Search(each(mode, occurs)));
        walk(all, true, new Replacement(each(mode, tables(occurs, functions))));
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
        walk(ImageAccess.all(image), true, new Replacement(tables));
    }

    /** Sees runs of pixels, whose first component is {@code component}: 0, or, in planar modes, that of a plane. */
    private interface Visitor {
        /** Samples, {@code components} side by side. */
        void samples(int component, int components, int[] samples, int count);

        /** Pixels in ints. */
        void pixels(int component, int components, PixelRuns memory, int[] pixels, int count);

        /** Whether it has seen enough. */
        default boolean done() {
            return false;
        }
    }

    /** Marks for each component the values that occur. */
    private record Search(boolean[][] occurs) implements Visitor {
        @Override
        public void samples(int component, int components, int[] samples, int count) {
            for (int k = 0; k < count * components; k++) {
                occurs[component + k % components][samples[k]] = true;
            }
        }

        @Override
        public void pixels(int component, int components, PixelRuns memory, int[] pixels, int count) {
            ByteTables.mark(memory, pixels, count, Arrays.copyOfRange(occurs, component, component + components));
        }

        /** In most images of bytes each value is soon found. */
        @Override
        public boolean done() {
            for (boolean[] component : occurs) {
                for (boolean value : component) {
                    if (!value) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** Replaces samples by what the tables have for their component. */
    private static final class Replacement implements Visitor {
        private final int[][] tables;

        /** For the bytes of each plane. */
        private final @Nullable ByteTables[] bytes;

        Replacement(int[][] tables) {
            this.tables = tables;
            this.bytes = new ByteTables[tables.length];
        }

        @Override
        public void samples(int component, int components, int[] samples, int count) {
            for (int k = 0; k < count * components; k++) {
                samples[k] = tables[component + k % components][samples[k]];
            }
        }

        @Override
        public void pixels(int component, int components, PixelRuns memory, int[] pixels, int count) {
            ByteTables found = bytes[component];
            if (found == null) {
                found = new ByteTables(memory, Arrays.copyOfRange(tables, component, component + components));
                bytes[component] = found;
            }
            found.apply(pixels, count);
        }
    }

    /** Shows runs of all samples to a visitor until it is done, and, if asked to, writes back what it made of them. */
    private static void walk(ImageRows image, boolean write, Visitor visitor) {
        Mode mode = image.mode();
        SampleRows[] rows = image.rows();
        int components = Runs.components(mode);
        ImageSize size = new ImageSize(image.width(), image.height());
        int[] run = Runs.array(mode, size);
        Runs.all(mode, size, (plane, x, y, count) -> {
            PixelRuns pixels = pixels(rows[plane]);
            if (pixels == null) {
                rows[plane].read(x, y, count, run, 0);
                visitor.samples(plane, components, run, count);
                if (write) {
                    rows[plane].write(x, y, count, run, 0);
                }
            } else {
                pixels.load(x, y, count, run, 0);
                visitor.pixels(plane, components, pixels, run, count);
                if (write) {
                    pixels.store(x, y, count, run, 0);
                }
            }
            return !visitor.done();
        });
    }

    /** Pixels in memory whose bytes are samples. */
    private static @Nullable PixelRuns pixels(SampleRows rows) {
        if (rows instanceof StridedRows memory && !memory.premultiplied()) {
            memory.checkAlive();
            return memory.pixels();
        }
        return null;
    }
}
