package org.imageop.awt.wrapping;

import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;

/**
 * Pixels as producers send them: one byte or one int each, whatever elements the rasters of their colour model have. The model
 * takes the number for a pixel.
 */
final class SentPixels {
    private SentPixels() {}

    /** The image of an array of bytes or ints, which is taken over. */
    static ImageLike image(ColorModel model, Object pixels, int width, int height) {
        if (pixels instanceof int[] ints && ints.length > 0) {
            return ofInts(model, ints, width, height);
        }
        byte[] bytes = (byte[]) pixels;
        SampleModel single = single(DataBuffer.TYPE_BYTE, width, height);
        if (!OwnColors.computedBy(model, single)) {
            WritableRaster raster = Raster.createWritableRaster(single, new DataBufferByte(bytes, bytes.length), null);
            if (model instanceof IndexColorModel
                    || (model instanceof ComponentColorModel && model.isCompatibleRaster(raster))) {
                return FromRenderedImage.wrap(model, raster);
            }
        }
        int[] numbers = new int[bytes.length];
        Arrays.setAll(numbers, i -> bytes[i] & 0xff);
        return computed(model, numbers, width, height);
    }

    private static ImageLike ofInts(ColorModel model, int[] pixels, int width, int height) {
        SampleModel single = single(DataBuffer.TYPE_INT, width, height);
        if (OwnColors.computedBy(model, single)) {
            return computed(model, pixels, width, height);
        }
        DataBufferInt data = new DataBufferInt(pixels, pixels.length);
        if (model instanceof IndexColorModel) {
            int mask = (1 << model.getPixelSize()) - 1;
            Arrays.setAll(pixels, i -> pixels[i] & mask);
            return FromRenderedImage.wrap(model, Raster.createWritableRaster(single, data, null));
        } else if (model instanceof DirectColorModel fields && hasAllFields(fields)) {
            WritableRaster raster = Raster.createPackedRaster(data, width, height, width, fields.getMasks(), null);
            return FromRenderedImage.wrap(model, raster);
        }
        return computed(model, pixels, width, height);
    }

    private static boolean hasAllFields(DirectColorModel model) {
        return Arrays.stream(model.getMasks()).noneMatch(mask -> mask == 0);
    }

    /** One number for each pixel. */
    private static SampleModel single(int type, int width, int height) {
        return new PixelInterleavedSampleModel(type, width, height, 1, width, new int[1]);
    }

    /** The colours that the model makes of each number. */
    private static ImageLike computed(ColorModel model, int[] pixels, int width, int height) {
        // subclasses of these cannot override what takes an int
        boolean byElement = model instanceof DirectColorModel || model instanceof IndexColorModel;
        Arrays.setAll(pixels, i -> byElement ? model.getRGB(element(model, pixels[i])) : model.getRGB(pixels[i]));
        AlphaType alpha = model.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return StandardImage.wrap(PixelLayout.argb(IntBuffer.wrap(pixels), width, height, alpha));
    }

    /** A pixel as the rasters of a model keep it. */
    private static Object element(ColorModel model, int pixel) {
        return switch (model.getTransferType()) {
            case DataBuffer.TYPE_BYTE -> new byte[] {(byte) pixel};
            case DataBuffer.TYPE_USHORT -> new short[] {(short) pixel};
            default -> new int[] {pixel};
        };
    }
}
