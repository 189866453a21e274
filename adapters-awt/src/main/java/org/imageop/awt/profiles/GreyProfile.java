package org.imageop.awt.profiles;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The profile of grey with the curve of sRGB, which the JDK lacks: its own grey is linear. */
public final class GreyProfile {
    /** So many points of the curve that 8 bits are exact and 16 bits differ by less than a step of 12. */
    private static final int POINTS = 4096;

    private static final byte[] DATA = make();

    private GreyProfile() {}

    /** The bytes of the profile, a new array. */
    static byte[] data() {
        return DATA.clone();
    }

    /** The profile for AWT. */
    public static ICC_Profile profile() {
        return ICC_Profile.getInstance(DATA);
    }

    private static byte[] make() {
        IccTags tags = new IccTags("mntr", "GRAY", "XYZ ");
        tags.text("desc", "Grey with the curve of sRGB");
        tags.put("wtpt", IccTags.xyz(0.9642, 1, 0.8249));
        ByteBuffer curve = ByteBuffer.allocate(12 + 2 * POINTS);
        curve.put("curv".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(POINTS);
        for (int i = 0; i < POINTS; i++) {
            curve.putShort((short) Math.round(65535 * linear(i / (POINTS - 1.0))));
        }
        tags.put("kTRC", curve.array());
        return tags.data();
    }

    /** IEC 61966-2-1. */
    static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
