package org.imageop.foreign;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.Filter;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples are where a layout of segments places them, proved by writing on one side and reading on the other. */
class SegmentsTest {
    @TempDir
    Path folder;

    /** Counts bytes by itself: component c of column x, row y is the short at 2 × (7 + 500 y − 4 x + c), high byte first. */
    @ParameterizedTest
    @ValueSource(longs = {2, 8, 30, 1000, 4000, Integer.MAX_VALUE})
    void eachSampleIsWhereTheStridesLead(long longest) {
        int width = 23;
        int height = 17;
        ValueLayout.OfShort element = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        MemorySegment memory = Arena.ofAuto().allocate(20_000);
        long first = 7 + 4L * width;
        SegmentPlane[] planes = new SegmentPlane[3];
        for (int c = 0; c < 3; c++) {
            planes[c] = SegmentPlane.of(memory, element, first + c, -4, 500);
        }
        StandardImage image = ForeignImages.wrap(
                SegmentLayout.of(Mode.RGB48, width, height, AlphaType.OPAQUE, planes), new Windows(longest));
        assertThat(image.buffer().layout().isPresent()).isEqualTo(longest > 17_000);
        assertThat(image.buffer().readOnly()).isFalse();

        SplittableRandom random = new SplittableRandom(3);
        int[] row = new int[3 * width];
        for (int i = 0; i < 400; i++) {
            int y = random.nextInt(height);
            int x = random.nextInt(width);
            int count = 1 + random.nextInt(width - x);
            for (int k = 0; k < 3 * count; k++) {
                row[k] = random.nextInt(65536);
            }
            Images.rows(image).write(x, y, count, row, 0);
            for (int k = 0; k < 3 * count; k++) {
                long at = 2 * (first + 500L * y - 4L * (x + k / 3) + k % 3);
                int high = memory.get(JAVA_BYTE, at) & 0xff;
                int low = memory.get(JAVA_BYTE, at + 1) & 0xff;
                assertThat(high << 8 | low).isEqualTo(row[k]);
            }
            memory.set(JAVA_BYTE, 2 * (first + 500L * y - 4L * x + 2), (byte) i);
            assertThat(image.get(x, y).b() >> 8).isEqualTo(i & 0xff);
        }
    }

    @Test
    void numbersOfARangeStayNumbersInWindows() {
        MemorySegment memory = Arena.ofAuto().allocate(4 * 12);
        SegmentPlane plane = SegmentPlane.ranged(memory, JAVA_FLOAT_UNALIGNED, 0, 1, 4, new Plane.Range(0, 1));
        StandardImage image =
                ForeignImages.wrap(SegmentLayout.of(Mode.L, 4, 3, AlphaType.OPAQUE, plane), new Windows(8));
        memory.setAtIndex(JAVA_FLOAT_UNALIGNED, 6, 2.5f);

        double[] numbers = new double[4];
        Images.rows(image).readNumbers(0, 1, 4, numbers, 0);
        Images.rows(image).writeNumbers(0, 2, 4, numbers, 0);

        assertThat(image.buffer().layout()).isEmpty();
        assertThat(Images.rows(image).ranges()).containsExactly(new Plane.Range(0, 1));
        assertThat(numbers).containsExactly(0, 0, 2.5, 0);
        assertThat(memory.getAtIndex(JAVA_FLOAT_UNALIGNED, 10)).isEqualTo(2.5f);
    }

    @Test
    void anImageOnASegmentIsSharedWithAwt() {
        MemorySegment memory = MemorySegment.ofArray(new byte[4 * 3 * 3]);
        StandardImage image = ForeignImages.wrap(
                SegmentLayout.interleaved(Mode.RGB, 4, 3, "BGR", AlphaType.OPAQUE, memory, JAVA_BYTE, 0, 12));

        BufferedImage shown =
                Images.transfer(image, BufferedImage.class, Copy.NEVER).image();
        shown.setRGB(1, 2, 0xff0a0b0c);

        assertThat(shown.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(memory.asSlice(27, 3).toArray(JAVA_BYTE)).containsExactly(12, 11, 10);
    }

    @Test
    void theLayoutIsWhatTheImageWraps() {
        SegmentLayout layout = SegmentLayout.of(Mode.L, 4, 3, Arena.ofAuto().allocate(12));

        assertThat(Images.unwrap(ForeignImages.wrap(layout), SegmentLayout.class))
                .contains(layout);
    }

    @ParameterizedTest
    @ValueSource(longs = {8, Integer.MAX_VALUE})
    void samplesThatAreOneAreReadOnly(long longest) {
        MemorySegment memory = Arena.ofAuto().allocate(100);
        SegmentPlane still = SegmentPlane.of(memory, JAVA_BYTE, 0, 1, 0);
        SegmentPlane overlapping = SegmentPlane.of(memory, JAVA_BYTE, 0, 1, 7);

        for (SegmentPlane plane : new SegmentPlane[] {still, overlapping}) {
            StandardImage image =
                    ForeignImages.wrap(SegmentLayout.of(Mode.L, 9, 6, AlphaType.OPAQUE, plane), new Windows(longest));
            assertThat(image.buffer().readOnly()).isTrue();
            assertThatThrownBy(() -> image.set(0, 0, 1)).isInstanceOf(ReadOnlyImageException.class);
        }
    }

    /** Two planes share a window, a third one is far away. */
    @Test
    void samplesThatAreOneAreFoundInAPartOfASegment() {
        MemorySegment memory = Arena.ofAuto().allocate(1000);
        SegmentPlane near = SegmentPlane.of(memory, JAVA_BYTE, 0, 1, 4);
        SegmentPlane far = SegmentPlane.of(memory, JAVA_BYTE, 900, 1, 4);
        SegmentPlane between = SegmentPlane.of(memory, JAVA_BYTE, 12, 1, 4);

        StandardImage twice = ForeignImages.wrap(
                SegmentLayout.of(Mode.RGB, 4, 3, AlphaType.OPAQUE, near, near, far), new Windows(60));
        StandardImage once = ForeignImages.wrap(
                SegmentLayout.of(Mode.RGB, 4, 3, AlphaType.OPAQUE, near, between, far), new Windows(60));

        assertThat(twice.buffer().layout()).isPresent();
        assertThat(twice.buffer().readOnly()).isTrue();
        assertThat(once.buffer().layout()).isPresent();
        assertThat(once.buffer().readOnly()).isFalse();
    }

    @Test
    void aReadOnlySegmentIsAReadOnlyImage() {
        MemorySegment memory = Arena.ofAuto().allocate(48);
        SegmentLayout layout = SegmentLayout.of(Mode.RGB, 4, 4, memory).asReadOnly();

        for (long longest : new long[] {8, 1000}) {
            StandardImage image = ForeignImages.wrap(layout, new Windows(longest));
            assertThat(image.buffer().readOnly()).isTrue();
            assertThatThrownBy(() -> Images.rows(image).write(0, 0, 1, new int[3], 0))
                    .isInstanceOf(ReadOnlyImageException.class)
                    .hasMessageEndingWith("[errors.md#read-only]");
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        MemorySegment memory = Arena.ofAuto().allocate(35);

        assertThatThrownBy(() -> ForeignImages.wrap(Mode.RGB, 4, 3, memory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "The plane of RGB.b, 4×3 samples, covers the elements 2 to 35, but its segment has 35")
                .hasMessageEndingWith("[errors.md#plane-beyond-memory]");
        assertThatThrownBy(() -> ForeignImages.wrap(Mode.L, 1, 1, MemorySegment.ofAddress(4096)))
                .hasMessageEndingWith("has 0; a pointer that C returned has none until it is reinterpreted"
                        + " [errors.md#plane-beyond-memory]");
        assertThatThrownBy(() -> ForeignImages.wrap(Mode.YV12, 3, 2, memory))
                .hasMessageEndingWith("[errors.md#odd-size]");
        assertThatThrownBy(() -> SegmentLayout.of(Mode.L, 2, 2, AlphaType.STRAIGHT, plane(memory, 1)))
                .hasMessageEndingWith("[errors.md#alpha-type]");
        assertThatThrownBy(() -> SegmentLayout.of(Mode.LA, 2, 2, AlphaType.STRAIGHT, plane(memory, 1)))
                .hasMessageEndingWith("[errors.md#number-of-planes]");
        assertThatThrownBy(() -> SegmentLayout.of(Mode.L, 9, 9, AlphaType.OPAQUE, plane(memory, Long.MAX_VALUE / 2)))
                .hasMessageContaining("more than 64 bits")
                .hasMessageEndingWith("[errors.md#plane-beyond-memory]");
        assertThatThrownBy(() -> SegmentPlane.of(memory, JAVA_LONG, 0, 1, 1))
                .hasMessageEndingWith("[errors.md#memory-class]");
        assertThatThrownBy(() -> SegmentPlane.of(memory, JAVA_FLOAT_UNALIGNED, 0, 1, 1))
                .hasMessageEndingWith("[errors.md#range-needed]");
        assertThatThrownBy(() -> ForeignImages.wrap(Mode.L16, 2, 2, MemorySegment.ofArray(new short[4])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("describe the array with PixelLayout [errors.md#memory-class]");
    }

    private static SegmentPlane plane(MemorySegment memory, long lineStride) {
        return SegmentPlane.of(memory, JAVA_BYTE, 0, 1, lineStride);
    }

    @Test
    void aMappedFileIsTheImage() throws IOException {
        Path file = folder.resolve("raw");
        Files.write(file, new byte[] {9, 9, 1, 2, 3, 4, 5, 6});
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment pixels = channel.map(MapMode.READ_WRITE, 2, 6, arena);
            StandardImage image = ForeignImages.wrap(Mode.RGB, 2, 1, pixels);
            assertThat(image.get(1, 0).value()).containsExactly(4, 5, 6);
            image.set(0, 0, 70, 80, 90);
            pixels.force();
            StandardImage shown = ForeignImages.wrap(Mode.L, 8, 1, channel.map(MapMode.READ_ONLY, 0, 8, arena));
            assertThat(shown.buffer().readOnly()).isTrue();
        }

        assertThat(Files.readAllBytes(file)).containsExactly(9, 9, 70, 80, 90, 4, 5, 6);
    }

    /** 5.4 GB of RGB and 3.8 GB of YV12 in a sparse file, of which few pages are touched. */
    @Test
    void imagesBeyond2GiBAreReadAndWritten() throws IOException {
        Path file = folder.resolve("large");
        try (Arena arena = Arena.ofShared();
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long bytes = Mode.RGB.length(60_000, 30_000);
            assumeTrue(Files.getFileStore(folder).getUsableSpace() > 1 << 28, "there is no space for a sparse file");
            MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, bytes, arena);
            StandardImage image = ForeignImages.wrap(Mode.RGB, 60_000, 30_000, memory);

            image.set(59_999, 29_999, 1, 2, 3);
            image.set(0, 15_000, 4, 5, 6);
            memory.set(JAVA_BYTE, (20_000L * 60_000 + 30_000) * 3 + 1, (byte) 200);

            assertThat(memory.asSlice(bytes - 3, 3).toArray(JAVA_BYTE)).containsExactly(1, 2, 3);
            assertThat(memory.get(JAVA_BYTE, 15_000L * 60_000 * 3 + 2)).isEqualTo((byte) 6);
            assertThat(image.get(30_000, 20_000).g()).isEqualTo(200);
            assertThat(image.buffer().get(bytes - 1)).isEqualTo(3);
            StandardImage part = StandardImage.from(Views.crop(image, 29_998, 14_998, 5, 5_004));
            assertThat(part.get(2, 5_002).g()).isEqualTo(200);
            StandardImage turned = Views.rotate180(image);
            assertThat(turned.get(0, 0).value()).containsExactly(1, 2, 3);
            StandardImage small = StandardImage.from(image, Mode.RGB, 4, 2, Filter.NEAREST);
            assertThat(small.size().width()).isEqualTo(4);

            StandardImage planar = ForeignImages.wrap(Mode.YV12, 50_000, 50_000, memory);
            planar.plane("cb").set(24_999, 24_999, 77);
            assertThat(memory.get(JAVA_BYTE, Mode.YV12.length(50_000, 50_000) - 1))
                    .isEqualTo((byte) 77);
            assertThat(planar.plane("cb").get(24_999, 24_999).l()).isEqualTo(77);
        }
    }
}
