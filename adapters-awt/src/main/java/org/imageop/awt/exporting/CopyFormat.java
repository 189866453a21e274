package org.imageop.awt.exporting;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.raster.ComponentMeaning;
import org.imageop.awt.raster.RasterMeaning;
import org.imageop.spi.CopyMemory;

/**
 * The format in which AWT gets a copy of an image: a predefined type where one fits.
 *
 * @param mode the mode of the copy
 * @param model its colour model
 * @param samples a sample model of any size
 */
record CopyFormat(Mode mode, ColorModel model, SampleModel samples) {

    /** The format that keeps everything an image is, except that planar images become RGB. */
    static CopyFormat keeping(ImageLike image) {
        return ModeColors.ofProfile(image)
                // Java2D draws packed ints as sRGB, whatever their colour space
                .map(space -> interleaved(image.planar() ? Mode.RGB : image.mode(), space, premultiplied(image)))
                .orElseGet(() -> of(image.mode(), premultiplied(image)));
    }

    /** Whether the image is stored with colours multiplied by alpha. */
    static boolean premultiplied(ImageLike image) {
        return !image.planar() && Images.rows(image).premultiplied();
    }

    /** The same with straight colours, for rasters, which do not know of premultiplied ones. */
    static CopyFormat straight(ImageLike image) {
        return of(image.mode(), false);
    }

    /** The format that Java2D draws fastest: 8 bits, RGB. */
    static CopyFormat drawing(Mode mode) {
        return of(mode.hasAlpha() ? Mode.RGBA : Mode.RGB, true);
    }

    private static CopyFormat of(Mode mode, boolean premultiplied) {
        return switch (mode) {
            case L -> predefined(mode, BufferedImage.TYPE_BYTE_GRAY);
            case L16 -> predefined(mode, BufferedImage.TYPE_USHORT_GRAY);
            case RGB -> predefined(mode, BufferedImage.TYPE_INT_RGB);
            case RGBA ->
                predefined(mode, premultiplied ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_ARGB);
            default -> mode.planar() ? of(Mode.RGB, false) : interleaved(mode, ModeColors.plain(mode), premultiplied);
        };
    }

    private static CopyFormat predefined(Mode mode, int type) {
        BufferedImage pixel = new BufferedImage(1, 1, type);
        return new CopyFormat(mode, pixel.getColorModel(), pixel.getSampleModel());
    }

    private static CopyFormat interleaved(Mode mode, ColorSpace space, boolean premultiplied) {
        int bands = mode.components();
        int[] offsets = IntStream.range(0, bands).toArray();
        return new CopyFormat(
                mode,
                ModeColors.model(mode, space, premultiplied),
                new PixelInterleavedSampleModel(ModeColors.dataType(mode), 1, 1, bands, bands, offsets));
    }

    /** What the samples of its rasters mean. */
    RasterMeaning meaning() {
        return ComponentMeaning.of(model, samples, null);
    }

    /** A sample model of that size. */
    SampleModel samples(int width, int height) {
        long elements = (long) width * height * samples.getNumDataElements();
        if (elements > Integer.MAX_VALUE - 8) {
            throw tooLarge(mode, width, height, elements);
        }
        return samples.createCompatibleSampleModel(width, height);
    }

    static UnsupportedImageException tooLarge(Mode mode, int width, int height, long elements) {
        return new UnsupportedImageException("A " + width + "×" + height + " " + mode + " raster has " + elements
                + " elements, more than an AWT raster can hold; take a part of it with Views.crop, or transfer the"
                + " whole as a java.awt.image.RenderedImage, which is computed by strips"
                + " [errors.md#too-large-for-toolkit]");
    }

    /** A new raster of that size, at (0, 0). */
    WritableRaster raster(int width, int height) {
        return Raster.createWritableRaster(samples(width, height), null);
    }

    /** A new raster of the size of an image, if the heap can hold it. */
    WritableRaster raster(ImageLike image) {
        SampleModel wanted = samples(image.width(), image.height());
        long bytes = (long) image.width()
                * image.height()
                * samples.getNumDataElements()
                * (DataBuffer.getDataTypeSize(samples.getDataType()) / Byte.SIZE);
        return CopyMemory.allocate(image, bytes, () -> Raster.createWritableRaster(wanted, null));
    }

    /** The image that a raster of this format is. */
    BufferedImage image(WritableRaster raster) {
        return new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
    }
}
