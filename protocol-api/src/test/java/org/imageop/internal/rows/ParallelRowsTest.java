package org.imageop.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelRowsTest {
    private static final boolean SEVERAL_CORES = Runtime.getRuntime().availableProcessors() > 1;

    /** The bands that ran: first row to end. */
    private static Map<Integer, Integer> bands(int rows, int unit, long samples, boolean concurrent) {
        Map<Integer, Integer> bands = new ConcurrentSkipListMap<>();
        ParallelRows.run(
                rows,
                unit,
                samples,
                concurrent,
                (start, end) -> assertThat(bands.put(start, end))
                        .as("two bands begin at %d", start)
                        .isNull());
        int next = 0;
        for (Map.Entry<Integer, Integer> band : bands.entrySet()) {
            assertThat(band.getKey()).isEqualTo(next).matches(start -> start % unit == 0);
            assertThat(band.getValue()).isGreaterThan(next);
            next = band.getValue();
        }
        assertThat(next).isEqualTo(rows);
        return bands;
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "1000, 2", "7, 1", "6, 2", "3, 1", "2, 1", "4, 2"})
    void largeImagesAreSplitIntoBandsThatCoverEachRowOnce(int rows, int unit) {
        assertThat(bands(rows, unit, 1 << 22, true).size() > 1).isEqualTo(SEVERAL_CORES);
    }

    @Test
    void smallImagesAreNotSplit() {
        assertThat(bands(1000, 1, 1 << 17, true)).hasSize(1);
    }

    @Test
    void imagesThatOneThreadMayReadAreNotSplit() {
        Thread caller = Thread.currentThread();
        assertThat(bands(1000, 1, 1 << 22, false)).hasSize(1);
        ParallelRows.run(
                1000,
                1,
                1 << 22,
                false,
                (start, end) -> assertThat(Thread.currentThread()).isSameAs(caller));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void oneRowIsNotSplit(int rows, int unit) {
        assertThat(bands(rows, unit, 1 << 22, true)).hasSize(1);
    }

    @Test
    void failuresReachTheCaller() {
        assertThatThrownBy(() -> ParallelRows.run(1000, 1, 1 << 22, true, (start, end) -> {
                    if (end == 1000) {
                        throw new IllegalStateException("the last band fails");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("the last band fails");
    }
}
