package org.imageop.awt;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.UnsupportedImageException;

/**
 * The form in which AWT gets a copy of an image: a predefined type where one fits.
 *
 * @param mode the mode of the copy
 * @param alpha how its colours relate to alpha
 * @param model its colour model
 * @param samples a sample model of any size
 */
record Form(Mode mode, AlphaType alpha, ColorModel model, SampleModel samples) {

    /** The form that keeps everything an image is, except that planar images become RGB. */
    static Form keeping(ImageLike image) {
        AlphaType alpha = image.buffer().layout().map(PixelLayout::alpha).orElse(AlphaType.STRAIGHT);
        return of(image, alpha == AlphaType.PREMULTIPLIED);
    }

    /** The same with straight colours, for rasters, which cannot tell that they are not. */
    static Form straight(ImageLike image) {
        return of(image, false);
    }

    private static Form of(ImageLike image, boolean premultiplied) {
        return switch (image.mode()) {
            case L -> predefined(Mode.L, BufferedImage.TYPE_BYTE_GRAY);
            case L16 -> predefined(Mode.L16, BufferedImage.TYPE_USHORT_GRAY);
            case RGB, YV12, JPEG_YV12 -> predefined(Mode.RGB, BufferedImage.TYPE_INT_RGB);
            case RGBA ->
                predefined(Mode.RGBA, premultiplied ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_ARGB);
            case L32, LA, LA32, RGB48, RGBA64, CMYK, CMYK64 -> components(image.mode(), premultiplied);
        };
    }

    /** The form that Java2D draws fastest: 8 bits, RGB. */
    static Form drawing(Mode mode) {
        return mode.hasAlpha()
                ? predefined(Mode.RGBA, BufferedImage.TYPE_INT_ARGB_PRE)
                : predefined(Mode.RGB, BufferedImage.TYPE_INT_RGB);
    }

    private static Form predefined(Mode mode, int type) {
        BufferedImage pixel = new BufferedImage(1, 1, type);
        return new Form(mode, alpha(mode, pixel.isAlphaPremultiplied()), pixel.getColorModel(), pixel.getSampleModel());
    }

    private static Form components(Mode mode, boolean premultiplied) {
        int bands = mode.components();
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        return new Form(
                mode,
                alpha(mode, premultiplied),
                componentModel(mode, premultiplied),
                new PixelInterleavedSampleModel(dataType(mode), 1, 1, bands, bands, offsets));
    }

    private static AlphaType alpha(Mode mode, boolean premultiplied) {
        return !mode.hasAlpha() ? AlphaType.OPAQUE : premultiplied ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
    }

    /** The data type whose elements are as wide as the mode's components. */
    static int dataType(Mode mode) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> DataBuffer.TYPE_BYTE;
            case 16 -> DataBuffer.TYPE_USHORT;
            default -> DataBuffer.TYPE_INT;
        };
    }

    /** How many bits an element of a plane's memory has. */
    static int elementBits(Buffer memory) {
        return memory instanceof ByteBuffer ? 8 : memory instanceof ShortBuffer ? 16 : 32;
    }

    /** A colour model for rasters whose elements are the mode's components. */
    static ColorModel componentModel(Mode mode, boolean premultiplied) {
        if (mode == Mode.L32) {
            return new WideGreyModel();
        }
        int colors = mode.components() - (mode.hasAlpha() ? 1 : 0);
        ColorSpace space = switch (colors) {
            case 1 -> GreySpace.INSTANCE;
            case 3 -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
            default -> CmykSpace.INSTANCE;
        };
        return new ComponentColorModel(
                space,
                mode.hasAlpha(),
                premultiplied,
                mode.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                dataType(mode));
    }

    /** How its rasters are read and written. */
    Bands bands() {
        return Interpretation.of(model, samples, null);
    }

    /** A sample model of that size. */
    SampleModel samples(int width, int height) {
        long elements = (long) width * height * samples.getNumDataElements();
        if (elements > Integer.MAX_VALUE - 8) {
            throw new UnsupportedImageException("A " + width + "×" + height + " " + mode + " raster has " + elements
                    + " elements, more than an AWT raster can hold; hand on a part of it with Views.crop, or the"
                    + " whole as a java.awt.image.RenderedImage, which is computed by strips"
                    + " [errors.md#too-large-for-toolkit]");
        }
        return samples.createCompatibleSampleModel(width, height);
    }

    /** A new raster of that size, at (0, 0). */
    WritableRaster raster(int width, int height) {
        return Raster.createWritableRaster(samples(width, height), null);
    }
}
