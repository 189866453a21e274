package org.imageop.tck.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imageop.ColorFamily;

/**
 * ICC profiles to test with, written byte by byte: none of them is sRGB, and each can be used in both directions. Every call
 * makes a new array.
 */
public final class OwnProfiles {
    private static final int HEADER = 128;

    private OwnProfiles() {}

    /**
     * A profile for the colours of a mode: Adobe RGB (1998), grey of gamma 1.5, or {@link #cmyk}.
     *
     * @param family the mode's colours
     * @return the profile; for YCbCr, that for RGB
     */
    public static byte[] of(ColorFamily family) {
        return switch (family) {
            case GREY -> grey(1.5);
            case RGB, YCBCR -> adobe();
            case CMYK -> cmyk();
        };
    }

    /**
     * A profile for other colours than those of a mode.
     *
     * @param family the mode's colours
     * @return the profile, which has no meaning for them (K-1)
     */
    public static byte[] ofOthers(ColorFamily family) {
        return family == ColorFamily.GREY ? adobe() : grey(1.5);
    }

    /**
     * A profile that says which colours it is for, and nothing else, so that nobody can use it.
     *
     * @param family the mode's colours
     * @return 132 bytes
     */
    public static byte[] damaged(ColorFamily family) {
        byte[] bytes = Arrays.copyOf(of(family), HEADER + 4);
        Arrays.fill(bytes, HEADER, bytes.length, (byte) 0);
        return bytes;
    }

    /**
     * Adobe RGB (1998): its primaries as its specification has them, adapted to D50, and its gamma.
     *
     * @return the profile
     */
    public static byte[] adobe() {
        return rgb(
                2.19921875,
                new double[] {0.60974, 0.31111, 0.01947},
                new double[] {0.20528, 0.62567, 0.06087},
                new double[] {0.14919, 0.06322, 0.74457});
    }

    /**
     * RGB by three primaries in XYZ of D50.
     *
     * @param gamma the exponent of all three curves
     * @param red X, Y and Z of the largest red
     * @param green the same of green
     * @param blue the same of blue
     * @return the profile
     */
    public static byte[] rgb(double gamma, double[] red, double[] green, double[] blue) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("rXYZ", xyz(red));
        tags.put("gXYZ", xyz(green));
        tags.put("bXYZ", xyz(blue));
        for (String curve : new String[] {"rTRC", "gTRC", "bTRC"}) {
            tags.put(curve, curve(gamma));
        }
        return profile("mntr", "RGB ", "XYZ ", tags);
    }

    /**
     * Grey of one gamma.
     *
     * @param gamma the exponent of the curve
     * @return the profile
     */
    public static byte[] grey(double gamma) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("kTRC", curve(gamma));
        return profile("mntr", "GRAY", "XYZ ", tags);
    }

    /**
     * Four inks on paper, by tables of two points for each ink (lut16Type): black takes the light away, and the others their
     * opposites. No printer has such inks.
     *
     * @return the profile
     */
    public static byte[] cmyk() {
        byte[] toColors = new byte[3 << 4];
        for (int i = 0; i < 16; i++) {
            // the last ink varies fastest
            int c = i >> 3 & 1;
            int m = i >> 2 & 1;
            int y = i >> 1 & 1;
            int light = (i & 1) == 1 ? 20 : 240 - 60 * (c + m) - 20 * y;
            toColors[3 * i] = (byte) light;
            toColors[3 * i + 1] = (byte) (128 + 60 * (m - c));
            toColors[3 * i + 2] = (byte) (128 + 70 * y - 30 * (m + c));
        }
        byte[] toInks = new byte[4 << 3];
        for (int i = 0; i < 8; i++) {
            boolean light = (i & 4) != 0;
            boolean red = (i & 2) != 0;
            boolean yellow = (i & 1) != 0;
            toInks[4 * i] = (byte) (red ? 0 : 200);
            toInks[4 * i + 1] = (byte) (red ? 200 : 0);
            toInks[4 * i + 2] = (byte) (yellow ? 220 : 0);
            toInks[4 * i + 3] = (byte) (light ? 0 : 255);
        }
        Map<String, byte[]> tags = new LinkedHashMap<>();
        for (int intent = 0; intent < 3; intent++) {
            tags.put("A2B" + intent, table(4, 3, toColors));
            tags.put("B2A" + intent, table(3, 4, toInks));
        }
        return profile("prtr", "CMYK", "Lab ", tags);
    }

    /** lut16Type: curves that change nothing, and two points on each side of the grid. */
    private static byte[] table(int in, int out, byte[] grid) {
        ByteBuffer tag = ByteBuffer.allocate(52 + 4 * (in + out) + 2 * grid.length);
        tag.put("mft2".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        tag.put((byte) in).put((byte) out).put((byte) 2).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            tag.putInt(i % 4 == 0 ? 65536 : 0);
        }
        tag.putShort((short) 2).putShort((short) 2);
        straight(tag, in);
        for (byte value : grid) {
            // Lab is encoded so that 255 becomes 0xff00; inks are whole
            int step = out == 3 ? 256 : 257;
            tag.putShort((short) (step * (value & 0xff)));
        }
        straight(tag, out);
        return tag.array();
    }

    private static void straight(ByteBuffer tag, int curves) {
        for (int i = 0; i < curves; i++) {
            tag.putShort((short) 0).putShort((short) 0xffff);
        }
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

    private static byte[] profile(String device, String colors, String connection, Map<String, byte[]> own) {
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
        bytes.put(12, (device + colors + connection).getBytes(StandardCharsets.US_ASCII));
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
