package org.imageop.imageio.pixels;

import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.imageop.spi.Losses;

/**
 * The one form of each mode that the writers were measured with: interleaved, straight alpha, and the bytes of RGB in
 * the order of AWT's own types, because one writer swaps red and blue of any other.
 */
public final class WriterImage {
    /** Some virtual machines have no longer ones. */
    public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private WriterImage() {}

    /** Whether samples fit one array, as the samples of all AWT images must. */
    public static boolean fitsOneArray(int components, int width, int height) {
        return (long) width * components <= LONGEST_ARRAY / height;
    }

    /** The pixels of the image itself if they have that form, or a copy. */
    public static BufferedImage of(ImageLike image) {
        Mode mode = image.mode();
        int type = type(mode);
        return new Lent(Images.unwrap(image, BufferedImage.class)
                .filter(own -> type != BufferedImage.TYPE_CUSTOM && own.getType() == type && fillsItsArray(own))
                .orElseGet(() -> copy(image)));
    }

    /** Lends writers the rows that they ask for. A BufferedImage copies them, sample by sample. */
    private static final class Lent extends BufferedImage {
        Lent(BufferedImage image) {
            super(image.getColorModel(), image.getRaster(), image.isAlphaPremultiplied(), null);
        }

        @Override
        public Raster getData(Rectangle part) {
            return getRaster().createChild(part.x, part.y, part.width, part.height, part.x, part.y, null);
        }
    }

    /** A copy in that form. */
    public static BufferedImage copy(ImageLike image) {
        BufferedImage copy = blank(image.mode(), image.width(), image.height());
        Images.copy(image, AwtImages.wrap(copy));
        return copy;
    }

    /** The image in that form, in a colour space that has no profile. */
    public static BufferedImage unprofiled(ImageLike image) {
        BufferedImage pixels = of(image);
        ColorModel model = new ComponentColorModel(
                new PlainSpace(image.mode().family()),
                image.mode().hasAlpha(),
                false,
                pixels.getColorModel().getTransparency(),
                pixels.getRaster().getTransferType());
        return new BufferedImage(model, pixels.getRaster(), false, null);
    }

    /**
     * Numbers of a range (L-8, A-14) as floats, or as doubles where floats do not hold them.
     *
     * @param losses gets what is lost all the same
     */
    public static BufferedImage numbers(ImageLike image, List<String> losses) {
        for (int type : new int[] {DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE}) {
            BufferedImage copy = blank(image.mode(), image.width(), image.height(), type);
            ImageLike target = AwtImages.wrap(copy, Images.rows(image).ranges().get(0));
            List<String> lost = Losses.between(image, target).stream()
                    .filter(loss -> !loss.equals(Losses.PROFILE)) // the file has the profile
                    .toList();
            if (lost.isEmpty() || type == DataBuffer.TYPE_DOUBLE) {
                losses.addAll(lost);
                Images.copy(image, target);
                return copy;
            }
        }
        throw new AssertionError();
    }

    /**
     * An image whose strips are computed when a writer asks for them. They are computed from the samples even if there
     * is memory, because a writer could misread the memory's layout.
     */
    public static RenderedImage inStrips(ImageLike image) {
        ImageLike computed = StandardImage.computed(image.mode(), image.width(), image.height(), Images.rows(image));
        return Images.to(computed, RenderedImage.class);
    }

    /** Whether pixels begin with the array and rows follow each other: some writers take all images for such. */
    private static boolean fillsItsArray(BufferedImage image) {
        Raster raster = image.getRaster();
        return raster.getParent() == null
                && raster.getDataBuffer().getOffset() == 0
                && raster.getSampleModel() instanceof ComponentSampleModel model
                && model.getScanlineStride() == image.getWidth() * model.getPixelStride();
    }

    private static BufferedImage blank(Mode mode, int width, int height) {
        int type = type(mode);
        if (type != BufferedImage.TYPE_CUSTOM) {
            return new BufferedImage(width, height, type);
        }
        return blank(mode, width, height, dataType(mode));
    }

    private static BufferedImage blank(Mode mode, int width, int height, int dataType) {
        ColorModel model = new ComponentColorModel(
                space(mode),
                mode.hasAlpha(),
                false,
                mode.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                dataType);
        return new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
    }

    /** AWT's own type for a mode, if it has one with separate components. */
    private static int type(Mode mode) {
        return switch (mode) {
            case L -> BufferedImage.TYPE_BYTE_GRAY;
            case L16 -> BufferedImage.TYPE_USHORT_GRAY;
            case RGB -> BufferedImage.TYPE_3BYTE_BGR;
            case RGBA -> BufferedImage.TYPE_4BYTE_ABGR;
            default -> BufferedImage.TYPE_CUSTOM;
        };
    }

    private static ColorSpace space(Mode mode) {
        return switch (mode.family()) {
            case GREY -> ColorSpace.getInstance(ColorSpace.CS_GRAY);
            case CMYK -> new PlainSpace(mode.family());
            case RGB, YCBCR -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
        };
    }

    private static int dataType(Mode mode) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> DataBuffer.TYPE_BYTE;
            case 16 -> DataBuffer.TYPE_USHORT;
            default -> DataBuffer.TYPE_INT;
        };
    }
}
