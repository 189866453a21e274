package org.imageop.awt.profiles;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;

/** Grey with the curve of sRGB, which the JDK lacks: its own grey is linear. */
public final class GreyProfile {
    /** So many points that a grey of 16 bits differs from its curve by less than 1 in 8 bits everywhere. */
    private static final int POINTS = 4096;

    private static final byte[] DATA = make();

    /** The colour space for AWT: ColorConvertOp, getRGB and drawing all show grey v as (v, v, v). */
    public static final ICC_ColorSpace SPACE = new ICC_ColorSpace(ICC_Profile.getInstance(DATA));

    private GreyProfile() {}

    /** The bytes of the profile, a new array. */
    static byte[] data() {
        return DATA.clone();
    }

    private static byte[] make() {
        IccTags tags = new IccTags("mntr", "GRAY", "XYZ ");
        tags.name("Grey with the curve of sRGB");
        ByteBuffer curve = ByteBuffer.allocate(12 + 2 * POINTS);
        curve.put(IccTags.ascii("curv")).putInt(0).putInt(POINTS);
        for (int i = 0; i < POINTS; i++) {
            curve.putShort((short) Math.round(65535 * linear(i / (POINTS - 1.0))));
        }
        tags.put("kTRC", curve.array());
        return tags.data();
    }

    /** Light of a value of sRGB (IEC 61966-2-1). */
    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
