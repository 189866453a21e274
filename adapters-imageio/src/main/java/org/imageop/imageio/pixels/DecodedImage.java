package org.imageop.imageio.pixels;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.color.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pixels as images of the protocol.
 *
 * <p>Signed samples cover their type's range. Floating-point samples are black at 0 and white at 1. Colours of more
 * than 16 bits become 16, because no mode is wider.
 */
public final class DecodedImage {
    private DecodedImage() {}

    /**
     * An image on the pixels of a reader, or on narrower ones if no mode is as wide, in the colours of the file (K-1).
     *
     * <p>Readers leave out profiles, or have one of their own for greys and inks without a profile. The result is a
     * BufferedImage in the right colour space. A palette cannot have one; with a profile, its image is computed.
     *
     * @param image the decoded pixels, which are the numbers of the file
     * @param range the numbers that are the smallest and the largest value; null to go by their type
     * @param profile the ICC profile in the file, or null
     */
    public static ImageLike wrap(BufferedImage image, Plane.@Nullable Range range, byte @Nullable [] profile) {
        ImageLike read = wrap(image, range);
        Mode mode = read.mode();
        if (profile == null && mode.family() == ColorFamily.RGB) {
            return read;
        }
        StandardImage pixel = StandardImage.of(mode, 1, 1);
        if (profile != null) {
            pixel.info().put(InfoKeys.ICC_PROFILE, profile);
        }
        boolean managed = !Profiles.isSrgb(pixel);
        if (!(image.getColorModel() instanceof ComponentColorModel)) {
            return managed ? computed(read) : read;
        }
        if (!managed) {
            pixel.info().clear();
        }
        ColorModel own = AwtImages.toBufferedImage(pixel).getColorModel();
        if (own.getColorSpace() == image.getColorModel().getColorSpace() && mode != Mode.L32) {
            return read;
        }
        boolean fits = own.isCompatibleRaster(image.getRaster()) && !image.isAlphaPremultiplied();
        return meant(
                fits ? new BufferedImage(own, image.getRaster(), false, null) : components(image, own.getColorSpace()),
                range);
    }

    private static ImageLike computed(ImageLike read) {
        StandardImage image = StandardImage.computed(read.mode(), read.width(), read.height(), Images.rows(read));
        image.info().putAll(read.info());
        return image;
    }

    /** The same in the colours of the reader. */
    public static ImageLike wrap(BufferedImage image, Plane.@Nullable Range range) {
        int type = image.getSampleModel().getDataType();
        return type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT
                ? meant(numbers(image), range)
                : meant(image, range);
    }

    private static ImageLike meant(BufferedImage image, Plane.@Nullable Range range) {
        if (range != null) {
            return AwtImages.wrap(image, range);
        }
        ColorModel model = image.getColorModel();
        int widest = Arrays.stream(model.getComponentSize()).max().orElseThrow();
        return switch (image.getSampleModel().getDataType()) {
            case DataBuffer.TYPE_SHORT -> AwtImages.wrap(image, new Plane.Range(Short.MIN_VALUE, Short.MAX_VALUE));
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> AwtImages.wrap(image, MeasuredRange.UNIT);
            case DataBuffer.TYPE_INT ->
                AwtImages.wrap(model.getNumComponents() > 1 && widest > 16 ? narrow(image, widest) : image);
            default -> AwtImages.wrap(image);
        };
    }

    /** Colour models of plugins compute colours for the screen; the file has the numbers. */
    private static BufferedImage numbers(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel && model.getClass() != ComponentColorModel.class
                ? components(image, model.getColorSpace())
                : image;
    }

    /** The same pixels as the numbers of a colour space, whatever class of a plugin's the colour model is of. */
    private static BufferedImage components(BufferedImage image, ColorSpace space) {
        ColorModel model = image.getColorModel();
        // a model of a plugin may count channels that are not colours as components
        int components = model.getNumColorComponents() + (model.hasAlpha() ? 1 : 0);
        ColorModel own = new ComponentColorModel(
                space,
                Arrays.copyOf(model.getComponentSize(), components),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.getTransparency(),
                model.getTransferType());
        int[] bands = IntStream.range(0, components).toArray();
        WritableRaster raster = image.getRaster();
        WritableRaster colors = bands.length == raster.getNumBands()
                ? raster
                : raster.createWritableChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, bands);
        return new BufferedImage(own, colors, own.isAlphaPremultiplied(), null);
    }

    /** 16-bit samples of wider ones, rounded to nearest. */
    private static BufferedImage narrow(BufferedImage image, int bits) {
        Raster wide = image.getRaster();
        BufferedImage narrow = blank(image.getColorModel(), DataBuffer.TYPE_USHORT, wide);
        WritableRaster target = narrow.getRaster();
        long most = (1L << bits) - 1;
        forEachRow(wide, (y, row) -> {
            for (int i = 0; i < row.length; i++) {
                row[i] = (int) (((row[i] & 0xffffffffL) * 65535 + most / 2) / most);
            }
            target.setPixels(0, y, wide.getWidth(), 1, row);
        });
        return narrow;
    }

    /** Inks without their alpha, which no mode has beside them; any other image as it is. */
    public static BufferedImage inksWithoutAlpha(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model.getColorSpace().getType() != ColorSpace.TYPE_CMYK || !model.hasAlpha()) {
            return image;
        }
        WritableRaster raster = image.getRaster();
        WritableRaster inks =
                raster.createWritableChild(0, 0, raster.getWidth(), raster.getHeight(), 0, 0, new int[] {0, 1, 2, 3});
        ColorModel opaque = new ComponentColorModel(
                model.getColorSpace(), false, false, Transparency.OPAQUE, raster.getTransferType());
        return new BufferedImage(opaque, inks, false, null);
    }

    /** Receives the samples of a row. */
    @FunctionalInterface
    public interface Row {
        /**
         * Uses a row, and may change the array.
         *
         * @param y counted from 0
         * @param samples pixel by pixel
         */
        void accept(int y, int[] samples);
    }

    /** Reads all rows of a raster, one after the other into the same array. */
    public static void forEachRow(Raster raster, Row action) {
        int[] samples = null;
        for (int y = 0; y < raster.getHeight(); y++) {
            samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
            action.accept(y, samples);
        }
    }

    /** A blank image in the colours of a model and the size of a raster, with interleaved samples of a type. */
    public static BufferedImage blank(ColorModel colors, int dataType, Raster size) {
        ColorModel model = new ComponentColorModel(
                colors.getColorSpace(),
                colors.hasAlpha(),
                colors.isAlphaPremultiplied(),
                colors.getTransparency(),
                dataType);
        return new BufferedImage(
                model,
                model.createCompatibleWritableRaster(size.getWidth(), size.getHeight()),
                model.isAlphaPremultiplied(),
                null);
    }
}
