package org.imageop.imageio.formats.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the segments before a JPEG file's first scan.
 *
 * @param components the number of components; 0 if there is no frame header
 * @param bits the bits of a sample; 0 if there is no frame header
 * @param adobeTransform the colour transform of the Adobe segment: 0 none, 1 YCbCr, 2 YCCK; −1 without one
 * @param overruled where an Adobe segment begins that calls colours RGB although JFIF, which knows YCbCr alone, is there; −1
 *     without one
 * @param overruledLength how long that segment is
 * @param dpi pixels per inch as JFIF has them, or null
 * @param exif the EXIF block from its TIFF header on; empty without one
 * @param profile the ICC profile; empty without a whole one
 * @param xmp the XMP packet, with what it has in further segments; empty without one
 * @param resources the image resources of Photoshop, of all segments; empty without any
 * @param comments the comments
 */
record JpegHeader(
        int components,
        int bits,
        int adobeTransform,
        long overruled,
        long overruledLength,
        @Nullable List<Double> dpi,
        byte[] exif,
        byte[] profile,
        byte[] xmp,
        byte[] resources,
        List<String> comments) {
    static final int YCCK = 2;

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    /** How many bytes between segments are looked at, which is more than any program leaves there. */
    private static final long MOST_JUNK = 1 << 24;

    /** How many segments are looked at, which hold a gigabyte; the largest profile has 255. */
    private static final int MOST_SEGMENTS = 1 << 14;

    private static final int BLOCK = 1 << 12;

    /** What begins the segment of an XMP packet. */
    static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    static final String MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";

    /** What begins a segment with image resources of Photoshop; a second segment goes on where the first ends. */
    static final String RESOURCES = "Photoshop 3.0\0";

    private static final int MOST_RESOURCES = 1 << 24;

    /** How many bytes of comments are kept. */
    private static final int MOST_COMMENTS = 1 << 20;

    /**
     * Reads the segments and leaves out damaged ones. Stops at the first segment that makes no sense, and after more
     * junk or segments than a sound file has, so that this takes no longer than a reader does.
     */
    static JpegHeader read(FileBytes source) throws IOException {
        int components = 0;
        int bits = 0;
        int transform = -1;
        boolean jfif = false;
        long adobe = -1;
        long adobeLength = 0;
        List<Double> dpi = null;
        byte[] exif = {};
        byte[] xmp = {};
        JpegExtendedXmp more = new JpegExtendedXmp();
        List<String> comments = new ArrayList<>();
        int commented = 0;
        ByteArrayOutputStream resources = new ByteArrayOutputStream();
        TreeMap<Integer, byte[]> profile = new TreeMap<>();
        int profileParts = 0;
        long junk = MOST_JUNK;
        long at = 2;
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            long found = marker(source, at, junk);
            if (found < 0) {
                break;
            }
            junk -= found - at;
            int marker = (int) source.big(found, 1);
            long length = source.big(found + 1, 2);
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE || length < 2) {
                break;
            }
            long data = found + 3;
            long count = length - 2;
            if (marker == 0xe0 && source.starts(data, "JFIF\0")) {
                jfif = true;
                dpi = density(source, data + 7);
            } else if (marker == 0xe1 && source.starts(data, "Exif\0") && exif.length == 0) {
                exif = source.bytes(data + 6, Math.min(count - 6, source.length() - data - 6));
            } else if (marker == 0xe1 && source.starts(data, XMP) && xmp.length == 0) {
                xmp = source.bytes(data + XMP.length(), count - XMP.length());
            } else if (marker == 0xe1 && source.starts(data, MORE_XMP)) {
                more.add(source, data + MORE_XMP.length(), count - MORE_XMP.length());
            } else if (marker == 0xed && source.starts(data, RESOURCES) && resources.size() < MOST_RESOURCES) {
                resources.writeBytes(source.bytes(data + RESOURCES.length(), count - RESOURCES.length()));
            } else if (marker == 0xfe && (commented += (int) count) <= MOST_COMMENTS) {
                String comment = Texts.decode(source.bytes(data, count));
                comments.addAll(comment == null ? List.of() : List.of(comment));
            } else if (marker == 0xe2 && source.starts(data, "ICC_PROFILE\0") && count > 14) {
                int part = (int) source.big(data + 12, 1);
                profileParts = (int) source.big(data + 13, 1);
                profile.put(part, source.bytes(data + 14, count - 14));
            } else if (marker == 0xee && source.starts(data, "Adobe") && count >= 12) {
                transform = (int) source.big(data + 11, 1);
                adobe = found - 1;
                adobeLength = count + 4;
            } else if (isFrame(marker) && components == 0) {
                bits = (int) Math.max(0, source.big(data, 1));
                components = (int) Math.max(0, source.big(data + 5, 1));
            }
            at = data + count;
        }
        boolean overruled = jfif && components == 3 && transform == 0;
        return new JpegHeader(
                components,
                bits,
                transform,
                overruled ? adobe : -1,
                adobeLength,
                dpi,
                exif,
                join(profile, profileParts),
                more.join(xmp),
                resources.toByteArray(),
                comments);
    }

    /** The place behind the next 0xff where a marker is, neither 0xff again nor 0, or −1; skips junk before it. */
    private static long marker(FileBytes source, long from, long most) throws IOException {
        long end = from + Math.min(most, source.length() - from);
        boolean announced = false;
        for (long at = from; at < end; at += BLOCK) {
            byte[] block = source.bytes(at, Math.min(BLOCK, end - at));
            for (int i = 0; i < block.length; i++) {
                if (announced && block[i] != (byte) 0xff && block[i] != 0) {
                    return at + i;
                }
                announced = block[i] == (byte) 0xff;
            }
        }
        return -1;
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static @Nullable List<Double> density(FileBytes source, long at) throws IOException {
        long unit = source.big(at, 1);
        long x = source.big(at + 1, 2);
        long y = source.big(at + 3, 2);
        if (x <= 0 || y <= 0 || (unit != 1 && unit != 2)) {
            return null;
        }
        double factor = unit == 2 ? 2.54 : 1;
        return List.of(x * factor, y * factor);
    }

    /** The parts of a profile in order, if all are there. */
    private static byte[] join(TreeMap<Integer, byte[]> parts, int expected) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (parts.size() == expected) {
            parts.values().forEach(whole::writeBytes);
        }
        return whole.toByteArray();
    }
}
