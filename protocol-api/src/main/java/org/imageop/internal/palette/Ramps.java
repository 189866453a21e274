package org.imageop.internal.palette;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Tables of 256 values or entries that follow a formula (D-11). */
public final class Ramps {
    private static final int LENGTH = 256;

    private Ramps() {}

    /** The entries k = 0 … 255 of a palette that has the same value in each of its components. */
    public static byte[] even(int components, IntUnaryOperator value) {
        byte[] data = new byte[LENGTH * components];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) value.applyAsInt(i / components);
        }
        return data;
    }

    /** The entries from black to a colour. */
    public static byte[] fromBlack(int... color) {
        byte[] data = new byte[LENGTH * color.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (color[i % color.length] * (i / color.length) / 255);
        }
        return data;
    }

    /** The same for the same seed, on every machine. */
    public static byte[] random(int components, long seed) {
        byte[] data = new byte[LENGTH * components];
        new SplittableRandom(seed).nextBytes(data);
        return data;
    }

    /** The numbers white·i / 255, rounded down as Python's {@code //} does: exactly. */
    public static int[] linear(double white) {
        int[] table = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double product = white * i;
            double rest = product % 255;
            table[i] = (int) Math.rint((product - (rest < 0 ? rest + 255 : rest)) / 255);
        }
        return table;
    }

    /** The numbers 255·(i / 255)^exponent, rounded to the nearest. */
    public static int[] gamma(double exponent) {
        int[] table = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            table[i] = (int) (StrictMath.pow(i / 255.0, exponent) * 255 + 0.5);
        }
        return table;
    }
}
