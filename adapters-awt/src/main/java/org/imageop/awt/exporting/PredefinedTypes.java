package org.imageop.awt.exporting;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.SampleModel;
import java.util.Optional;
import java.util.function.Function;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.Quantizer;
import org.imageop.color.Profiles;
import org.imageop.spi.CopyMemory;

/** BufferedImages of the types that have a number. */
public final class PredefinedTypes {
    private PredefinedTypes() {}

    /** An image of a type: itself, on the same memory, or a copy in sRGB that is written through {@code wrapping}. */
    public static BufferedImage image(ImageLike image, int type, Function<BufferedImage, ImageLike> wrapping) {
        if (type < BufferedImage.TYPE_INT_RGB || type > BufferedImage.TYPE_BYTE_INDEXED) {
            throw new IllegalArgumentException("There is no predefined type " + type + " of BufferedImage; they are "
                    + BufferedImage.TYPE_INT_RGB + " to " + BufferedImage.TYPE_BYTE_INDEXED
                    + " [errors.md#no-such-image-type]");
        }
        Optional<BufferedImage> same = Images.unwrap(image, BufferedImage.class)
                .or(() -> SharedRaster.find(image))
                .filter(pixels -> pixels.getType() == type);
        return same.orElseGet(
                () -> type == BufferedImage.TYPE_BYTE_INDEXED ? indexed(image) : copy(image, type, wrapping));
    }

    /** The best 256 colours. */
    private static BufferedImage indexed(ImageLike image) {
        ImageLike pixels = Profiles.viewAsSrgb(image);
        IndexedImage indexed = CopyMemory.allocate(
                image, (long) image.width() * image.height(), () -> Quantizer.DEFAULT.quantize(pixels));
        return SharedRaster.find(indexed).orElseThrow();
    }

    private static BufferedImage copy(ImageLike image, int type, Function<BufferedImage, ImageLike> wrapping) {
        int width = image.width();
        int height = image.height();
        SampleModel samples = new BufferedImage(1, 1, type).getSampleModel();
        long pixels = (long) width * height;
        long elements = pixels * samples.getNumDataElements();
        if (elements > Integer.MAX_VALUE - 8) {
            throw CopyFormat.tooLarge(image.mode(), width, height, elements);
        }
        long bits = samples instanceof MultiPixelPackedSampleModel packed
                ? packed.getPixelBitStride()
                : (long) samples.getNumDataElements() * DataBuffer.getDataTypeSize(samples.getDataType());
        BufferedImage copy =
                CopyMemory.allocate(image, pixels * bits / 8, () -> new BufferedImage(width, height, type));
        Images.copy(Profiles.viewAsSrgb(image), wrapping.apply(copy));
        return copy;
    }
}
