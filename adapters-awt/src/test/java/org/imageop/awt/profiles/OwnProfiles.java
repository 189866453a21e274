package org.imageop.awt.profiles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Profiles for tests, written byte by byte: curves of one gamma, and primaries. */
public final class OwnProfiles {
    private OwnProfiles() {}

    /** RGB by three primaries in XYZ of D50. */
    public static byte[] rgb(double gamma, double[] red, double[] green, double[] blue) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("rXYZ", xyz(red));
        tags.put("gXYZ", xyz(green));
        tags.put("bXYZ", xyz(blue));
        for (String curve : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tags.put(curve, curve(gamma));
        }
        return profile("RGB ", tags);
    }

    /** Grey of one gamma. */
    public static byte[] grey(double gamma) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("kTRC", curve(gamma));
        return profile("GRAY", tags);
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag = ByteBuffer.allocate(20).put("XYZ ".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 3; i++) {
            tag.putInt(8 + 4 * i, (int) Math.round(values[i] * 65536));
        }
        return tag.array();
    }

    /** One number, as u8Fixed8. */
    private static byte[] curve(double gamma) {
        ByteBuffer tag = ByteBuffer.allocate(16).put("curv".getBytes(StandardCharsets.US_ASCII));
        return tag.putInt(8, 1).putShort(12, (short) Math.round(gamma * 256)).array();
    }

    private static byte[] profile(String colors, Map<String, byte[]> own) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        byte[] name = new byte[104];
        ByteBuffer.wrap(name).put("desc".getBytes(StandardCharsets.US_ASCII)).putInt(8, 5);
        System.arraycopy("Test".getBytes(StandardCharsets.US_ASCII), 0, name, 12, 4);
        tags.put("desc", name);
        tags.put("cprt", "text\0\0\0\0none\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.putAll(own);
        int at = 132 + 12 * tags.size();
        int size = at + tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putInt(0, size).putInt(8, 0x02100000);
        bytes.put(12, ("mntr" + colors + "XYZ ").getBytes(StandardCharsets.US_ASCII));
        bytes.putShort(24, (short) 2001).putShort(26, (short) 1).putShort(28, (short) 1);
        bytes.put(36, "acsp".getBytes(StandardCharsets.US_ASCII));
        bytes.put(68, xyz(0.9642, 1, 0.8249), 8, 12);
        bytes.putInt(128, tags.size());
        int entry = 132;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            bytes.put(entry, tag.getKey().getBytes(StandardCharsets.US_ASCII));
            bytes.putInt(entry + 4, at).putInt(entry + 8, tag.getValue().length);
            bytes.put(at, tag.getValue());
            at += tag.getValue().length;
            entry += 12;
        }
        return bytes.array();
    }
}
