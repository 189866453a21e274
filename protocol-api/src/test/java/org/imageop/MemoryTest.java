package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.imageop.internal.conversion.Conversion;
import org.imageop.internal.operations.ImageAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Converting and resizing hold the result and a few rows; sizes that cannot be held are refused at once. */
class MemoryTest {
    private static final long SMALL_THINGS = 256 * 1024;

    record Work(Mode from, int width, int height, Mode to, int toWidth, int toHeight) {
        long result() {
            return to.length(toWidth, toHeight);
        }

        /** What may be dropped again for each row that is read: an iterator or two, but no row. */
        long crumbs() {
            return 64L * (height + toHeight);
        }

        /** A row of ints on the longer side, times the components. */
        long row() {
            return 4L * Math.max(width, toWidth) * Math.max(from.components(), to.components());
        }

        /**
         * Weights, two kinds and an index, of a Lanczos window on each axis. Since JDK 21 StrictMath is written in Java, and
         * drops arrays of some 70 bytes for each of the two sines of a weight.
         */
        long weights() {
            long dropped = Runtime.version().feature() < 21 ? 0 : 144;
            return (12 + dropped) * (window(width, toWidth) * toWidth + window(height, toHeight) * toHeight)
                    + 8L * (toWidth + toHeight);
        }

        /** An upper bound with some room: 60 rows of ints, or 30 of doubles, where a dozen would do. */
        long most(int planes) {
            return result() + 60 * row() + planes * (weights() + blocks()) + crumbs() + SMALL_THINGS;
        }

        /** 128 rows of pixels before and after the pass across, for each band. */
        long blocks() {
            int bands = 2 * Runtime.getRuntime().availableProcessors();
            return width == toWidth || from.bitsPerComponent() > 8 ? 0 : bands * 128 * 4L * (width + toWidth + 64);
        }

        private static long window(int from, int to) {
            return from == to ? 0 : 8 + 6L * Math.max(1, from / to + 1);
        }
    }

    static Stream<Work> work() {
        return Stream.of(
                new Work(Mode.L, 8192, 8192, Mode.L, 8192, 100),
                new Work(Mode.L, 100, 100, Mode.L, 100, 8000),
                new Work(Mode.L, 4000, 4000, Mode.L, 400, 400),
                new Work(Mode.L32, 3000, 3000, Mode.L32, 300, 3000),
                new Work(Mode.RGBA, 3000, 2000, Mode.RGBA, 300, 200),
                new Work(Mode.RGBA64, 300, 200, Mode.RGBA64, 900, 700),
                new Work(Mode.L, 20, 400_000, Mode.L, 5, 200),
                new Work(Mode.RGB, 3000, 2000, Mode.JPEG_YV12, 3000, 2000),
                new Work(Mode.RGB48, 3000, 2000, Mode.L, 3000, 2000),
                new Work(Mode.CMYK64, 2000, 2000, Mode.RGB, 500, 3000),
                new Work(Mode.L, 1, 1_000_000, Mode.L16, 1, 1_000_000));
    }

    @ParameterizedTest
    @MethodSource("work")
    void M4_holdsTheResultAndAFewRows(Work work) {
        SampleRows rows = (x, y, count, samples, offset) -> {
            for (int k = offset; k < offset + count * work.from.components(); k++) {
                samples[k] = k + y & 0xff;
            }
        };
        ComputedImage source = ComputedImage.of(work.from, work.width, work.height, rows);

        long allocated = AllocatedBytes.of(() -> StandardImage.from(source, work.to, work.toWidth, work.toHeight));

        assertThat(allocated).isBetween(work.result(), work.most(1));
    }

    @ParameterizedTest
    @MethodSource("planarWork")
    void M4_holdsAFewRowsOfPlanes(Work work) {
        SampleRows rows = (x, y, count, samples, offset) -> {
            for (int k = offset; k < offset + count; k++) {
                samples[k] = k + y & 0xff;
            }
        };
        ComputedImage source = ComputedImage.of(work.from, work.width, work.height, rows, rows, rows);

        long allocated = AllocatedBytes.of(() -> StandardImage.from(source, work.to, work.toWidth, work.toHeight));

        assertThat(allocated).isBetween(work.result(), work.most(3));
    }

    static Stream<Work> planarWork() {
        return Stream.of(
                new Work(Mode.YV12, 4000, 3000, Mode.JPEG_YV12, 4000, 3000),
                new Work(Mode.YV12, 4000, 3000, Mode.RGB, 4000, 3000),
                new Work(Mode.JPEG_YV12, 4000, 3000, Mode.RGBA, 501, 333),
                new Work(Mode.JPEG_YV12, 4000, 3000, Mode.JPEG_YV12, 400, 300));
    }

    static Stream<Object[]> unheldSizes() {
        return Stream.of(
                new Object[] {Mode.L, 65536, 32768, "fits no Java array"},
                new Object[] {Mode.L, Integer.MAX_VALUE, 1, "fits no Java array"},
                new Object[] {Mode.L16, 1, Integer.MAX_VALUE, "fits no Java array"},
                new Object[] {Mode.YV12, 1 << 30, 2, "fits no Java array"},
                new Object[] {Mode.CMYK, 1 << 30, 1 << 30, "fits no Java array"},
                new Object[] {Mode.L32, Integer.MAX_VALUE, Integer.MAX_VALUE, "more bytes than a long can count"},
                new Object[] {Mode.RGBA64, Integer.MAX_VALUE, Integer.MAX_VALUE, "more bytes than a long can count"});
    }

    @ParameterizedTest
    @MethodSource("unheldSizes")
    void refusesSizesThatNoJvmCanHold(Mode mode, int width, int height, String why) {
        assertRefused(() -> StandardImage.of(mode, width, height), width + "×" + height, why);
        assertRefused(() -> StandardImage.filled(mode, width, height, mode.black()), width + "×" + height, why);
        StandardImage source = StandardImage.of(mode, 2, 2);
        assertRefused(() -> StandardImage.from(source, width, height), width + "×" + height, why);
    }

    @Test
    void refusesSizesThatThisJvmCannotHold() {
        // ten times the heap, with planes that each fit an array
        long pixels = Math.min(Runtime.getRuntime().maxMemory() / 8 * 10, Integer.MAX_VALUE - 100L);
        int height = (int) (pixels / 1000);
        assertRefused(() -> StandardImage.of(Mode.RGBA64, 1000, height), "1000×" + height, "heap is limited");
        assertRefused(() -> StandardImage.canvas(60_000, 35_000), "60000×35000", "heap is limited");
    }

    private static void assertRefused(Runnable allocation, String size, String why) {
        long allocated = AllocatedBytes.of(() -> assertThatThrownBy(allocation::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(size)
                .hasMessageContaining(why));
        assertThat(allocated).isLessThan(1 << 20);
    }

    /** Takes the pixels of a row from left to right and keeps none but the last. */
    private static final class Sink implements SampleRows {
        private final Mode mode;
        private long written;
        private long last;

        Sink(Mode mode) {
            this.mode = mode;
        }

        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            throw new UnsupportedOperationException("a sink is not read");
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            if (x != written || y != 0) {
                throw new IllegalStateException("pixel " + x + " of row " + y + " was written after " + written);
            }
            written += count;
            last = Integer.toUnsignedLong(samples[offset + (count - 1) * mode.components()]);
        }

        @Override
        public boolean readOnly() {
            return false;
        }
    }

    private static ComputedImage grey(Mode mode, int width) {
        return ComputedImage.of(
                mode,
                width,
                1,
                (x, y, count, samples, offset) -> Arrays.fill(samples, offset, offset + count * mode.components(), 51));
    }

    /** 300 million pixels pass from one computed image to another. */
    @ParameterizedTest
    @MethodSource("streams")
    void streamsHugeRows(Mode from, Mode to, long expected) {
        int width = 300_000_000;
        Sink sink = new Sink(to);
        ComputedImage source = grey(from, width);
        ComputedImage target = ComputedImage.of(to, width, 1, sink);

        long allocated = AllocatedBytes.once(
                () -> Conversion.run(ImageAccess.all(source), ImageAccess.all(target), Filter.NEAREST, Filter.NEAREST));

        assertThat(allocated).isLessThan(16 << 20);
        assertThat(sink.written).isEqualTo(width);
        assertThat(sink.last).isEqualTo(expected);
    }

    static Stream<Object[]> streams() {
        return Stream.of(new Object[] {Mode.L, Mode.L, 51L}, new Object[] {Mode.L, Mode.LA32, 51 * 257L});
    }

    @ParameterizedTest
    @MethodSource("streams")
    void copyingComputedImagesOfDifferentBasesHoldsAFewRows(Mode from, Mode to, long expected) {
        int width = 20_000_000;
        Sink sink = new Sink(to);

        long allocated =
                AllocatedBytes.once(() -> Images.copy(grey(from, width), ComputedImage.of(to, width, 1, sink)));

        assertThat(allocated).isLessThan(16 << 20);
        assertThat(sink.written).isEqualTo(width);
        assertThat(sink.last).isEqualTo(expected);
    }

    /** Writing the target may change the source, so that the source is held once. */
    @ParameterizedTest
    @MethodSource("streams")
    void copyingComputedImagesOfTheSameBaseHoldsTheSourceOnce(Mode from, Mode to, long expected) {
        int width = 20_000_000;
        Sink sink = new Sink(to);
        SampleRows sameBase = new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                Arrays.fill(samples, offset, offset + count * from.components(), 51);
            }

            @Override
            public java.util.List<?> foundations() {
                return java.util.List.of(sink);
            }
        };
        ComputedImage source = ComputedImage.of(from, width, 1, sameBase);

        long allocated = AllocatedBytes.once(() -> Images.copy(source, ComputedImage.of(to, width, 1, sink)));

        assertThat(allocated).isBetween((long) width, width + (16L << 20));
        assertThat(sink.written).isEqualTo(width);
        assertThat(sink.last).isEqualTo(expected);
    }

    /** Memory that is known to be new needs no copy of the source. */
    @Test
    void M7_mapHoldsATableForEachFunction() {
        StandardImage image = StandardImage.of(Mode.RGB48, 1000, 700);

        long allocated = AllocatedBytes.of(() -> image.map(v -> v, v -> v + 1, v -> v + 2));

        // 65536 ints for each of three functions, and which values occur; the image has 4.2 MB
        long table = 65536 * 4L;
        assertThat(allocated).isBetween(3 * table, 5 * table);
    }

    @Test
    void M7_mapOf32BitsHoldsTheImageOnce() {
        // in bytes, which cannot be distinguished from others by their array
        StandardImage image = StandardImage.wrap(Mode.L32, 1000, 1000, new byte[4_000_000]);

        long allocated = AllocatedBytes.of(() -> image.map(v -> v + 1));

        assertThat(allocated).isBetween(4_000_000L, 4_200_000L);
    }

    @Test
    void fillingNewMemoryHoldsAFewRows() {
        int width = 20_000_000;
        ComputedImage source = grey(Mode.L, width);
        PixelLayout memory = PixelLayout.of(Mode.L, width, 1, ByteBuffer.allocate(width));

        long allocated = AllocatedBytes.once(() -> StandardImage.from(source, memory));

        assertThat(allocated).isLessThan(16 << 20);
        assertThat(StandardImage.wrap(memory).get(width - 1, 0).l()).isEqualTo(51);
    }

    @Test
    void M7_mapHoldsATablePerFunctionAndOfL32OneCopy() {
        StandardImage grey = StandardImage.of(Mode.L16, 3000, 2000);
        StandardImage wide = StandardImage.of(Mode.L32, 2000, 1000);
        long copy = wide.buffer().length();

        assertThat(AllocatedBytes.of(() -> grey.map(v -> 65535 - v))).isLessThan(1 << 20);
        assertThat(AllocatedBytes.of(() -> wide.map(v -> v / 2))).isBetween(copy, copy + (1 << 20));
    }

    @Test
    void reachesTheEndsOfTheWidestImages() {
        int width = Integer.MAX_VALUE;
        ComputedImage image = ComputedImage.of(Mode.RGB, width, 2, (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                samples[offset + 3 * i] = x + i & 0xff;
                samples[offset + 3 * i + 1] = x + i >> 24;
                samples[offset + 3 * i + 2] = y;
            }
        });

        assertThat(image.get(width - 1, 1).value()).containsExactly(0xfe, 0x7f, 1);
        assertThat(image.buffer().get(6L * width - 1)).isEqualTo(1);
        assertThat(Samples.of(image.get(Slice.from(-2), Slice.from(-1)))).containsExactly(0xfd, 0x7f, 1, 0xfe, 0x7f, 1);
        assertThat(Samples.of(image.get(Slice.of(Integer.MAX_VALUE, Integer.MIN_VALUE, -0x7fff_fffe), Slice.to(1))))
                .containsExactly(0xfe, 0x7f, 0, 0, 0, 0);
        assertThat(Samples.of(StandardImage.from(Views.crop(image, width - 1, 0, 1, 2), Mode.L)))
                .containsExactly((299 * 0xfe + 587 * 0x7f + 500) / 1000, (299 * 0xfe + 587 * 0x7f + 114 + 500) / 1000);
    }

    /** A window for each of three results spans some hundred million rows. */
    @Test
    void refusesToResizeSidesWhoseWeightsFitNoArray() {
        ComputedImage tall = ComputedImage.of(Mode.L, 1, 1_000_000_000, (x, y, count, samples, offset) -> {});

        assertRefused(() -> StandardImage.from(tall, 1, 10), "a side of 1000000000 pixels to 10", "weights");
    }

    /** NEAREST looks at one row for each of the result. */
    @Test
    void C7_rowsThatCountForNothingAreNotRead() {
        List<Integer> read = new ArrayList<>();
        ComputedImage image = ComputedImage.of(Mode.L, 4, 1000, (x, y, count, samples, offset) -> {
            read.add(y);
            Arrays.fill(samples, offset, offset + count, y & 0xff);
        });

        StandardImage small = StandardImage.from(image, 4, 5, Filter.NEAREST);

        assertThat(read).containsExactly(100, 300, 500, 700, 900);
        assertThat(Samples.of(small.get(0, Slice.ALL)))
                .containsExactly(100, 300 & 0xff, 500 & 0xff, 700 & 0xff, 900 & 0xff);
    }
}
