package org.imageop.cli.describe;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imageop.InfoKeys;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.MetadataTags;

/**
 * An entry of an info, and the tags in it if it is a block of EXIF, XMP or IPTC.
 *
 * @param value the entry
 * @param tags what the block has, by name
 */
record BlockTags(Object value, Map<String, Object> tags) {
    /** More lines of a block are for programs. */
    private static final int MOST_LINES = 100;

    static BlockTags of(String key, Object value) {
        Map<String, Object> tags = Map.of();
        if (value instanceof byte[] block) {
            tags = switch (key) {
                case InfoKeys.EXIF -> MetadataTags.exif(block);
                case InfoKeys.XMP -> MetadataTags.xmp(block);
                case InfoKeys.IPTC -> MetadataTags.iptc(block);
                default -> tags;
            };
        }
        return new BlockTags(value, tags);
    }

    /** A line for each tag. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Object> tag : tags.entrySet()) {
            if (lines.size() == MOST_LINES) {
                lines.add("… " + (tags.size() - MOST_LINES) + " more; --json lists all");
                break;
            }
            lines.add(Problem.oneLine(tag.getKey()) + " = " + text(tag.getKey(), tag.getValue()));
        }
        return lines;
    }

    /** As photographers write it. */
    private static String text(String name, Object value) {
        if (value instanceof Double number) {
            return switch (name) {
                case "ExposureTime" -> exposure(number) + " s";
                case "FNumber" -> "f/" + rounded(number);
                case "FocalLength" -> rounded(number) + " mm";
                case "GPSAltitude", "SubjectDistance" -> rounded(number) + " m";
                default -> rounded(number);
            };
        }
        if (value instanceof Long number) {
            return switch (name) {
                case "Flash" -> number + ((number & 1) == 1 ? " (fired)" : " (did not fire)");
                case "FocalLengthIn35mmFilm" -> number + " mm";
                default -> number.toString();
            };
        }
        if (value instanceof List<?> list && list.stream().allMatch(Double.class::isInstance)) {
            List<String> numbers =
                    list.stream().map(each -> rounded((Double) each)).toList();
            boolean angle = numbers.size() == 3 && (name.endsWith("Latitude") || name.endsWith("Longitude"));
            return angle
                    ? numbers.get(0) + "° " + numbers.get(1) + "′ " + numbers.get(2) + "″"
                    : MetadataText.of(numbers);
        }
        return MetadataText.of(value);
    }

    private static String exposure(double seconds) {
        double reciprocal = Math.rint(1 / seconds);
        return seconds > 0 && seconds < 1 && Math.abs(seconds * reciprocal - 1) < 0.02
                ? "1/" + Math.round(reciprocal)
                : rounded(seconds);
    }

    /** At most six digits behind the point. */
    private static String rounded(double number) {
        String text = String.format(Locale.ROOT, "%.6f", number);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** The entry for programs: bytes have their length, their digest and their tags. */
    void write(JsonGenerator json) throws IOException {
        if (tags.isEmpty() || !(value instanceof byte[] block)) {
            JsonOutput.value(json, value);
            return;
        }
        json.writeStartObject();
        JsonOutput.digest(json, block);
        json.writeFieldName("tags");
        JsonOutput.value(json, tags);
        json.writeEndObject();
    }
}
