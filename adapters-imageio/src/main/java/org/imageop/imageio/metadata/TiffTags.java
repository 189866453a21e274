package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** The tags of one directory of a TIFF or BigTIFF file, or of an EXIF block, which is one. */
public final class TiffTags {
    /** The tag of an ICC profile. */
    public static final int ICC_PROFILE = 34675;

    static final int COMPRESSION = 259;
    static final int DESCRIPTION = 270;
    static final int ORIENTATION = 274;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int RESOLUTION_UNIT = 296;
    static final int XMP = 700;
    static final int IPTC = 33723;
    /** Where the directories of EXIF begin. */
    static final int EXIF_DIRECTORY = 34665;

    static final int GPS_DIRECTORY = 34853;
    static final int INTEROPERABILITY_DIRECTORY = 40965;

    private static final int CENTIMETRE = 3;
    /** The bytes of a value of each type: BYTE, ASCII, SHORT, LONG, RATIONAL ... and BigTIFF's. */
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** More than any directory of metadata has. */
    private static final int MOST_ENTRIES = 0xffff;

    private record Field(int type, long count, long position) {}

    /**
     * A value as it is in a file.
     *
     * @param type BYTE, ASCII, SHORT, LONG, RATIONAL ... from 1
     * @param count how many of this type
     * @param bytes in the byte order of the file
     */
    record Value(int type, long count, byte[] bytes) {
        /** The bytes of a single number of a type that directories of EXIF have; 0 for other types. */
        static int bytesOf(int type) {
            return type >= 1 && type <= 13 ? TYPE_SIZES[type] : 0;
        }

        /** The same value in the other byte order. */
        Value swapped() {
            int size = bytesOf(type);
            int unit = type == 5 || type == 10 ? 4 : size; // a fraction is two numbers
            byte[] other = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                other[i] = bytes[i - i % unit + unit - 1 - i % unit];
            }
            return new Value(type, count, other);
        }
    }

    private final FileBytes source;
    private final ByteOrder order;
    private final Map<Integer, Field> fields;

    private TiffTags(FileBytes source, ByteOrder order, Map<Integer, Field> fields) {
        this.source = source;
        this.order = order;
        this.fields = fields;
    }

    /**
     * Reads the tags of a directory, and leaves out damaged ones.
     *
     * @param source bytes that begin with a TIFF header
     * @param index the directory, from 0
     * @return the tags; none if there is no such directory
     */
    public static TiffTags read(FileBytes source, int index) throws IOException {
        ByteOrder order = source.starts(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        TiffTags tags = new TiffTags(source, order, new TreeMap<>());
        boolean known = source.starts(0, "II") || source.starts(0, "MM");
        boolean big = source.number(2, 2, order) == 43;
        if (!known || (!big && source.number(2, 2, order) != 42)) {
            return tags;
        }
        int offsetBytes = big ? 8 : 4;
        long position = source.once(Chain.class, () -> new Chain(source.number(big ? 8 : 4, offsetBytes, order)))
                .position(index, tags, offsetBytes);
        if (position > 0) {
            tags.addAll(position, offsetBytes);
        }
        return tags;
    }

    /** The places of the directories, as far as they were asked for. Each one names the next. */
    private static final class Chain {
        private final List<Long> positions = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();
        private long next;

        Chain(long first) {
            next = first;
        }

        /** The place of a directory; −1 if there are fewer, or the chain is a circle before it. */
        long position(int index, TiffTags tags, int offsetBytes) throws IOException {
            while (positions.size() <= index && next > 0 && seen.add(next)) {
                positions.add(next);
                long count = tags.source.number(next, countBytes(offsetBytes), tags.order);
                next = count < 0 || count > MOST_ENTRIES
                        ? -1
                        : tags.source.number(
                                next + countBytes(offsetBytes) + count * entryBytes(offsetBytes),
                                offsetBytes,
                                tags.order);
            }
            return index < positions.size() ? positions.get(index) : -1;
        }
    }

    private static int countBytes(int offsetBytes) {
        return offsetBytes == 8 ? 8 : 2;
    }

    private static int entryBytes(int offsetBytes) {
        return 4 + 2 * offsetBytes;
    }

    /** The directory that a tag of this one points at, without tags if there is none. */
    TiffTags directory(int pointer) throws IOException {
        boolean big = source.number(2, 2, order) == 43;
        TiffTags tags = new TiffTags(source, order, new TreeMap<>());
        Double position = number(pointer);
        if (position != null && position > 0) {
            tags.addAll(position.longValue(), big ? 8 : 4);
        }
        return tags;
    }

    /** The tags in order. */
    Set<Integer> tags() {
        return fields.keySet();
    }

    private void addAll(long position, int offsetBytes) throws IOException {
        long count = source.number(position, countBytes(offsetBytes), order);
        for (int k = 0; count <= MOST_ENTRIES && k < count; k++) {
            add(position + countBytes(offsetBytes) + (long) k * entryBytes(offsetBytes), offsetBytes);
        }
    }

    private void add(long entry, int offsetBytes) throws IOException {
        long tag = source.number(entry, 2, order);
        long type = source.number(entry + 2, 2, order);
        long count = source.number(entry + 4, offsetBytes, order);
        if (tag < 0 || type < 1 || type >= TYPE_SIZES.length || count < 1 || count > source.length()) {
            return;
        }
        long value = entry + 4 + offsetBytes;
        boolean inline = count * TYPE_SIZES[(int) type] <= offsetBytes;
        long position = inline ? value : source.number(value, offsetBytes, order);
        fields.putIfAbsent((int) tag, new Field((int) type, count, position));
    }

    /** The first number of a tag: a BYTE, SHORT, LONG, RATIONAL or one of their signed counterparts; null if there is none. */
    public @Nullable Double number(int tag) throws IOException {
        Field field = fields.get(tag);
        if (field == null) {
            return null;
        }
        return switch (field.type) {
            case 1, 3, 4, 13, 16, 18 -> {
                long value = source.number(field.position, TYPE_SIZES[field.type], order);
                yield value < 0 ? null : (double) value;
            }
            case 6, 8, 9 -> {
                int size = TYPE_SIZES[field.type];
                long value = source.number(field.position, size, order);
                int unused = Long.SIZE - 8 * size;
                yield value < 0 ? null : (double) (value << unused >> unused);
            }
            case 5 -> {
                long numerator = source.number(field.position, 4, order);
                long denominator = source.number(field.position + 4, 4, order);
                yield numerator < 0 || denominator <= 0 ? null : (double) numerator / denominator;
            }
            case 10 -> {
                long numerator = source.number(field.position, 4, order);
                long denominator = source.number(field.position + 4, 4, order);
                yield numerator < 0 || denominator < 0 || (int) denominator == 0
                        ? null
                        : (double) (int) numerator / (int) denominator;
            }
            default -> null;
        };
    }

    /** Where the value of a tag is; −1 if there is none. */
    long position(int tag) {
        Field field = fields.get(tag);
        return field == null ? -1 : field.position;
    }

    /** How many bytes the value of a tag would have, as its entry tells; 0 if there is none. */
    long length(int tag) {
        Field field = fields.get(tag);
        return field == null ? 0 : field.count * TYPE_SIZES[field.type];
    }

    /** The characters of a tag; null if there are none. */
    @Nullable
    String text(int tag) throws IOException {
        Field field = fields.get(tag);
        return field == null || field.type != 2 ? null : Texts.decode(bytes(tag));
    }

    /** A tag as it is in the file; null if there is none. */
    @Nullable
    Value value(int tag) throws IOException {
        Field field = fields.get(tag);
        if (field == null || Value.bytesOf(field.type) == 0) {
            return null;
        }
        byte[] bytes = bytes(tag);
        return bytes.length == 0 ? null : new Value(field.type, field.count, bytes);
    }

    /** All values of a tag: whole numbers, fractions or floats, as its type says; empty if there is none. */
    public double[] numbers(int tag) throws IOException {
        Field field = fields.get(tag);
        if (field == null) {
            return new double[0];
        }
        int size = TYPE_SIZES[field.type];
        ByteBuffer values = ByteBuffer.wrap(bytes(tag)).order(order);
        double[] numbers = new double[size == 0 ? 0 : values.capacity() / size];
        for (int i = 0; i < numbers.length; i++) {
            int at = i * size;
            numbers[i] = switch (field.type) {
                case 1 -> values.get(at) & 0xff;
                case 3 -> values.getShort(at) & 0xffff;
                case 4, 13 -> values.getInt(at) & 0xffffffffL;
                case 5 -> (values.getInt(at) & 0xffffffffL) / (double) (values.getInt(at + 4) & 0xffffffffL);
                case 6 -> values.get(at);
                case 8 -> values.getShort(at);
                case 9 -> values.getInt(at);
                case 10 -> values.getInt(at) / (double) values.getInt(at + 4);
                case 11 -> values.getFloat(at);
                case 12 -> values.getDouble(at);
                case 16, 17, 18 -> values.getLong(at);
                default -> Double.NaN;
            };
        }
        return numbers;
    }

    /** The order of the bytes of numbers in the file. */
    public ByteOrder order() {
        return order;
    }

    /** The orientation from 1 to 8; null if there is none. */
    public @Nullable Integer orientation() throws IOException {
        Double value = number(ORIENTATION);
        return value != null && value >= 1 && value <= 8 ? value.intValue() : null;
    }

    /** Pixels per inch, or null. A missing unit means inches; unit 1 means that the numbers have no unit. */
    public @Nullable List<Double> dpi() throws IOException {
        Double x = number(X_RESOLUTION);
        Double y = number(Y_RESOLUTION);
        Double unit = number(RESOLUTION_UNIT);
        if (x == null || y == null || x <= 0 || y <= 0 || (unit != null && unit == 1)) {
            return null;
        }
        double factor = unit != null && unit == CENTIMETRE ? 2.54 : 1;
        return List.of(x * factor, y * factor);
    }

    /** The bytes of a tag; empty if there is none. */
    public byte[] bytes(int tag) throws IOException {
        Field field = fields.get(tag);
        return field == null ? new byte[0] : source.bytes(field.position, length(tag));
    }
}
