package org.imageop.awt.profiles;

import java.nio.ByteBuffer;

/** A profile between two others that multiplies X, Y and Z: the whites of two media. */
final class ScalingProfile {
    private ScalingProfile() {}

    static byte[] of(double[] scale) {
        IccTags tags = new IccTags("abst", "XYZ ", "XYZ ");
        tags.name("Scaling of XYZ");
        // lut16Type: matrix, curves of two points each, a grid of two points each that changes nothing, curves
        ByteBuffer table = ByteBuffer.allocate(52 + 12 + 48 + 12);
        table.put(IccTags.ascii("mft2")).putInt(0).put(new byte[] {3, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? IccTags.fixed(scale[i / 4]) : 0);
        }
        table.putShort((short) 2).putShort((short) 2);
        curves(table);
        for (int i = 0; i < 8; i++) {
            table.putShort((short) -(i >> 2 & 1))
                    .putShort((short) -(i >> 1 & 1))
                    .putShort((short) -(i & 1));
        }
        curves(table);
        tags.put("A2B0", table.array());
        return tags.data();
    }

    private static void curves(ByteBuffer table) {
        for (int i = 0; i < 3; i++) {
            table.putShort((short) 0).putShort((short) -1);
        }
    }
}
