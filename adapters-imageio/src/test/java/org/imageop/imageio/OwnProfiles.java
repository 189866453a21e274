package org.imageop.imageio;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.imageop.ColorFamily;
import org.imageop.Mode;

/** ICC profiles whose colours are far from sRGB. */
final class OwnProfiles {
    /** Linear light, red and blue swapped. */
    static final byte[] RGB = rgb();

    /** Nearly linear light. AWT's own grey is linear, and what it tags is taken for numbers without a profile. */
    static final byte[] GREY = grey();

    /** A table with two points for each ink. */
    static final byte[] CMYK = cmyk();

    private OwnProfiles() {}

    static byte[] of(Mode mode) {
        return mode.family() == ColorFamily.GREY ? GREY : mode.family() == ColorFamily.CMYK ? CMYK : RGB;
    }

    /** The same, with zeros at its end. */
    static byte[] longer(byte[] profile, int length) {
        byte[] longer = Arrays.copyOf(profile, length);
        ByteBuffer.wrap(longer).putInt(0, length);
        return longer;
    }

    private static byte[] rgb() {
        ICC_Profile linear = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        byte[] red = linear.getData(ICC_Profile.icSigRedColorantTag);
        linear.setData(ICC_Profile.icSigRedColorantTag, linear.getData(ICC_Profile.icSigBlueColorantTag));
        linear.setData(ICC_Profile.icSigBlueColorantTag, red);
        return linear.getData();
    }

    private static byte[] grey() {
        ICC_Profile linear = ICC_Profile.getInstance(
                ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
        ByteBuffer curve = ByteBuffer.allocate(16).put("curv".getBytes(StandardCharsets.US_ASCII));
        linear.setData(
                ICC_Profile.icSigGrayTRCTag,
                curve.putInt(8, 1).putShort(12, (short) 0x0120).array());
        return linear.getData();
    }

    /** ICC.1:2001-04, lut8Type: lightness falls with each ink, a and b follow magenta and yellow. */
    private static byte[] cmyk() {
        ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
        table.put("mft1".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        table.put((byte) 4).put((byte) 3).put((byte) 2).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 1 << 16 : 0);
        }
        identities(table, 4);
        for (int i = 0; i < 16; i++) {
            int c = i >> 3 & 1;
            int m = i >> 2 & 1;
            int y = i >> 1 & 1;
            int k = i & 1;
            table.put((byte) (255 - 60 * k - 40 * (c + m + y)));
            table.put((byte) (128 + 40 * m - 30 * c)).put((byte) (128 + 40 * y - 20 * c));
        }
        identities(table, 3);
        ByteBuffer back = ByteBuffer.allocate(48 + 3 * 256 + 8 * 4 + 4 * 256);
        back.put(table.array(), 0, 8)
                .put((byte) 3)
                .put((byte) 4)
                .put((byte) 2)
                .put((byte) 0)
                .put(table.array(), 12, 36);
        identities(back, 3);
        for (int i = 0; i < 8; i++) {
            back.putInt(i < 4 ? 255 : 0); // what is dark is black ink
        }
        identities(back, 4);
        int at = 132 + 24;
        ByteBuffer profile = ByteBuffer.allocate(at + table.capacity() + back.capacity());
        profile.putInt(0, profile.capacity()).putInt(8, 0x02100000);
        profile.put(12, "prtrCMYKLab ".getBytes(StandardCharsets.US_ASCII));
        profile.putShort(24, (short) 2001).putShort(26, (short) 1).putShort(28, (short) 1);
        profile.put(36, "acsp".getBytes(StandardCharsets.US_ASCII));
        profile.putInt(68, 0xf6d6).putInt(72, 0x10000).putInt(76, 0xd32d);
        profile.putInt(128, 2).put(132, "A2B0".getBytes(StandardCharsets.US_ASCII));
        profile.putInt(136, at).putInt(140, table.capacity()).put(at, table.array());
        profile.put(144, "B2A0".getBytes(StandardCharsets.US_ASCII));
        profile.putInt(148, at + table.capacity())
                .putInt(152, back.capacity())
                .put(at + table.capacity(), back.array());
        return profile.array();
    }

    private static void identities(ByteBuffer table, int count) {
        for (int i = 0; i < count * 256; i++) {
            table.put((byte) i);
        }
    }
}
