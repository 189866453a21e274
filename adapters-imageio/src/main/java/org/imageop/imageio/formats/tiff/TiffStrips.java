package org.imageop.imageio.formats.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.Plane;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.pixels.MeasuredRange;
import org.jspecify.annotations.Nullable;

/**
 * Strips or rows of tiles of a TIFF page: the same file with another directory behind its end, which names these alone. Rows of large
 * strips are unpacked here, and are behind that directory.
 */
final class TiffStrips implements Strips {
    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIPS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int FILL_ORDER = 266;
    private static final int PLANAR = 284;
    private static final int PREDICTOR = 317;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILES = 324;
    private static final int TILE_BYTES = 325;

    /** Strips from this size on are not unpacked at once. */
    private static final long LARGE_STRIP = 1L << 23;

    private static final long LARGEST_ROW = 1L << 28;

    private static final long MEASURED_AT_ONCE = 1L << 21;
    private static final int DOUBLE = 12;

    private static final int NO_COMPRESSION = 1;
    /** JPEG in the manner of TIFF 6, whose strips are not files of their own. */
    private static final int OLD_JPEG = 6;

    private static final int YCBCR = 6;
    private static final Map<Integer, Integer> TYPE_BYTES = Map.of(1, 1, 3, 2, 4, 4, 16, 8);
    /** More than any page has; damaged ones claim more. */
    private static final int MOST_ENTRIES = 1 << 12;

    private static final int MOST_TILES = 1 << 22;

    private final FileBytes file;
    private final ByteOrder order;
    private final boolean big;
    /** The entries of the directory as they are, by tag. */
    private final TreeMap<Integer, byte[]> entries;
    /** Where tiles are, a strip being a tile as wide as the page, and how long each is. */
    private long[] offsets = {};

    private long[] lengths = {};
    private int height;
    private int unit;
    private int across;
    private int planes;
    private boolean tiled;
    /** Rows that are unpacked here; null if readers unpack strips. */
    private @Nullable PackedRows packed;

    private boolean unpredicted;
    /** The range of numbers to write into strips; null to leave it to the file. */
    private Plane.@Nullable Range range;

    private TiffStrips(FileBytes file, ByteOrder order, boolean big, TreeMap<Integer, byte[]> entries) {
        this.file = file;
        this.order = order;
        this.big = big;
        this.entries = entries;
    }

    /** The strips of a page; null if it has but one that must be unpacked at once, or is damaged. */
    static @Nullable TiffStrips of(FileBytes file, int page) throws IOException {
        ByteOrder order = file.starts(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        boolean big = file.number(2, 2, order) == 43;
        int word = big ? 8 : 4;
        if (!big && file.length() >= (1L << 32) - (1 << 26)) {
            return null; // there is no room for another directory
        }
        Set<Long> seen = new HashSet<>();
        long at = file.number(big ? 8 : 4, word, order);
        for (int i = 0; at > 0 && seen.add(at); i++) {
            long count = file.number(at, big ? 8 : 2, order);
            if (count < 1 || count > MOST_ENTRIES) {
                return null;
            }
            long first = at + (big ? 8 : 2);
            int bytes = 4 + 2 * word;
            if (i == page) {
                TreeMap<Integer, byte[]> entries = new TreeMap<>();
                for (int k = 0; k < count; k++) {
                    byte[] entry = file.bytes(first + (long) k * bytes, bytes);
                    if (entry.length > 0) {
                        entries.put(ByteBuffer.wrap(entry).order(order).getShort() & 0xffff, entry);
                    }
                }
                TiffStrips strips = new TiffStrips(file, order, big, entries);
                return strips.understands() ? strips : null;
            }
            at = file.number(first + count * bytes, word, order);
        }
        return null;
    }

    private boolean understands() throws IOException {
        tiled = entries.containsKey(TILES);
        offsets = numbers(tiled ? TILES : STRIPS);
        lengths = numbers(tiled ? TILE_BYTES : STRIP_BYTES);
        long width = number(WIDTH, 0);
        long rows = number(LENGTH, 0);
        long tileWidth = tiled ? number(TILE_WIDTH, 0) : width;
        long tileRows = number(tiled ? TILE_LENGTH : ROWS_PER_STRIP, rows);
        long samples = number(SAMPLES, 1);
        planes = number(PLANAR, 1) == 2 ? (int) samples : 1;
        if (Math.min(Math.min(width, rows), Math.min(tileWidth, tileRows)) < 1
                || Math.max(width, rows) > Integer.MAX_VALUE
                || number(COMPRESSION, 1) == OLD_JPEG
                || offsets.length != lengths.length) {
            return false;
        }
        height = (int) rows;
        unit = (int) Math.min(tileRows, rows);
        across = (int) ((width + tileWidth - 1) / tileWidth);
        if (offsets.length != (long) planes * across * ((rows + unit - 1) / unit)) {
            return false;
        }
        if (!tiled) {
            entries.putIfAbsent(ROWS_PER_STRIP, new byte[0]);
        }
        return unpacksRows(width) || unit < height || cutsRows(width);
    }

    /** Of strips that are large or the only one, rows are unpacked one after the other, if that is possible. */
    private boolean unpacksRows(long width) throws IOException {
        long[] bits = numbers(BITS);
        long rowBytes = (width * LongStream.of(bits).sum() + 7) / 8;
        int compression = (int) number(COMPRESSION, 1);
        if (tiled
                || planes > 1
                || bits.length != number(SAMPLES, 1)
                || number(PHOTOMETRIC, 0) == YCBCR
                || number(FILL_ORDER, 1) != 1
                || rowBytes < 1
                || rowBytes > LARGEST_ROW
                || unit < height && unit * rowBytes < LARGE_STRIP
                || !Unpacking.knows(file, compression, offsets[0])) {
            return false;
        }
        packed = new PackedRows(file, compression, offsets, lengths, unit, (int) rowBytes);
        unpredicted = compression == Unpacking.PACK_BITS; // a predictor has no effect on it
        unit = 1;
        return true;
    }

    /** Of a single strip without compression, each row can be a strip. */
    private boolean cutsRows(long width) throws IOException {
        if (tiled || planes > 1 || number(COMPRESSION, 1) != NO_COMPRESSION || number(PHOTOMETRIC, 0) == YCBCR) {
            return false;
        }
        long bits = LongStream.of(numbers(BITS)).sum();
        long rowBytes = (width * Math.max(bits, 1) + 7) / 8;
        if (lengths[0] < rowBytes * height || !file.has(offsets[0], rowBytes * height) || height > MOST_TILES) {
            return false;
        }
        long start = offsets[0];
        offsets = LongStream.range(0, height).map(y -> start + y * rowBytes).toArray();
        lengths = LongStream.range(0, height).map(y -> rowBytes).toArray();
        unit = 1;
        return true;
    }

    private long number(int tag, long otherwise) throws IOException {
        long[] numbers = numbers(tag);
        return numbers.length == 0 ? otherwise : numbers[0];
    }

    /** The whole numbers of a tag; none if it is missing, or has others. */
    private long[] numbers(int tag) throws IOException {
        byte[] entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        FileBytes inline = FileBytes.of(entry);
        int word = big ? 8 : 4;
        Integer bytes = TYPE_BYTES.get((int) inline.number(2, 2, order));
        long count = inline.number(4, word, order);
        if (bytes == null || count < 1 || count > MOST_TILES) {
            return new long[0];
        }
        boolean isInline = count * bytes <= word;
        byte[] values = isInline
                ? inline.bytes(4 + word, count * bytes)
                : file.bytes(inline.number(4 + word, word, order), count * bytes);
        FileBytes source = FileBytes.of(values);
        long[] numbers = new long[values.length / bytes];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = source.number((long) i * bytes, bytes, order);
        }
        return numbers;
    }

    /**
     * Finds the range of all numbers, and writes it into each strip: strips must not be measured one by one.
     *
     * @param spi a reader of such files
     */
    void measure(ImageReaderSpi spi) throws IOException {
        long rowBytes = Math.max(1, number(WIDTH, 0) * Double.BYTES);
        int rows = (int) Math.min(height, Math.max(1, MEASURED_AT_ONCE / rowBytes / unit) * unit);
        MeasuredRange measured = null;
        for (int y = 0; y < height; y += rows) {
            FileBytes strip = strip(y, Math.min(rows, height - y));
            TiffPage page = TiffPage.read(strip, 0);
            if (measured == null) {
                measured = new MeasuredRange(page.noData());
            }
            measured.add(TiffSamples.read(strip, page, spi), 0);
        }
        range = measured == null ? null : measured.range();
        entries.put(TiffPage.MIN_SAMPLE, new byte[0]);
        entries.put(TiffPage.MAX_SAMPLE, new byte[0]);
    }

    @Override
    public int unit() {
        return unit;
    }

    @Override
    public FileBytes strip(int y, int rows) throws IOException {
        byte[] data = packed == null ? new byte[0] : packed.strip(y, rows);
        int word = big ? 8 : 4;
        int first = packed == null ? y / unit * across : 0;
        int count = packed == null ? (rows + unit - 1) / unit * across : 1;
        int perPlane = offsets.length / planes;
        long start = file.length() + file.length() % 2;
        int directory = (big ? 8 : 2) + entries.size() * (4 + 2 * word) + word;
        int arrays = planes * count * word;
        ByteBuffer end = ByteBuffer.allocate(
                        (int) (start - file.length()) + directory + 2 * arrays + (range == null ? 0 : 2 * Double.BYTES))
                .order(order);
        int tail = range == null ? 0 : 2 * Double.BYTES;
        long[] places = packed == null ? offsets : new long[] {start + directory + 2L * arrays + tail};
        long[] sizes = packed == null ? lengths : new long[] {data.length};
        end.position((int) (start - file.length()));
        if (big) {
            end.putLong(entries.size());
        } else {
            end.putShort((short) entries.size());
        }
        int tagOfOffsets = tiled ? TILES : STRIPS;
        int tagOfLengths = tiled ? TILE_BYTES : STRIP_BYTES;
        entries.forEach((tag, entry) -> {
            if (tag == LENGTH) {
                entry(end, tag, 1, rows);
            } else if (tag == ROWS_PER_STRIP) {
                entry(end, tag, 1, packed == null ? unit : rows);
            } else if (tag == COMPRESSION && packed != null) {
                entry(end, tag, 1, Unpacking.DEFLATE);
            } else if (tag == PREDICTOR && unpredicted) {
                entry(end, tag, 1, 1);
            } else if (range != null && (tag == TiffPage.MIN_SAMPLE || tag == TiffPage.MAX_SAMPLE)) {
                boolean least = tag == TiffPage.MIN_SAMPLE;
                end.putShort((short) (int) tag).putShort((short) DOUBLE);
                word(end, 1);
                if (big) {
                    end.putDouble(least ? range.min() : range.max());
                } else {
                    word(end, start + directory + 2L * arrays + (least ? 0 : Double.BYTES));
                }
            } else if (tag == tagOfOffsets || tag == tagOfLengths) {
                long[] numbers = tag == tagOfOffsets ? places : sizes;
                long place = start + directory + (tag == tagOfOffsets ? 0 : arrays);
                entry(end, tag, planes * count, planes * count == 1 ? numbers[first] : place);
            } else {
                end.put(entry);
            }
        });
        word(end, 0);
        for (long[] numbers : new long[][] {places, sizes}) {
            for (int plane = 0; plane < planes; plane++) {
                for (int i = 0; i < count; i++) {
                    word(end, numbers[plane * perPlane + first + i]);
                }
            }
        }
        if (range != null) {
            end.putDouble(range.min()).putDouble(range.max());
        }
        ByteBuffer head = ByteBuffer.allocate(2 * word).order(order);
        head.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        head.putShort((short) (big ? 43 : 42));
        if (big) {
            head.putShort((short) 8).putShort((short) 0);
        }
        word(head, start);
        return JoinedBytes.of(List.of(
                JoinedBytes.Part.of(head.array()),
                new JoinedBytes.Part(file, head.capacity(), file.length() - head.capacity()),
                JoinedBytes.Part.of(end.array()),
                JoinedBytes.Part.of(data)));
    }

    /** An entry of as long numbers as the file has offsets. */
    private void entry(ByteBuffer target, int tag, int count, long value) {
        target.putShort((short) tag).putShort((short) (big ? 16 : 4));
        word(target, count);
        word(target, value);
    }

    private void word(ByteBuffer target, long value) {
        if (big) {
            target.putLong(value);
        } else {
            target.putInt((int) value);
        }
    }
}
