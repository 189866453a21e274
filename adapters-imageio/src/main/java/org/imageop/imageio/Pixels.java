package org.imageop.imageio;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.imageop.ImageLike;
import org.imageop.Plane;
import org.imageop.awt.AwtImages;

/**
 * Decoded pixels as images of the protocol.
 *
 * <p>Signed samples cover their type's range. Floating-point samples are black at 0 and white at 1. Colours of more
 * than 16 bits become 16, for which alone there are modes.
 */
final class Pixels {
    private static final Plane.Range UNIT = new Plane.Range(0, 1);

    private Pixels() {}

    /** The image on the pixels that a reader gave, or on narrower ones where no mode is as wide. */
    static ImageLike wrap(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int widest = Arrays.stream(model.getComponentSize()).max().orElseThrow();
        return switch (image.getSampleModel().getDataType()) {
            case DataBuffer.TYPE_SHORT -> AwtImages.wrap(image, new Plane.Range(Short.MIN_VALUE, Short.MAX_VALUE));
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> AwtImages.wrap(image, UNIT);
            case DataBuffer.TYPE_INT ->
                AwtImages.wrap(model.getNumComponents() > 1 && widest > 16 ? narrow(image, widest) : image);
            default -> AwtImages.wrap(image);
        };
    }

    /** 16-bit samples of wider ones, rounded to nearest. */
    private static BufferedImage narrow(BufferedImage image, int bits) {
        Raster wide = image.getRaster();
        BufferedImage narrow =
                interleaved(image.getColorModel(), DataBuffer.TYPE_USHORT, image.getWidth(), image.getHeight());
        WritableRaster target = narrow.getRaster();
        long most = (1L << bits) - 1;
        int[] row = null;
        for (int y = 0; y < image.getHeight(); y++) {
            row = wide.getPixels(wide.getMinX(), wide.getMinY() + y, image.getWidth(), 1, row);
            for (int i = 0; i < row.length; i++) {
                row[i] = (int) (((row[i] & 0xffffffffL) * 65535 + most / 2) / most);
            }
            target.setPixels(0, y, image.getWidth(), 1, row);
        }
        return narrow;
    }

    /** 32-bit samples that are the bits of floats, as in Photoshop's files, but read as integers. */
    static BufferedImage floatBits(BufferedImage image) {
        if (image.getSampleModel().getDataType() != DataBuffer.TYPE_INT
                || image.getSampleModel().getSampleSize(0) != 32) {
            return image;
        }
        Raster bits = image.getRaster();
        BufferedImage floats =
                interleaved(image.getColorModel(), DataBuffer.TYPE_FLOAT, image.getWidth(), image.getHeight());
        WritableRaster target = floats.getRaster();
        int[] row = null;
        float[] numbers = null;
        for (int y = 0; y < image.getHeight(); y++) {
            row = bits.getPixels(bits.getMinX(), bits.getMinY() + y, image.getWidth(), 1, row);
            numbers = numbers == null ? new float[row.length] : numbers;
            for (int i = 0; i < row.length; i++) {
                numbers[i] = Float.intBitsToFloat(row[i]);
            }
            target.setPixels(0, y, image.getWidth(), 1, numbers);
        }
        return floats;
    }

    /** Grey in the low byte and alpha in the high byte of each 16-bit sample. */
    static BufferedImage grayAlpha(Raster pairs) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = interleaved(model, DataBuffer.TYPE_BYTE, pairs.getWidth(), pairs.getHeight());
        WritableRaster target = image.getRaster();
        int[] row = null;
        int[] split = new int[2 * pairs.getWidth()];
        for (int y = 0; y < pairs.getHeight(); y++) {
            row = pairs.getPixels(pairs.getMinX(), pairs.getMinY() + y, pairs.getWidth(), 1, row);
            for (int i = 0; i < row.length; i++) {
                split[2 * i] = row[i] & 0xff;
                split[2 * i + 1] = row[i] >> 8;
            }
            target.setPixels(0, y, pairs.getWidth(), 1, split);
        }
        return image;
    }

    /** The same indices with colours whose five high bits count, scaled to eight. */
    static BufferedImage widenColors(BufferedImage image, IndexColorModel colors) {
        int[] map = new int[colors.getMapSize()];
        colors.getRGBs(map);
        for (int i = 0; i < map.length; i++) {
            int wide = map[i] & 0xff000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                wide |= ((map[i] >> shift + 3 & 31) * 255 + 15) / 31 << shift;
            }
            map[i] = wide;
        }
        IndexColorModel model = new IndexColorModel(
                colors.getPixelSize(),
                map.length,
                map,
                0,
                colors.hasAlpha(),
                colors.getTransparentPixel(),
                image.getSampleModel().getTransferType());
        return new BufferedImage(model, image.getRaster(), false, null);
    }

    /** An image in the colours of a model with other samples. */
    private static BufferedImage interleaved(ColorModel colors, int dataType, int width, int height) {
        ColorModel model = new ComponentColorModel(
                colors.getColorSpace(),
                colors.hasAlpha(),
                colors.isAlphaPremultiplied(),
                colors.getTransparency(),
                dataType);
        return new BufferedImage(
                model, model.createCompatibleWritableRaster(width, height), model.isAlphaPremultiplied(), null);
    }
}
