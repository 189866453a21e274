package org.imageop.imageio.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imageop.InfoKeys;
import org.jspecify.annotations.Nullable;

/** What a file that was written does not keep of an image's info, found by reading it again. */
public final class InfoLosses {
    /** How far numbers may be rounded. */
    private static final double ROUNDING = 1e-4;

    /** How far the hundredths of a second of GIF are apart, in milliseconds. */
    private static final double TICK = 10;

    private InfoLosses() {}

    /**
     * Compares what was to be written with what was read again.
     *
     * @param wanted what the file was to get
     * @param found what it has
     * @return short phrases, such as {@code "info comment"}. A profile counts as not kept: it is a matter of colours
     */
    public static List<String> of(WrittenInfo wanted, Map<String, Object> found) throws IOException {
        List<String> losses = new ArrayList<>();
        for (Map.Entry<String, Object> entry : wanted.info().entrySet()) {
            String key = entry.getKey();
            if (key.equals(InfoKeys.MISSING) && entry.getValue() instanceof List<?> missing) {
                missing.forEach(each -> losses.add(String.valueOf(each))); // nothing in the file says so
                continue;
            }
            String loss = loss(key, entry.getValue(), wanted, found);
            if (loss != null) {
                losses.add("info " + key + loss);
            }
        }
        return losses;
    }

    /** Null if an entry is kept, else what is lost of it, in parentheses; empty if all is. */
    private static @Nullable String loss(
            String key, @Nullable Object value, WrittenInfo wanted, Map<String, Object> found) throws IOException {
        Object other = found.get(key);
        return switch (key) {
            case InfoKeys.FORMAT, InfoKeys.COMPRESSION, InfoKeys.PALETTE -> null; // the file has its own
            case InfoKeys.ORIENTATION -> kept(Objects.equals(value, other == null ? 1 : other));
            case InfoKeys.DPI -> kept(Resolution.isKept(Resolution.of(wanted.info()), Resolution.of(found)));
            case InfoKeys.EXIF -> exif(wanted.exif(), other, texts(found));
            case InfoKeys.XMP -> kept(other instanceof byte[] packet && isSameXmp(wanted.xmp(), packet));
            case InfoKeys.TEXT -> texts(value, other);
            case InfoKeys.TRANSPARENCY -> kept(wanted.hasAlpha() || Objects.deepEquals(value, other));
            case InfoKeys.GAMMA, InfoKeys.CHROMATICITY -> kept(isNear(value, other, ROUNDING));
            case InfoKeys.DURATION -> kept(isNear(value, other, TICK));
            case InfoKeys.ICC_PROFILE -> "";
            default -> kept(Objects.deepEquals(value, other));
        };
    }

    private static @Nullable String kept(boolean kept) {
        return kept ? null : "";
    }

    private static @Nullable String exif(byte @Nullable [] wanted, @Nullable Object found, Map<?, ?> texts)
            throws IOException {
        if (wanted == null) {
            return "";
        }
        byte[] block = found instanceof byte[] bytes ? bytes : new byte[0];
        if (Arrays.equals(wanted, block)) {
            return null;
        }
        Set<String> missing = Exif.missing(wanted, block, texts);
        if (missing.isEmpty()) {
            // what has other keys is compared there
            return Exif.isReadable(wanted) ? null : "";
        }
        return block.length == 0 ? "" : " (" + String.join(", ", missing) + ")";
    }

    /** A packet of many properties may come back in another form. */
    private static boolean isSameXmp(byte @Nullable [] wanted, byte[] found) {
        if (wanted == null || Arrays.equals(wanted, found)) {
            return wanted != null;
        }
        Map<String, Object> properties = XmpPacket.properties(wanted);
        return !properties.isEmpty() && properties.equals(XmpPacket.properties(found));
    }

    private static Map<?, ?> texts(Map<String, Object> found) {
        return found.get(InfoKeys.TEXT) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String texts(@Nullable Object wanted, @Nullable Object found) {
        if (!(wanted instanceof Map<?, ?> entries)) {
            return "";
        }
        Map<?, ?> others = found instanceof Map<?, ?> map ? map : Map.of();
        List<String> missing = entries.entrySet().stream()
                .filter(entry -> !Objects.equals(entry.getValue(), others.get(entry.getKey())))
                .map(entry -> String.valueOf(entry.getKey()))
                .sorted()
                .toList();
        return missing.isEmpty() ? null : " (" + String.join(", ", missing) + ")";
    }

    private static boolean isNear(@Nullable Object a, @Nullable Object b, double rounding) {
        if (a instanceof Number x && b instanceof Number y) {
            return Math.abs(x.doubleValue() - y.doubleValue()) <= rounding;
        }
        if (a instanceof List<?> x && b instanceof List<?> y && x.size() == y.size()) {
            for (int i = 0; i < x.size(); i++) {
                if (!isNear(x.get(i), y.get(i), rounding)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
}
