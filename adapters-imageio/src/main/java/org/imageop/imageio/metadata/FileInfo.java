package org.imageop.imageio.metadata;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImagePalette;
import org.imageop.InfoKeys;
import org.imageop.imageio.input.FileBytes;

/**
 * Collects the metadata of one frame from the file's own bytes, under the keys of {@link InfoKeys}. A value that makes no sense is
 * left out. What is found in its own place goes before what EXIF says, and EXIF before XMP.
 *
 * <p>Readers report the same in five ways, with wrong units, or not at all if other metadata are damaged.
 */
public final class FileInfo {
    /** How many bytes the metadata of a frame may take in memory, unless a reader is told otherwise. */
    public static final long MOST_BYTES = 1L << 26;

    /** Fewer pixels per inch are what programs write that know none. */
    private static final double FEWEST_DPI = 0.5;

    private final Map<String, Object> entries = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final long mostBytes;
    private long room;
    private boolean exceeded;
    private boolean ownOrientation;

    /** Collects up to {@link #MOST_BYTES}. */
    public FileInfo() {
        this(MOST_BYTES);
    }

    /** Collects up to a number of bytes. The rest is left out, and named under {@link InfoKeys#MISSING}. */
    public FileInfo(long mostBytes) {
        this.mostBytes = mostBytes;
        this.room = mostBytes;
    }

    /** Whether there were more bytes than allowed. */
    public boolean exceeded() {
        return exceeded;
    }

    /** The entries under the keys of {@link InfoKeys}. */
    public Map<String, Object> entries() {
        Map<String, Object> all = new LinkedHashMap<>(entries);
        if (!texts.isEmpty()) {
            all.put(InfoKeys.TEXT, Map.copyOf(texts));
        }
        if (exceeded) {
            all.put(InfoKeys.MISSING, List.of("metadata beyond the limit of " + mostBytes + " bytes"));
        }
        return all;
    }

    /** Counts bytes; false if there are more than allowed, which are to be left out. */
    private boolean take(long bytes) {
        if (exceeded || bytes > room) {
            exceeded = true;
            return false;
        }
        room -= bytes;
        return true;
    }

    /** Unpacks bytes of zlib from an offset on; empty if they are damaged, or more than allowed. */
    public byte[] unpack(byte[] packed, int offset) {
        byte[] bytes = exceeded ? null : Deflated.unpack(packed, offset, room);
        if (bytes == null) {
            exceeded = true;
            return new byte[0];
        }
        return bytes;
    }

    /** Adds pixels per inch, unless they make no sense. */
    public void dpi(double x, double y) {
        if (isResolution(x) && isResolution(y)) {
            entries.put(InfoKeys.DPI, List.of(x, y));
        }
    }

    private static boolean isResolution(double dpi) {
        return dpi >= FEWEST_DPI && Double.isFinite(dpi);
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

    /** Adds x and y of white, red, green and blue. */
    public void chromaticity(List<Double> values) {
        if (values.size() == 8 && values.stream().allMatch(value -> value >= 0)) {
            entries.put(InfoKeys.CHROMATICITY, List.copyOf(values));
        }
    }

    /** Adds an ICC profile, unless it is empty. */
    public void profile(byte[] profile) {
        if (profile.length > 0 && take(profile.length)) {
            entries.put(InfoKeys.ICC_PROFILE, profile);
        }
    }

    /** Adds an EXIF block, with or without the prefix of JPEG, unless it is empty, and what its tags say. The first block counts. */
    public void exif(byte[] found) throws IOException {
        byte[] block = FileBytes.of(found).starts(0, "Exif\0\0") ? Arrays.copyOfRange(found, 6, found.length) : found;
        if (block.length > 0 && !entries.containsKey(InfoKeys.EXIF) && take(block.length)) {
            entries.put(InfoKeys.EXIF, block);
            tags(TiffTags.read(FileBytes.of(block), 0));
        }
    }

    /** Adds what the directory of a TIFF file says, also as an EXIF block. */
    public void tiff(TiffTags tags) throws IOException {
        tags(tags);
        String description = tags.text(TiffTags.DESCRIPTION);
        if (description != null) {
            comment(description);
        }
        byte[] block = exceeded ? new byte[0] : Exif.ofTiff(tags, room);
        if (block.length > 0 && take(block.length)) {
            entries.put(InfoKeys.EXIF, block);
        }
        profile(tags.bytes(TiffTags.ICC_PROFILE));
        xmp(tags.bytes(TiffTags.XMP));
        iptc(tags.bytes(TiffTags.IPTC));
        String compression = Compressions.ofTiff(tags.number(TiffTags.COMPRESSION));
        if (compression != null) {
            compression(compression);
        }
    }

    /** Adds an orientation, and resolution and text unless the file has them elsewhere. */
    private void tags(TiffTags tags) throws IOException {
        List<Double> dpi = tags.dpi();
        if (dpi != null && !entries.containsKey(InfoKeys.DPI)) {
            dpi(dpi.get(0), dpi.get(1));
        }
        Integer orientation = tags.orientation();
        if (orientation != null) {
            entries.put(InfoKeys.ORIENTATION, orientation);
            ownOrientation = true;
        }
        TextTags.read(tags).forEach((keyword, text) -> {
            if (!texts.containsKey(keyword)) {
                text(keyword, text);
            }
        });
    }

    /** Adds an XMP packet, unless it is empty, and its orientation if EXIF has none. The first packet counts. */
    public void xmp(byte[] packet) {
        if (packet.length > 0 && !entries.containsKey(InfoKeys.XMP) && take(packet.length)) {
            entries.put(InfoKeys.XMP, packet);
            Integer orientation = ownOrientation ? null : XmpPacket.orientation(packet);
            if (orientation != null) {
                entries.put(InfoKeys.ORIENTATION, orientation);
            }
        }
    }

    /** Adds a block of IPTC-IIM, with or without Photoshop's resources around it, unless it is empty. The first block counts. */
    public void iptc(byte[] found) throws IOException {
        byte[] block = PhotoshopResources.iptc(found);
        if (block.length > 0 && !entries.containsKey(InfoKeys.IPTC) && take(block.length)) {
            entries.put(InfoKeys.IPTC, block);
        }
    }

    /** Adds a comment; several are lines of one. */
    public void comment(String comment) {
        if (!comment.isEmpty() && take(comment.length())) {
            entries.merge(InfoKeys.COMMENT, comment, (first, next) -> first + "\n" + next);
        }
    }

    /** Adds a text entry, which goes before those of EXIF. */
    public void text(String keyword, String text) {
        if (!keyword.isEmpty() && take(keyword.length() + (long) text.length())) {
            texts.put(keyword, text);
        }
    }

    /** Adds transparent colours: an index or a grey, alphas, or a colour. */
    public void transparency(Object value) {
        entries.put(InfoKeys.TRANSPARENCY, value);
    }

    /** Adds a background: an index or a grey, or a colour. */
    public void background(Object value) {
        entries.put(InfoKeys.BACKGROUND, value);
    }

    /** Adds the colours of an image of indices. */
    public void palette(ImagePalette palette) {
        entries.put(InfoKeys.PALETTE, palette);
    }

    /** Adds how the pixels are packed. */
    public void compression(String name) {
        entries.put(InfoKeys.COMPRESSION, name);
    }
}
