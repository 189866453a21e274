package org.imageop.imageio;

import java.io.IOException;
import java.util.Map;
import org.imageop.imageio.metadata.ExifTags;
import org.imageop.imageio.metadata.IptcFields;
import org.imageop.imageio.metadata.XmpPacket;

/**
 * Reads the blocks of metadata in an image's {@code info}, which are there as they are in files.
 *
 * <pre>{@code
 * if (image.info().get(InfoKeys.EXIF) instanceof byte[] block) {
 *     Object camera = MetadataTags.exif(block).get("Model");
 * }
 * }</pre>
 *
 * <p>Damaged parts are left out. All methods may be called by several threads at once.
 */
public final class MetadataTags {
    private MetadataTags() {}

    /**
     * The tags of EXIF, by their names in the standard, such as {@code ExposureTime}; unknown ones as {@code "tag 42"}. The tags of a thumbnail are left out.
     *
     * @param block the entry {@code exif} of an info
     * @return a new map in the order of the block. Values are a {@code String}, also in place of a number that the standard has a name for; a
     *     {@code Long}; a {@code Double} for a fraction; a {@code List} of several numbers; or a {@code byte[]}, such as maker notes
     */
    public static Map<String, Object> exif(byte[] block) {
        try {
            return ExifTags.of(block);
        } catch (IOException e) {
            throw new AssertionError(e); // blocks are in memory
        }
    }

    /**
     * The properties of XMP, by their names with the prefixes of the packet, such as {@code dc:creator}.
     *
     * @param packet the entry {@code xmp} of an info, of at most 4 MiB
     * @return a new map. Values are a {@code String}; a {@code List} of values; or a {@code Map} of a structure, or of languages if there are several; empty if the packet
     *     cannot be read
     */
    public static Map<String, Object> xmp(byte[] packet) {
        return XmpPacket.properties(packet);
    }

    /**
     * The fields of IPTC-IIM by their names, such as {@code Caption-Abstract}; unknown ones as {@code "2:42"}.
     *
     * @param block the entry {@code iptc} of an info
     * @return a new map. Values are a {@code String}, or a {@code List} of strings of a field that is there several times
     */
    public static Map<String, Object> iptc(byte[] block) {
        return IptcFields.of(block);
    }
}
