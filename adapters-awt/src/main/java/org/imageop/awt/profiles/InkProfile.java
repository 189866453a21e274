package org.imageop.awt.profiles;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;

/**
 * Cyan, magenta, yellow and black without a profile, as a profile: the protocol's kernels M and N (SPEC.md, appendix B). Red is
 * (1 − c)(1 − k) of sRGB, and black ink is never made.
 */
public final class InkProfile {
    /** Points of the grid for each ink. Between them a product is off by half a step of 255 at most. */
    private static final int[] GRID = {9, 9, 9, 17};

    /** sRGB to XYZ of D50 (IEC 61966-2-1, Bradford), by rows. */
    private static final double[] TO_XYZ = {
        0.43607, 0.38515, 0.14307, 0.22249, 0.71687, 0.06061, 0.01392, 0.09708, 0.71410
    };

    private static final double[] FROM_XYZ = {
        3.13386, -1.61687, -0.49061, -0.97877, 1.91614, 0.03345, 0.07194, -0.22899, 1.40524
    };

    /** 1 of XYZ as it is encoded: the largest number stands for 1 + 32767/32768. */
    private static final double XYZ_ONE = 32768 / 65535.0;

    /** The colour space for AWT. */
    public static final ICC_ColorSpace SPACE = new ICC_ColorSpace(ICC_Profile.getInstance(make()));

    private InkProfile() {}

    private static byte[] make() {
        // in profiles of version 4, LittleCMS takes the black of the perceptual intent for a grey
        IccTags tags = new IccTags("prtr", "CMYK", "XYZ ");
        tags.name("CMYK without a profile");
        byte[] toColors = join("mAB ", 4, 3, matrix(TO_XYZ, XYZ_ONE), decode(), inksToColors(), 4);
        byte[] toInks = join("mBA ", 3, 4, matrix(FROM_XYZ, 1 / XYZ_ONE), encode(), colorsToInks(), 4);
        for (int intent = 0; intent < 3; intent++) {
            tags.put("A2B" + intent, toColors);
            tags.put("B2A" + intent, toInks);
        }
        return tags.data();
    }

    /** lutAToBType or lutBToAType: the curves A and B change nothing, the curves M are those of sRGB. */
    private static byte[] join(String type, int in, int out, byte[] matrix, byte[] curves, byte[] grid, int inks) {
        byte[] plain = identities(3);
        byte[] plainInks = identities(inks);
        int b = 32;
        int matrixAt = b + plain.length;
        int m = matrixAt + matrix.length;
        int clut = m + curves.length;
        int a = clut + grid.length;
        ByteBuffer tag = ByteBuffer.allocate(a + plainInks.length);
        tag.put(IccTags.ascii(type)).putInt(0).put((byte) in).put((byte) out).putShort((short) 0);
        tag.putInt(b).putInt(matrixAt).putInt(m).putInt(clut).putInt(a);
        return tag.put(plain).put(matrix).put(curves).put(grid).put(plainInks).array();
    }

    private static byte[] identities(int count) {
        ByteBuffer curves = ByteBuffer.allocate(12 * count);
        for (int i = 0; i < count; i++) {
            curves.put(IccTags.ascii("curv")).putInt(0).putInt(0);
        }
        return curves.array();
    }

    private static byte[] matrix(double[] rows, double scale) {
        ByteBuffer matrix = ByteBuffer.allocate(48);
        for (double value : rows) {
            matrix.putInt(IccTags.fixed(value * scale));
        }
        return matrix.array();
    }

    private static byte[] decode() {
        return parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
    }

    private static byte[] encode() {
        return parametric(4, 1 / 2.4, StrictMath.pow(1.055, 2.4), 0, 12.92, 0.0031308, -0.055, 0);
    }

    private static byte[] parametric(int function, double... numbers) {
        ByteBuffer curves = ByteBuffer.allocate(3 * (12 + 4 * numbers.length));
        for (int i = 0; i < 3; i++) {
            curves.put(IccTags.ascii("para"))
                    .putInt(0)
                    .putShort((short) function)
                    .putShort((short) 0);
            for (double number : numbers) {
                curves.putInt(IccTags.fixed(number));
            }
        }
        return curves.array();
    }

    private static byte[] inksToColors() {
        ByteBuffer grid = grid(GRID, 3);
        for (int c = 0; c < GRID[0]; c++) {
            for (int m = 0; m < GRID[1]; m++) {
                for (int y = 0; y < GRID[2]; y++) {
                    for (int k = 0; k < GRID[3]; k++) {
                        double light = 1 - k / (GRID[3] - 1.0);
                        grid.putShort(value(light * (1 - c / (GRID[0] - 1.0))));
                        grid.putShort(value(light * (1 - m / (GRID[1] - 1.0))));
                        grid.putShort(value(light * (1 - y / (GRID[2] - 1.0))));
                    }
                }
            }
        }
        return grid.array();
    }

    private static byte[] colorsToInks() {
        ByteBuffer grid = grid(new int[] {2, 2, 2}, 4);
        for (int i = 0; i < 8; i++) {
            grid.putShort(value(1 - (i >> 2 & 1)))
                    .putShort(value(1 - (i >> 1 & 1)))
                    .putShort(value(1 - (i & 1)))
                    .putShort((short) 0);
        }
        return grid.array();
    }

    private static ByteBuffer grid(int[] points, int outputs) {
        int nodes = 1;
        ByteBuffer head = ByteBuffer.allocate(20);
        for (int i = 0; i < points.length; i++) {
            head.put(i, (byte) points[i]);
            nodes *= points[i];
        }
        head.put(16, (byte) 2);
        // tags are aligned to 4 bytes, and so is what follows in them
        int length = 20 + nodes * outputs * 2;
        return ByteBuffer.allocate(length + 3 & ~3).put(head.array());
    }

    private static short value(double part) {
        return (short) Math.round(65535 * part);
    }
}
