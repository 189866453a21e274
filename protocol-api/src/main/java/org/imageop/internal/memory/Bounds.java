package org.imageop.internal.memory;

import org.imageop.Mode;

/** Checks that the samples of an image lie within their memory and fit its mode. */
public final class Bounds {
    private Bounds() {}

    /**
     * Checks the fields of an image, one for each component.
     *
     * @throws IllegalArgumentException if a field has more bits than the mode's components, or if a sample would lie
     *     outside its buffer
     */
    public static void check(Mode mode, int width, int height, Field[] fields) {
        for (int c = 0; c < fields.length; c++) {
            Mode.Subsampling sub = mode.subsampling().get(c);
            check(mode, c, width / sub.x(), height / sub.y(), fields[c]);
        }
    }

    private static void check(Mode mode, int component, int width, int height, Field field) {
        if (!field.ranged() && field.bits() > mode.bitsPerComponent()) {
            throw new IllegalArgumentException(
                    name(mode, component) + " has " + mode.bitsPerComponent() + " bits, but its plane has "
                            + field.bits() + "; use a mode with wider components [errors.md#plane-too-deep]");
        }
        try {
            long across = Math.multiplyExact(field.pixelStride(), width - 1L);
            long down = Math.multiplyExact(field.lineStride(), height - 1L);
            long low = Math.addExact(field.offset(), Math.addExact(Math.min(across, 0), Math.min(down, 0)));
            long high = Math.addExact(field.offset(), Math.addExact(Math.max(across, 0), Math.max(down, 0)));
            int limit = field.memory().limit();
            if (low < 0 || high >= limit) {
                throw new IllegalArgumentException("The plane of " + name(mode, component) + ", " + width + "×" + height
                        + " samples (" + field + "), covers the elements " + low + " to " + high
                        + ", but its buffer has " + limit + (limit == 1 ? " element" : " elements")
                        + " [errors.md#plane-beyond-memory]");
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The strides of " + name(mode, component) + " (" + field
                            + ") lead to positions of more than 64 bits [errors.md#plane-beyond-memory]",
                    e);
        }
    }

    private static String name(Mode mode, int component) {
        return mode + "." + mode.componentNames().get(component);
    }
}
