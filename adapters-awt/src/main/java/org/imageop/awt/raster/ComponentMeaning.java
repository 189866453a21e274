package org.imageop.awt.raster;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * Samples that are components: component <i>c</i> of the mode is band <i>c</i>.
 *
 * @param mode the mode
 * @param alpha how colours relate to alpha
 * @param bits how many bits of a sample count, for each component; the whole number where there is a range
 * @param ranges the numbers that stand for the ends of each component; empty if samples are plain unsigned ones
 */
public record ComponentMeaning(Mode mode, AlphaType alpha, int[] bits, List<Plane.Range> ranges)
        implements RasterMeaning {

    /** What a colour model makes of the samples of its raster; without a range, numbers have that of the model. */
    public static ComponentMeaning of(ColorModel model, SampleModel samples, Plane.@Nullable Range range) {
        AlphaType alpha = !model.hasAlpha()
                ? AlphaType.OPAQUE
                : model.isAlphaPremultiplied() ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
        int[] bits = Arrays.copyOf(model.getComponentSize(), model.getNumComponents());
        ColorFamily family = family(model);
        List<Plane.Range> ranges =
                range == null ? ranges(model, samples) : Collections.nCopies(model.getNumComponents(), range);
        return of(family, alpha, bits, samples, ranges);
    }

    /**
     * The ranges of a colour model's numbers: floats and doubles are values of its colour space, with alpha from 0 to 1;
     * signed shorts go from 0 to the largest.
     */
    private static List<Plane.Range> ranges(ColorModel model, SampleModel samples) {
        List<Plane.Range> ranges = new ArrayList<>();
        for (int c = 0; c < model.getNumComponents(); c++) {
            switch (samples.getDataType()) {
                case DataBuffer.TYPE_SHORT -> ranges.add(new Plane.Range(0, Short.MAX_VALUE));
                case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> ranges.add(range(model, c));
                default -> {
                    return List.of();
                }
            }
        }
        return ranges;
    }

    private static Plane.Range range(ColorModel model, int component) {
        ColorSpace space = model.getColorSpace();
        return component < model.getNumColorComponents()
                ? new Plane.Range(space.getMinValue(component), space.getMaxValue(component))
                : new Plane.Range(0, 1);
    }

    private static ColorFamily family(ColorModel model) {
        ColorSpace space = model.getColorSpace();
        int colors = model.getNumColorComponents();
        if (colors == 1) {
            return ColorFamily.GREY;
        } else if (colors == 3 && space.getType() == ColorSpace.TYPE_RGB) {
            return ColorFamily.RGB;
        } else if (colors == 4 && space.getType() == ColorSpace.TYPE_CMYK) {
            return ColorFamily.CMYK;
        }
        throw new UnsupportedImageException("The image has " + colors + " colour components of a "
                + space.getClass().getName() + ", type " + space.getType() + ", and there are modes for grey, RGB and"
                + " CMYK only; convert it with java.awt.image.ColorConvertOp, or wrap its raster and name the mode"
                + " [errors.md#no-such-colours]");
    }

    /** What the number of bands suggests: grey or RGB. Whether one of two or four is alpha, only the caller knows. */
    public static ComponentMeaning ofBands(SampleModel samples, Plane.@Nullable Range range) {
        int bands = samples.getNumBands();
        if (bands > 4) {
            throw new UnsupportedImageException("The raster has " + bands + " bands, and a pixel has at most 4"
                    + " components; take an image of each with AwtImages.channels(raster), or select some with"
                    + " Raster.createChild, or Raster.createWritableChild [errors.md#too-many-components]");
        }
        ColorFamily family = bands < 3 ? ColorFamily.GREY : ColorFamily.RGB;
        List<Plane.Range> ranges = range == null ? List.of() : Collections.nCopies(bands, range);
        if (bands % 2 == 0) {
            ComponentMeaning named = of(family, AlphaType.STRAIGHT, sampleSizes(samples), samples, ranges);
            String more = range == null ? ")" : ", range)";
            throw new UnsupportedImageException("The raster has " + bands + " bands, and does not know whether the last"
                    + " one is alpha: if it is, name the mode with AwtImages.wrap(raster, Mode." + named.mode + more
                    + "; if they are channels, take an image of each with AwtImages.channels(raster" + more
                    + " [errors.md#channels-or-alpha]");
        }
        return of(family, AlphaType.OPAQUE, sampleSizes(samples), samples, ranges);
    }

    /** What the caller knows. */
    public static ComponentMeaning inMode(SampleModel samples, Mode mode, Plane.@Nullable Range range) {
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
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        int[] bits = sampleSizes(samples);
        if (range != null) {
            return new ComponentMeaning(mode, alpha, bits, Collections.nCopies(mode.components(), range));
        }
        checkPlain(samples);
        int most = Arrays.stream(bits).max().orElseThrow();
        if (most > mode.bitsPerComponent()) {
            throw new UnsupportedImageException("The raster has samples of " + most + " bits, and the components of "
                    + mode + " have " + mode.bitsPerComponent() + "; name a wider mode [errors.md#mode-does-not-fit]");
        }
        return new ComponentMeaning(mode, alpha, bits, List.of());
    }

    private static ComponentMeaning of(
            ColorFamily family, AlphaType alpha, int[] bits, SampleModel samples, List<Plane.Range> ranges) {
        boolean hasAlpha = alpha != AlphaType.OPAQUE;
        int components = family.componentNames().size() + (hasAlpha ? 1 : 0);
        if (samples.getNumBands() < components) {
            throw new UnsupportedImageException("The colour model has " + components
                    + " components, but the raster has only " + samples.getNumBands()
                    + " bands; make the image with a model that fits its raster [errors.md#contradiction]");
        }
        int most = !ranges.isEmpty() ? 16 : Arrays.stream(bits).max().orElseThrow();
        if (ranges.isEmpty()) {
            checkPlain(samples);
            if (most > 16 && components > 1) {
                throw new UnsupportedImageException("The image has " + components + " components of up to " + most
                        + " bits, and modes of several components have at most 16; wrap it with a value range to see"
                        + " it with 16 bits [errors.md#components-too-deep]");
            }
        }
        int depth = most > 16 ? 32 : most > 8 ? 16 : 8;
        if (family == ColorFamily.CMYK && hasAlpha) {
            throw new UnsupportedImageException("There is no mode for CMYK with alpha; wrap the first four bands of"
                    + " its raster as " + Mode.of(family, depth, false)
                    + ": see Raster.createWritableChild [errors.md#no-such-colours]");
        }
        return new ComponentMeaning(Mode.of(family, depth, hasAlpha), alpha, bits, ranges);
    }

    private static int[] sampleSizes(SampleModel samples) {
        int[] bits = new int[samples.getNumBands()];
        Arrays.setAll(bits, samples::getSampleSize);
        return bits;
    }

    /** Whether samples are numbers of a range. */
    boolean ranged() {
        return !ranges.isEmpty();
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
                    "The samples are " + kind + ", which have no fixed black and white; give their range with"
                            + " AwtImages.wrap(image, new Plane.Range(min, max))"
                            + " [errors.md#range-needed]");
        }
    }

    @Override
    public @Nullable PixelLayout layout(Raster raster) {
        return RasterLayout.of(raster, this);
    }

    @Override
    public SampleRows computed(Raster raster) {
        return new RasterRows(raster, this);
    }
}
