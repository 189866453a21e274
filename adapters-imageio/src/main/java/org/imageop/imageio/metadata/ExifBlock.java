package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.TiffTags.Value;
import org.jspecify.annotations.Nullable;

/**
 * An EXIF block that is being changed. What is not changed stays where it is: a directory that grows is written once more at the end,
 * and so are values that do not fit their old place. Maker notes point at places of the block that nobody but their makers knows, so
 * a block must never be written in another order.
 *
 * <p>Offsets that lead nowhere are taken for values that do not exist.
 */
final class ExifBlock {
    /** The directories that EXIF knows, each before the one that points at it. */
    enum Directory {
        INTEROPERABILITY(TiffTags.INTEROPERABILITY_DIRECTORY),
        GPS(TiffTags.GPS_DIRECTORY),
        EXIF(TiffTags.EXIF_DIRECTORY),
        MAIN(0);

        /** The tag that points at it; the main directory has its place in the header. */
        final int pointer;

        Directory(int pointer) {
            this.pointer = pointer;
        }

        Directory parent() {
            return this == INTEROPERABILITY ? EXIF : MAIN;
        }

        /** Whether a tag is the place of a directory. */
        static boolean isPointer(int tag) {
            return Arrays.stream(values()).anyMatch(directory -> directory.pointer == tag);
        }

        /** The tags of this directory of a block or of a TIFF file. */
        TiffTags in(TiffTags main) throws IOException {
            return this == MAIN ? main : parent().in(main).directory(pointer);
        }
    }

    private static final int ENTRY = 12;
    private static final int MAIN_POSITION = 4;
    private static final int THUMBNAIL_START = 513;
    private static final int THUMBNAIL_LENGTH = 514;

    private final ByteOrder order;
    /** For each directory the tags to change; without a value to be removed. */
    private final Map<Directory, Map<Integer, @Nullable Value>> changes = new EnumMap<>(Directory.class);

    private byte[] bytes;
    private boolean unlinked;

    private ExifBlock(byte[] bytes, ByteOrder order) {
        this.bytes = bytes;
        this.order = order;
    }

    /** A block without tags. */
    static ExifBlock empty() {
        byte[] header = {'M', 'M', 0, 42, 0, 0, 0, 0};
        return new ExifBlock(header, ByteOrder.BIG_ENDIAN);
    }

    /** A copy of a block that can be changed; null if it does not begin as one. */
    static @Nullable ExifBlock of(byte[] block) {
        boolean little = starts(block, "II*\0");
        return little || starts(block, "MM\0*")
                ? new ExifBlock(block.clone(), little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                : null;
    }

    private static boolean starts(byte[] block, String mark) {
        return block.length >= 8
                && Arrays.equals(block, 0, 4, mark.getBytes(StandardCharsets.ISO_8859_1), 0, mark.length());
    }

    /** Whether it has bytes beyond its header. */
    boolean isEmpty() {
        return bytes.length <= 8 && changes.isEmpty();
    }

    /** The tags before all changes. */
    TiffTags tags() throws IOException {
        return TiffTags.read(FileBytes.of(bytes), 0);
    }

    /** Sets a tag to a value in any byte order. */
    void put(Directory directory, int tag, Value value, ByteOrder valueOrder) {
        changes.computeIfAbsent(directory, key -> new TreeMap<>())
                .put(tag, valueOrder == order ? value : value.swapped());
    }

    /** Sets a tag to an unsigned number. */
    void put(Directory directory, int tag, long number) {
        put(
                directory,
                tag,
                new Value(4, 1, ByteBuffer.allocate(4).putInt((int) number).array()),
                ByteOrder.BIG_ENDIAN);
    }

    /** Sets a tag to a short number. */
    void putShort(Directory directory, int tag, int number) {
        byte[] value = ByteBuffer.allocate(2).putShort((short) number).array();
        put(directory, tag, new Value(3, 1, value), ByteOrder.BIG_ENDIAN);
    }

    /** Sets a tag to a fraction. */
    void putFraction(Directory directory, int tag, double number) {
        long[] fraction = Resolution.fraction(number);
        byte[] value = ByteBuffer.allocate(8)
                .putInt((int) fraction[0])
                .putInt((int) fraction[1])
                .array();
        put(directory, tag, new Value(5, 1, value), ByteOrder.BIG_ENDIAN);
    }

    /** Sets a tag to characters. */
    void put(Directory directory, int tag, String text) {
        byte[] characters = (text + '\0').getBytes(StandardCharsets.UTF_8);
        put(directory, tag, new Value(2, characters.length, characters), ByteOrder.BIG_ENDIAN);
    }

    /** Removes a tag, if there is one. */
    void remove(Directory directory, int tag) {
        changes.computeIfAbsent(directory, key -> new TreeMap<>()).put(tag, null);
    }

    /** Whether there is a second directory, which is that of a thumbnail. */
    boolean hasThumbnail() {
        long main = position(Directory.MAIN);
        return next(main) > 0;
    }

    /** Removes the thumbnail, and overwrites its bytes unless something else claims to be there. */
    void removeThumbnail() throws IOException {
        TiffTags second = TiffTags.read(FileBytes.of(bytes), 1);
        Double start = second.number(THUMBNAIL_START);
        Double length = second.number(THUMBNAIL_LENGTH);
        unlinked = true;
        if (start == null || length == null || start + length > bytes.length || start < endOfDirectories()) {
            return;
        }
        int from = start.intValue();
        int to = from + length.intValue();
        if (to == bytes.length) {
            bytes = Arrays.copyOf(bytes, from);
        } else {
            Arrays.fill(bytes, from, to, (byte) 0);
        }
    }

    /** Where the directories and their values end, without those of the thumbnail. */
    private long endOfDirectories() {
        long end = 8;
        for (Directory directory : Directory.values()) {
            long at = position(directory);
            for (byte[] entry : entries(at).values()) {
                end = Math.max(end, at + 2 + ENTRY);
                ByteBuffer fields = ByteBuffer.wrap(entry).order(order);
                long size = size(fields);
                long value = Integer.toUnsignedLong(fields.getInt(8));
                if (size > 4 && value + size <= bytes.length) {
                    end = Math.max(end, value + size);
                }
            }
            end = Math.max(end, at < 0 ? 0 : at + 2 + (long) ENTRY * count(at) + 4);
        }
        return end;
    }

    /** The block with all changes. */
    byte[] bytes() {
        for (Directory directory : Directory.values()) {
            Map<Integer, @Nullable Value> wanted = changes.remove(directory);
            if (wanted != null || directory == Directory.MAIN && unlinked) {
                change(directory, wanted == null ? Map.of() : wanted);
            }
        }
        return bytes;
    }

    private void change(Directory directory, Map<Integer, @Nullable Value> wanted) {
        long at = position(directory);
        int before = count(at);
        int next = unlinked && directory == Directory.MAIN ? 0 : (int) Math.max(0, next(at));
        Map<Integer, byte[]> entries = entries(at);
        wanted.forEach((tag, value) -> {
            if (value == null) {
                entries.remove(tag);
            } else {
                entries.put(tag, entry(tag, value, entries.get(tag)));
            }
        });
        if (entries.isEmpty() && at < 0) {
            return;
        }
        ByteBuffer whole = ByteBuffer.allocate(2 + ENTRY * entries.size() + 4).order(order);
        whole.putShort((short) entries.size());
        entries.values().forEach(whole::put);
        whole.putInt(next);
        if (at >= 0 && entries.size() <= before && at + whole.capacity() <= bytes.length) {
            buffer().position((int) at).put(whole.array());
        } else {
            pointAt(directory, append(whole.array()));
        }
    }

    private void pointAt(Directory directory, int position) {
        if (directory == Directory.MAIN) {
            buffer().putInt(MAIN_POSITION, position);
        } else {
            put(directory.parent(), directory.pointer, position);
        }
    }

    /** An entry for a value, which takes the place of the old one if it fits. */
    private byte[] entry(int tag, Value value, byte @Nullable [] old) {
        ByteBuffer entry = ByteBuffer.allocate(ENTRY).order(order);
        entry.putShort((short) tag).putShort((short) value.type()).putInt((int) value.count());
        if (value.bytes().length <= 4) {
            return entry.put(value.bytes()).array();
        }
        long room = 0;
        long place = 0;
        if (old != null) {
            ByteBuffer fields = ByteBuffer.wrap(old).order(order);
            room = size(fields);
            place = Integer.toUnsignedLong(fields.getInt(8));
        }
        if (room > 4 && value.bytes().length <= room && place >= 8 && place + value.bytes().length <= bytes.length) {
            buffer().position((int) place).put(value.bytes());
            return entry.putInt((int) place).array();
        }
        return entry.putInt(append(value.bytes())).array();
    }

    private int append(byte[] more) {
        int position = bytes.length + bytes.length % 2;
        bytes = Arrays.copyOf(bytes, position + more.length);
        System.arraycopy(more, 0, bytes, position, more.length);
        return position;
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** Where a directory is, or −1. */
    private long position(Directory directory) {
        long at;
        if (directory == Directory.MAIN) {
            at = Integer.toUnsignedLong(buffer().getInt(MAIN_POSITION));
        } else {
            byte[] entry = entries(position(directory.parent())).get(directory.pointer);
            at = entry == null
                    ? -1
                    : Integer.toUnsignedLong(ByteBuffer.wrap(entry).order(order).getInt(8));
        }
        return at >= 8 && at + 2 <= bytes.length ? at : -1;
    }

    private int count(long at) {
        return at < 0 ? 0 : Short.toUnsignedInt(buffer().getShort((int) at));
    }

    private long next(long at) {
        long place = at + 2 + (long) ENTRY * count(at);
        return at < 0 || place + 4 > bytes.length ? -1 : Integer.toUnsignedLong(buffer().getInt((int) place));
    }

    /** The entries of a directory by tag; of several with the same tag the first. */
    private Map<Integer, byte[]> entries(long at) {
        Map<Integer, byte[]> entries = new TreeMap<>();
        for (int i = 0; i < count(at); i++) {
            long entry = at + 2 + (long) ENTRY * i;
            if (entry + ENTRY > bytes.length) {
                break;
            }
            byte[] copy = Arrays.copyOfRange(bytes, (int) entry, (int) entry + ENTRY);
            entries.putIfAbsent(
                    Short.toUnsignedInt(ByteBuffer.wrap(copy).order(order).getShort()), copy);
        }
        return entries;
    }

    private static long size(ByteBuffer entry) {
        return Integer.toUnsignedLong(entry.getInt(4)) * Value.bytesOf(Short.toUnsignedInt(entry.getShort(2)));
    }
}
