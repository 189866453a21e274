package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** The tags of one directory of a TIFF or BigTIFF file, or of an EXIF block, which is one. */
public final class TiffTags {
    /** The tag of an ICC profile. */
    public static final int ICC_PROFILE = 34675;

    private static final int ORIENTATION = 274;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int RESOLUTION_UNIT = 296;

    private static final int CENTIMETRE = 3;
    /** The bytes of a value of each type: BYTE, ASCII, SHORT, LONG, RATIONAL ... and BigTIFF's. */
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private record Field(int type, long count, long position) {}

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
        Map<Integer, Field> fields = new HashMap<>();
        TiffTags tags = new TiffTags(source, order, fields);
        boolean known = source.starts(0, "II") || source.starts(0, "MM");
        boolean big = source.number(2, 2, order) == 43;
        if (!known || (!big && source.number(2, 2, order) != 42)) {
            return tags;
        }
        int countBytes = big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        int offsetBytes = big ? 8 : 4;
        long position = source.number(big ? 8 : 4, offsetBytes, order);
        Set<Long> seen = new HashSet<>();
        for (int i = 0; seen.add(position); i++) {
            long count = source.number(position, countBytes, order);
            if (position <= 0 || count < 0 || count > 0xffff) {
                return tags;
            }
            if (i == index) {
                for (int k = 0; k < count; k++) {
                    tags.add(position + countBytes + (long) k * entryBytes, offsetBytes);
                }
                return tags;
            }
            position = source.number(position + countBytes + count * entryBytes, offsetBytes, order);
        }
        return tags;
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
            case 1, 3, 4, 16 -> {
                long value = source.number(field.position, TYPE_SIZES[field.type], order);
                yield value < 0 ? null : (double) value;
            }
            case 5 -> {
                long numerator = source.number(field.position, 4, order);
                long denominator = source.number(field.position + 4, 4, order);
                yield numerator < 0 || denominator <= 0 ? null : (double) numerator / denominator;
            }
            default -> null;
        };
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
        return field == null ? new byte[0] : source.bytes(field.position, field.count * TYPE_SIZES[field.type]);
    }
}
