package org.imageop.internal.rows;

import java.util.stream.IntStream;

/** Splits the rows of an image into bands and, if that is worth it and allowed, works on several at once. */
public final class ParallelRows {
    /** Below this many samples another thread costs more than it gains. */
    private static final long WORTH_SHARING = 1 << 18;

    private ParallelRows() {}

    /** Work on the rows {@code start} to {@code end} − 1; results must not depend on where bands are cut. */
    @FunctionalInterface
    public interface Work {
        void rows(int start, int end);
    }

    /**
     * Does the work for all rows.
     *
     * @param rows how many rows there are
     * @param unit bands begin at multiples of this
     * @param samples how many samples are touched in all
     * @param concurrent whether several threads may work at once
     */
    public static void run(int rows, int unit, long samples, boolean concurrent, Work work) {
        int cores = Runtime.getRuntime().availableProcessors();
        int units = rows / unit;
        int bands = (int) Math.min(Math.min(units, cores * 2L), samples / (WORTH_SHARING / 2));
        if (!concurrent || cores == 1 || bands < 2) {
            work.rows(0, rows);
            return;
        }
        IntStream.range(0, bands).parallel().forEach(i -> {
            int start = (int) ((long) units * i / bands) * unit;
            int end = i == bands - 1 ? rows : (int) ((long) units * (i + 1) / bands) * unit;
            work.rows(start, end);
        });
    }
}
