package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.ExifBlock.Directory;
import org.imageop.imageio.metadata.TiffTags.Value;
import org.jspecify.annotations.Nullable;

/** The tags of a block of EXIF in words. */
public final class ExifTags {
    /** More numbers than this are data, such as curves. */
    private static final int MOST_NUMBERS = 64;

    /** As many bytes of no type are numbers, such as the order of components. */
    private static final int FEW_BYTES = 4;

    /** How many bytes of values are looked at: several tags may point at the same ones. */
    private static final long MOST_BYTES = 1L << 22;

    private static final int ASCII = 2;
    private static final int UNDEFINED = 7;
    private static final Set<Integer> FRACTIONS = Set.of(5, 10, 11, 12);

    /** ExifVersion, FlashpixVersion: four digits. */
    private static final Set<Integer> DIGITS = Set.of(0x9000, 0xa000);

    private static final int INTEROPERABILITY_VERSION = 2;

    /** Windows' title, comment, author, keywords and subject. */
    private static final Set<Integer> WIDE_TEXTS = Set.of(0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f);

    /** UserComment; GPSProcessingMethod and GPSAreaInformation: eight bytes name the encoding. */
    private static final int USER_COMMENT = 0x9286;

    private static final Set<Integer> GPS_TEXTS = Set.of(27, 28);

    private ExifTags() {}

    /**
     * The tags of the picture by their names in the EXIF standard, in the order of the directories; those of a thumbnail are left out.
     *
     * @return texts, numbers, names of numbers, lists of numbers, and bytes; empty if the block cannot be read
     */
    public static Map<String, Object> of(byte[] block) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        TiffTags main = TiffTags.read(FileBytes.of(block), 0);
        long room = MOST_BYTES;
        for (Directory directory : List.of(Directory.MAIN, Directory.EXIF, Directory.GPS, Directory.INTEROPERABILITY)) {
            TiffTags tags = directory.in(main);
            for (int tag : tags.tags()) {
                Value value = Directory.isPointer(tag) || tags.length(tag) > room ? null : tags.value(tag);
                if (value != null) {
                    room -= value.bytes().length;
                    found.putIfAbsent(Exif.name(directory, tag), meaning(directory, tag, value, tags));
                }
            }
        }
        return found;
    }

    private static Object meaning(Directory directory, int tag, Value value, TiffTags tags) throws IOException {
        if (value.type() == ASCII) {
            String text = Texts.decode(value.bytes());
            return text == null ? "" : text.strip();
        }
        String text = text(directory, tag, value, tags);
        if (text != null) {
            return text;
        }
        if (value.type() == UNDEFINED && value.count() > FEW_BYTES || value.count() > MOST_NUMBERS) {
            return value.bytes();
        }
        List<Object> numbers = new ArrayList<>();
        if (value.type() == UNDEFINED) {
            for (byte number : value.bytes()) {
                numbers.add(named(directory, tag, Byte.toUnsignedLong(number)));
            }
        }
        for (double number : value.type() == UNDEFINED ? new double[0] : tags.numbers(tag)) {
            numbers.add(
                    FRACTIONS.contains(value.type()) ? fraction(number) : named(directory, tag, Math.round(number)));
        }
        return numbers.size() == 1 ? numbers.get(0) : numbers;
    }

    private static Object fraction(double number) {
        return Double.isNaN(number) ? "undefined" : Double.isInfinite(number) ? "infinite" : (Object) number;
    }

    private static Object named(Directory directory, int tag, long number) {
        String name = Exif.valueName(directory, tag, number);
        return name == null ? (Object) number : name;
    }

    private static @Nullable String text(Directory directory, int tag, Value value, TiffTags tags) {
        byte[] bytes = value.bytes();
        if (directory == Directory.MAIN && WIDE_TEXTS.contains(tag)) {
            return ended(bytes, StandardCharsets.UTF_16LE);
        }
        if (directory == Directory.EXIF && tag == USER_COMMENT
                || directory == Directory.GPS && GPS_TEXTS.contains(tag)) {
            return encoded(bytes, tags);
        }
        boolean digits = directory == Directory.EXIF && DIGITS.contains(tag)
                || directory == Directory.INTEROPERABILITY && tag == INTEROPERABILITY_VERSION;
        return digits ? ended(bytes, StandardCharsets.ISO_8859_1) : null;
    }

    private static String encoded(byte[] bytes, TiffTags tags) {
        if (bytes.length < 8) {
            return "";
        }
        byte[] text = Arrays.copyOfRange(bytes, 8, bytes.length);
        if (new String(bytes, 0, 7, StandardCharsets.ISO_8859_1).equals("UNICODE")) {
            return ended(
                    text,
                    tags.order() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        String decoded = Texts.decode(text);
        return decoded == null ? "" : decoded.strip();
    }

    private static String ended(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        int end = text.indexOf(0);
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
