package org.imageop.internal.checks;

import org.imageop.ImageSize;
import org.imageop.Mode;

/** The checks that every way to an image's samples makes, and their messages. */
public final class Checks {
    private Checks() {}

    /** An image in words: {@code "640×480 RGB image"}. */
    public static String describe(Mode mode, ImageSize size) {
        return size.width() + "×" + size.height() + " " + mode + " image";
    }

    /** Refuses planar modes, which have no pixels to index (P-44). */
    public static void pixels(Mode mode) {
        if (mode.planar()) {
            throw new UnsupportedOperationException(mode
                    + " is planar: 2×2 pixels share chroma samples, so there are no pixels to index; use"
                    + " plane(\"y\"), plane(\"cr\") and plane(\"cb\"), or convert to RGB [errors.md#planar-pixels]");
        }
    }

    /** Refuses values that do not fit a pixel (AMB-7). */
    public static void color(Mode mode, int... color) {
        if (color.length != mode.components()) {
            throw new IllegalArgumentException(
                    "A pixel of " + mode + " has the components " + mode.componentNames() + " and takes "
                            + mode.components() + " values, not " + color.length + " [errors.md#number-of-values]");
        }
        for (int c = 0; c < color.length; c++) {
            value(mode, c, color[c]);
        }
    }

    /** Refuses a value that a component cannot have (AMB-7). Any 32 bits are an unsigned 32-bit value. */
    public static void value(Mode mode, int component, int value) {
        if (mode.bitsPerComponent() < Integer.SIZE && (value < 0 || value > mode.maxValue())) {
            throw new IllegalArgumentException(
                    "The component " + mode.componentNames().get(component) + " of " + mode + " cannot become " + value
                            + "; its values are 0 to " + mode.maxValue() + " [errors.md#value-out-of-range]");
        }
    }
}
