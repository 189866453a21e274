package org.imageop.awt;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.Arrays;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * What the bands of a raster mean: component <i>c</i> of the mode is band <i>c</i>.
 *
 * @param mode the mode
 * @param alpha how colours relate to alpha
 * @param bits how many bits of a sample count, for each component; the whole number where there is a range
 * @param range the numbers that stand for a component's ends, if samples are not plain unsigned ones
 */
record Interpretation(Mode mode, AlphaType alpha, int[] bits, Plane.@Nullable Range range) implements Bands {

    @Override
    public @Nullable PixelLayout layout(Raster raster) {
        return RasterLayout.of(raster, this);
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new RasterRows(raster, this);
    }

    /** What a colour model says of its raster. */
    static Interpretation of(ColorModel model, SampleModel samples, Plane.@Nullable Range range) {
        ColorSpace space = model.getColorSpace();
        int colors = model.getNumColorComponents();
        boolean known = colors == 1
                || (colors == 3 && space.getType() == ColorSpace.TYPE_RGB)
                || (colors == 4 && space.getType() == ColorSpace.TYPE_CMYK);
        if (!known) {
            throw new UnsupportedImageException("The image has " + colors + " colour components of a"
                    + " " + space.getClass().getName() + ", type " + space.getType() + ", and there are modes for"
                    + " grey, RGB and CMYK only; convert it with java.awt.image.ColorConvertOp, or wrap its raster"
                    + " and name the mode [errors.md#no-such-colours]");
        }
        int[] bits = Arrays.copyOf(model.getComponentSize(), model.getNumComponents());
        AlphaType alpha = !model.hasAlpha()
                ? AlphaType.OPAQUE
                : model.isAlphaPremultiplied() ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
        return of(colors, alpha, bits, samples, range);
    }

    /** What the number of bands says: grey, grey and alpha, RGB, RGB and alpha. */
    static Interpretation ofBands(SampleModel samples, Plane.@Nullable Range range) {
        int bands = samples.getNumBands();
        if (bands > 4) {
            throw new UnsupportedImageException("The raster has " + bands + " bands, and a pixel has at most 4"
                    + " components; select some with Raster.createChild, or Raster.createWritableChild"
                    + " [errors.md#too-many-components]");
        }
        AlphaType alpha = bands % 2 == 0 ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return of(bands < 3 ? 1 : 3, alpha, sampleSizes(samples), samples, range);
    }

    /** What the caller says. */
    static Interpretation inMode(SampleModel samples, Mode mode) {
        if (mode.planar()) {
            throw new UnsupportedImageException(
                    "A raster has as many samples in each band and cannot be a planar " + mode
                            + " image; wrap it as RGB and convert it with StandardImage.from"
                            + " [errors.md#mode-does-not-fit]");
        }
        if (samples.getNumBands() != mode.components()) {
            throw new UnsupportedImageException("The raster has " + samples.getNumBands() + " bands, but " + mode
                    + " has the components " + mode.componentNames()
                    + "; select bands with Raster.createChild, or Raster.createWritableChild"
                    + " [errors.md#mode-does-not-fit]");
        }
        checkPlain(samples);
        int[] bits = sampleSizes(samples);
        int most = Arrays.stream(bits).max().orElseThrow();
        if (most > mode.bitsPerComponent()) {
            throw new UnsupportedImageException("The raster has samples of " + most + " bits, and the components of "
                    + mode + " have " + mode.bitsPerComponent() + "; name a wider mode [errors.md#mode-does-not-fit]");
        }
        return new Interpretation(mode, mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, bits, null);
    }

    private static Interpretation of(
            int colors, AlphaType alpha, int[] bits, SampleModel samples, Plane.@Nullable Range range) {
        int components = colors + (alpha == AlphaType.OPAQUE ? 0 : 1);
        if (samples.getNumBands() < components) {
            throw new UnsupportedImageException("The colour model has " + components
                    + " components, but the raster has only " + samples.getNumBands()
                    + " bands; make the image with a model that fits its raster [errors.md#contradiction]");
        }
        if (range != null) {
            return new Interpretation(mode(colors, alpha, 16), alpha, bits, range);
        }
        checkPlain(samples);
        int most = Arrays.stream(bits).max().orElseThrow();
        if (most > 16 && components > 1) {
            throw new UnsupportedImageException("The image has " + components + " components of up to " + most
                    + " bits, and modes of several components have at most 16; wrap it with a value range to see it"
                    + " with 16 bits [errors.md#components-too-deep]");
        }
        return new Interpretation(mode(colors, alpha, most), alpha, bits, null);
    }

    private static Mode mode(int colors, AlphaType alpha, int bits) {
        boolean wide = bits > 8;
        boolean opaque = alpha == AlphaType.OPAQUE;
        if (colors == 4) {
            if (!opaque) {
                throw new UnsupportedImageException("There is no mode for CMYK with alpha; wrap the first four bands of"
                        + " its raster as " + (wide ? Mode.CMYK64 : Mode.CMYK)
                        + ": see Raster.createWritableChild [errors.md#no-such-colours]");
            }
            return wide ? Mode.CMYK64 : Mode.CMYK;
        }
        if (colors == 3) {
            return opaque ? wide ? Mode.RGB48 : Mode.RGB : wide ? Mode.RGBA64 : Mode.RGBA;
        }
        return !opaque ? wide ? Mode.LA32 : Mode.LA : bits > 16 ? Mode.L32 : wide ? Mode.L16 : Mode.L;
    }

    private static int[] sampleSizes(SampleModel samples) {
        int[] bits = new int[samples.getNumBands()];
        Arrays.setAll(bits, samples::getSampleSize);
        return bits;
    }

    /** Refuses signed and floating-point samples, which mean nothing without a range. */
    private static void checkPlain(SampleModel samples) {
        String kind = switch (samples.getDataType()) {
            case DataBuffer.TYPE_SHORT -> "signed shorts";
            case DataBuffer.TYPE_FLOAT -> "floats";
            case DataBuffer.TYPE_DOUBLE -> "doubles";
            default -> null;
        };
        if (kind != null) {
            throw new UnsupportedImageException(
                    "The samples are " + kind + ", which have no largest value of their own; say what black and"
                            + " white are with AwtImages.wrap(image, new Plane.Range(min, max))"
                            + " [errors.md#range-needed]");
        }
    }
}
