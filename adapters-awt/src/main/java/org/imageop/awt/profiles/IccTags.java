package org.imageop.awt.profiles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ICC profile as its header and its tags (ICC.1:2001-04). */
final class IccTags {
    /** The white of the connection space. */
    static final double[] D50 = {0.9642, 1, 0.8249};

    private static final int HEADER = 128;
    private static final int ENTRY = 12;

    private final byte[] header;
    private final Map<String, byte[]> tags = new LinkedHashMap<>();

    /** An empty profile of version 2.1, of a class ({@code "mntr"}), for colours ({@code "GRAY"}), by way of a connection space ({@code "XYZ "}). */
    IccTags(String profileClass, String colors, String connection) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER);
        bytes.putInt(8, 0x02100000);
        bytes.put(12, ascii(profileClass)).put(16, ascii(colors)).put(20, ascii(connection));
        // a date, which has to be one: 2000-01-01
        bytes.putShort(24, (short) 2000).putShort(26, (short) 1).putShort(28, (short) 1);
        bytes.put(36, ascii("acsp"));
        bytes.put(68, xyz(D50[0], D50[1], D50[2]), 8, 12);
        header = bytes.array();
        put("wtpt", xyz(D50[0], D50[1], D50[2]));
    }

    /** The bytes of a whole profile, taken apart. */
    IccTags(byte[] profile) {
        if (profile.length < HEADER + 4) {
            throw damaged("it has " + profile.length + " bytes, and a header alone has 128");
        }
        ByteBuffer bytes = ByteBuffer.wrap(profile);
        header = new byte[HEADER];
        bytes.get(0, header);
        int count = bytes.getInt(HEADER);
        if (count < 0 || count > (profile.length - HEADER - 4) / ENTRY) {
            throw damaged("its table of tags is damaged");
        }
        for (int i = 0; i < count; i++) {
            int entry = HEADER + 4 + i * ENTRY;
            int offset = bytes.getInt(entry + 4);
            int length = bytes.getInt(entry + 8);
            if (offset < 0 || length < 0 || offset > profile.length - length) {
                throw damaged("its table of tags is damaged");
            }
            byte[] tag = new byte[length];
            bytes.get(offset, tag);
            tags.put(new String(profile, entry, 4, StandardCharsets.ISO_8859_1), tag);
        }
    }

    private static IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException("A profile cannot be read: " + how + " [errors.md#profile-unusable]");
    }

    byte @Nullable [] get(String tag) {
        return tags.get(tag);
    }

    int version() {
        return header[8];
    }

    /** Whether it is the profile of a display device. */
    boolean isScreen() {
        return ByteBuffer.wrap(header).getInt(12) == 0x6d6e7472;
    }

    void put(String tag, byte[] data) {
        tags.put(tag, data);
    }

    /** Gives the profile its name. */
    void name(String name) {
        byte[] text = ascii(name + "\0");
        byte[] length = ByteBuffer.allocate(4).putInt(text.length).array();
        put("desc", join(ascii("desc"), new byte[4], length, text, new byte[8 + 3 + 67]));
        put("cprt", join(ascii("text"), new byte[4], ascii("No copyright, use freely\0")));
    }

    byte[] data() {
        int at = HEADER + 4 + ENTRY * tags.size();
        int size = at;
        for (byte[] tag : tags.values()) {
            size += padded(tag.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.put(header).putInt(0, size).putInt(HEADER, tags.size());
        int entry = HEADER + 4;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            bytes.put(entry, ascii(tag.getKey()));
            bytes.putInt(entry + 4, at).putInt(entry + 8, tag.getValue().length);
            bytes.put(at, tag.getValue());
            at += padded(tag.getValue().length);
            entry += ENTRY;
        }
        return bytes.array();
    }

    static double[] xyz(byte[] tag) {
        ByteBuffer bytes = ByteBuffer.wrap(tag);
        return new double[] {bytes.getInt(8) / 65536.0, bytes.getInt(12) / 65536.0, bytes.getInt(16) / 65536.0};
    }

    static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(fixed(x))
                .putInt(fixed(y))
                .putInt(fixed(z))
                .array();
    }

    /** A number as s15Fixed16. */
    static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
