package org.imageop.imglib2.pixels;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.UnsupportedImageException;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.pixels.PixelType.Kind;
import org.jspecify.annotations.Nullable;

/** Which mode an image has whose pixels are of some type and which has so many components. */
final class ModeChoice {
    private ModeChoice() {}

    /**
     * Finds the mode, or checks the one that is wanted.
     *
     * @param value a pixel
     * @throws UnsupportedImageException if there is no such mode, or the wanted one does not fit
     */
    static Mode of(Kind kind, Object value, Axes axes, @Nullable Mode wanted) {
        int components = kind == Kind.ARGB ? 4 : axes.components();
        if (kind == Kind.ARGB && axes.component() != Axes.NONE) {
            throw new UnsupportedImageException(
                    "A pixel of ARGBType has all components, but dimension " + axes.component()
                            + " was given as component axis; take one plane with Views.hyperSlice"
                            + " [errors.md#argb-with-axis]");
        }
        if (components > 4) {
            throw new UnsupportedImageException("Dimension " + axes.component() + " has " + components
                    + " positions, but no mode has more than 4 components; take an image of each"
                    + " position with ImgLib2Images.channels(image, " + axes.component() + "), or select some with"
                    + " Views.interval [errors.md#too-many-components]");
        }
        int bits = bits(value);
        if (wanted == null) {
            if (bits == 32 && components > 1) {
                if (kind == Kind.INTS) {
                    throw new UnsupportedImageException("No mode has " + components
                            + " components of 32 bits, as pixels of UnsignedIntType have; take an image of each"
                            + " with ImgLib2Images.channels(image, componentAxis), or give the range of values to scale"
                            + " to 16 bits with ImgLib2Images.wrap(image, componentAxis, range)"
                            + " [errors.md#components-too-deep]");
                }
                bits = 16;
            }
            Mode mode = usual(bits, components);
            if (mode.hasAlpha() && kind != Kind.ARGB) {
                String more = kind == Kind.NUMBERS ? ", range)" : ")";
                throw new UnsupportedImageException("Dimension " + axes.component() + " has " + components
                        + " positions, and ImgLib2 does not know whether the last one is alpha: if it is, name the mode"
                        + " with ImgLib2Images.wrap(image, " + axes.component() + ", Mode." + mode + more
                        + "; if they are channels, take an image of each with ImgLib2Images.channels(image, "
                        + axes.component() + more + " [errors.md#channels-or-alpha]");
            }
            return mode;
        }
        if (wanted.planar() || wanted.components() != components) {
            throw new UnsupportedImageException("An image of mode " + wanted + " cannot be backed by " + components
                    + (components == 1 ? " component" : " components") + " of equal size; wrap it as "
                    + usual(Math.min(bits, components == 1 ? 32 : 16), components)
                    + " and convert it with StandardImage.from [errors.md#mode-does-not-fit]");
        }
        if (kind != Kind.NUMBERS && wanted.bitsPerComponent() != bits) {
            throw new UnsupportedImageException(wanted + " has components of " + wanted.bitsPerComponent()
                    + " bits, but pixels of " + PixelType.name(value) + " have " + bits
                    + "; give a value range to scale them, or convert with StandardImage.from"
                    + " [errors.md#mode-does-not-fit]");
        }
        return wanted;
    }

    private static Mode usual(int bits, int components) {
        ColorFamily family = components < 3 ? ColorFamily.GREY : ColorFamily.RGB;
        return Mode.of(family, components == 1 ? bits : Math.min(bits, 16), components % 2 == 0);
    }

    /** The bits of the narrowest component that holds a value. */
    static int bits(Object value) {
        if (value instanceof ARGBType) {
            return 8;
        }
        int bits = ((RealType<?>) value).getBitsPerPixel();
        return bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
    }
}
