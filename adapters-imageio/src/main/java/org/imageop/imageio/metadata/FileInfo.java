package org.imageop.imageio.metadata;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImagePalette;
import org.imageop.InfoKeys;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/**
 * Collects the metadata of one frame from the file's own bytes: resolution, orientation, EXIF block, ICC profile, gamma.
 * A value that makes no sense is left out.
 *
 * <p>Readers report the same in five ways, with wrong units, or not at all if other metadata are damaged.
 */
public final class FileInfo {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** The entries under the keys of {@link InfoKeys}. */
    public Map<String, Object> entries() {
        return entries;
    }

    /** Adds pixels per inch, unless one is not positive. */
    public void dpi(double x, double y) {
        if (x > 0 && y > 0) {
            entries.put(InfoKeys.DPI, List.of(x, y));
        }
    }

    /** Adds pixels per inch that a file has in metres. */
    public void perMetre(double x, double y) {
        dpi(x * Resolution.METRES_PER_INCH, y * Resolution.METRES_PER_INCH);
    }

    /** Adds the exponent of a curve, unless it is not positive. */
    public void gamma(double gamma) {
        if (gamma > 0) {
            entries.put(InfoKeys.GAMMA, gamma);
        }
    }

    /** Adds an ICC profile, unless it is empty. */
    public void profile(byte[] profile) {
        if (profile.length > 0) {
            entries.put(InfoKeys.ICC_PROFILE, profile);
        }
    }

    /** Adds an EXIF block, unless it is empty, and the tags of its first directory. */
    public void exif(byte[] block) throws IOException {
        if (block.length > 0) {
            entries.put(InfoKeys.EXIF, block);
            tags(TiffTags.read(FileBytes.of(block), 0));
        }
    }

    /** Adds an orientation, and a resolution unless the file has one elsewhere. */
    public void tags(TiffTags tags) throws IOException {
        List<Double> dpi = tags.dpi();
        if (dpi != null) {
            entries.putIfAbsent(InfoKeys.DPI, dpi);
        }
        put(InfoKeys.ORIENTATION, tags.orientation());
    }

    /** The keys of an image's info that a file with these entries does not keep. A profile counts as not kept: it is a matter of colours. */
    public List<String> losses(Map<String, Object> info) {
        return info.keySet().stream()
                .filter(key -> !keeps(key, info.get(key), info))
                .toList();
    }

    private boolean keeps(String key, @Nullable Object value, Map<String, Object> info) {
        return switch (key) {
            case InfoKeys.FORMAT, InfoKeys.PALETTE -> true; // the file has its own
            case InfoKeys.ORIENTATION -> Integer.valueOf(1).equals(value);
            case InfoKeys.DPI -> Resolution.isKept(Resolution.of(info), Resolution.of(entries));
            default -> false;
        };
    }

    /** The colours of an image of indices. */
    public void palette(ImagePalette palette) {
        put(InfoKeys.PALETTE, palette);
    }

    private void put(String key, @Nullable Object value) {
        if (value != null) {
            entries.put(key, value);
        }
    }
}
