package org.imageop.internal.rows;

/** The length of an array for a row of samples. */
public final class RowLength {
    private RowLength() {}

    public static int of(int pixels, int components) {
        long samples = (long) pixels * components;
        if (samples > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A row of " + pixels + " pixels with " + components
                    + " components is too long to be resized or converted in one piece; crop the image into columns"
                    + " [errors.md#side-too-long]");
        }
        return (int) samples;
    }
}
