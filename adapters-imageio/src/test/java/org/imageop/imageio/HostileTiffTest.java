package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TIFF files made to take memory or time. */
class HostileTiffTest {
    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;

    /** The fields of a page of one strip of grey, 16×16, with its bytes at a position. */
    private static int[][] page(int compression, int position, int length) {
        return new int[][] {
            {256, 16},
            {257, 16},
            {258, 8},
            {259, compression},
            {262, 1},
            {273, position},
            {277, 1},
            {278, 16},
            {279, length}
        };
    }

    /** A file of pages, each of some fields of one number, with bytes from 8 on. */
    private static byte[] tiff(byte[] data, int[][]... pages) {
        int length = 8 + data.length + data.length % 2;
        for (int[][] fields : pages) {
            length += 2 + 12 * fields.length + 4;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int at = 8 + data.length + data.length % 2;
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(at).put(data);
        for (int[][] fields : pages) {
            out.position(at);
            out.putShort((short) fields.length);
            for (int[] field : fields) {
                out.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
            }
            at += 2 + 12 * fields.length + 4;
            out.putInt(fields == pages[pages.length - 1] ? 0 : at);
        }
        return out.array();
    }

    private static void assertBeyondLimit(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(what)
                .hasMessageEndingWith(" [errors.md#limit-exceeded]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void tilesLargerThanTheLimitAreRefusedOnEachPage(int page) throws IOException {
        int[][] sound = page(1, 8, 256);
        int[][] tiles = {
            {256, 1}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {322, 1 << 20}, {323, 1 << 20}, {324, 8}, {325, 1}
        };
        byte[] bytes = page == 0 ? tiff(new byte[256], tiles, sound) : tiff(new byte[256], sound, tiles);
        try (ImageFile file = ImageFiles.open(bytes)) {
            assertThat(file.read(1 - page).get(0, 0).value()).containsExactly(0);
            assertBeyondLimit(() -> file.read(page), "contains an image of 1048576×1048576");
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 0", "7, 0", "6, 1", "7, 1"})
    void scansOfJpegAreCountedOnEachPage(int compression, int page) throws IOException {
        byte[] jpeg = HostileFilesTest.scans(16, 16, 2000);
        int[][] sound = page(1, 8, 256);
        int[][] scans = page(compression, 8, jpeg.length);
        byte[] bytes = page == 0 ? tiff(jpeg, scans, sound) : tiff(jpeg, sound, scans);
        try (ImageFile file = ImageFiles.open(bytes, ReadOptions.DEFAULTS.withMaxWork(100 * 256))) {
            file.read(1 - page);
            assertBeyondLimit(
                    () -> file.read(page), "would pass for 512256 samples in all, and the limit is 25600 samples");
            assertBeyondLimit(() -> file.view(page), "512256 samples");
        }
    }

    @Test
    void aJpegOfAnotherSizeThanItsPageIsRefused() throws IOException {
        byte[] jpeg = HostileFilesTest.scans(60_000, 60_000, 1);
        for (int compression : List.of(OLD_JPEG, JPEG)) {
            byte[] bytes = tiff(jpeg, new int[][][] {page(compression, 8, jpeg.length)});
            assertBeyondLimit(() -> ImageFiles.read(bytes), "contains an image of 60000×60000");
        }
    }

    /** A whole file as of TIFF 6, which the page names beside its strips. */
    @Test
    void scansOfTheJpegOfAPageAreCounted() {
        byte[] jpeg = HostileFilesTest.scans(16, 16, 2000);
        int[][] scans = {
            {256, 16}, {257, 16}, {258, 8}, {259, OLD_JPEG}, {262, 1}, {277, 1}, {513, 8}, {514, jpeg.length}
        };
        assertBeyondLimit(
                () -> ImageFiles.read(tiff(jpeg, new int[][][] {scans}), ReadOptions.DEFAULTS.withMaxWork(100 * 256)),
                "512256 samples");
    }

    /** Each strip begins a byte later and goes on to the end: to look through them all would be quadratic. */
    @Test
    void stripsThatOverlapAreRefused() throws IOException {
        int strips = 20_000;
        ByteBuffer data = ByteBuffer.allocate(8 * strips).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < strips; i++) {
            data.putInt(4 * i, 8 + 2 * i).putInt(4 * (strips + i), 8 * strips - 2 * i);
        }
        int[][] fields = page(JPEG, 0, 0);
        fields[1][1] = 16 * strips;
        byte[] bytes = tiff(data.array(), new int[][][] {fields});
        ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = directory.getInt(4) + 2;
        directory.putInt(first + 12 * 5 + 4, strips).putInt(first + 12 * 5 + 8, 8);
        directory.putInt(first + 12 * 8 + 4, strips).putInt(first + 12 * 8 + 8, 8 + 4 * strips);
        CountedBytes counted = new CountedBytes(bytes);
        try (ImageFile file = ImageFile.open(counted, ReadOptions.DEFAULTS)) {
            assertBeyondLimit(file::read, "and the limit is 4294967296 samples");
        }
        assertThat(counted.count()).isLessThan(100L * bytes.length);
    }

    @Test
    void soundJpegStripsAreRead() throws IOException {
        byte[] jpeg = ImageFiles.encode(
                Samples.smooth(Mode.L, 16, 16),
                WriteOptions.DEFAULTS.withFormat("JPEG").withQuality(1));
        byte[] bytes = tiff(jpeg, page(JPEG, 8, jpeg.length), page(JPEG, 8, jpeg.length));
        try (ImageFile file = ImageFiles.open(bytes, ReadOptions.DEFAULTS.withMaxWork(256))) {
            for (int page = 0; page < 2; page++) {
                assertThat(Samples.meanDistance(file.read(page), Samples.smooth(Mode.L, 16, 16)))
                        .isLessThan(2);
            }
        }
    }

    @Test
    void aLongChainOfPagesIsRefused() {
        int pages = 70_000;
        ByteBuffer out = ByteBuffer.allocate(8 + pages * 18).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 0; i < pages; i++) {
            out.putShort((short) 1)
                    .putShort((short) 256)
                    .putShort((short) 4)
                    .putInt(1)
                    .putInt(1);
            out.putInt(i == pages - 1 ? 0 : 8 + (i + 1) * 18);
        }
        assertThatThrownBy(() -> ImageFiles.open(out.array()).close()).isInstanceOf(ImageFormatException.class);
    }

    /** EXIF directories that name themselves and each other. */
    @Test
    void circlesOfDirectoriesEnd() throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        pixels.writeBytes(new byte[256]);
        int[][] fields = new int[12][];
        System.arraycopy(page(1, 8, 256), 0, fields, 0, 9);
        int self = 8 + 256;
        fields[9] = new int[] {34665, self};
        fields[10] = new int[] {34853, self};
        fields[11] = new int[] {40965, self};
        byte[] bytes = tiff(pixels.toByteArray(), new int[][][] {fields});
        CountedBytes counted = new CountedBytes(bytes);
        try (ImageFile file = ImageFile.open(counted, ReadOptions.DEFAULTS)) {
            assertThat(file.read().get(3, 3).value()).containsExactly(0);
        }
        assertThat(counted.count()).isLessThan(1 << 20);
    }

    /** Readers take the first of two widths, and a strip is another file. */
    @Test
    void rowsOfAnotherSizeThanTheFrameAreRefused() throws IOException {
        int[][] fields = new int[10][];
        System.arraycopy(page(1, 8, 256), 0, fields, 0, 9);
        fields[9] = new int[] {256, 2};
        byte[] bytes = tiff(new byte[256], new int[][][] {fields});
        try (ImageFile file = ImageFiles.open(bytes)) {
            assertThat(file.read().width()).isEqualTo(16);
            assertThatThrownBy(() -> file.view(0))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("cannot be read as TIFF: its rows are those of another size");
        }
    }
}
