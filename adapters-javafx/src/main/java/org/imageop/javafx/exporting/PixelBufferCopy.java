package org.imageop.javafx.exporting;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.CopyMemory;

/** A copy of any image as a PixelBuffer of its own, in premultiplied ARGB ints. */
public final class PixelBufferCopy {
    private static final int MOST_PIXELS = Integer.MAX_VALUE - 8;

    private PixelBufferCopy() {}

    /**
     * Copies all pixels of an image, to the nearest colour.
     *
     * @throws UnsupportedImageException if no array can hold them
     */
    public static PixelBuffer<?> of(ImageLike image) {
        int width = image.size().width();
        int height = image.size().height();
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) {
            throw new UnsupportedImageException("A " + width + "×" + height + " " + image.mode() + " image has "
                    + pixels + " pixels, and a JavaFX image at most " + MOST_PIXELS
                    + "; crop or resize it first [errors.md#too-large-for-toolkit]");
        }
        int[] argb = CopyMemory.allocate(image, pixels * Integer.BYTES, () -> new int[(int) pixels]);
        IntBuffer memory = IntBuffer.wrap(argb);
        Images.copy(image, StandardImage.wrap(PixelLayout.argb(memory, width, height, AlphaType.PREMULTIPLIED)));
        return new PixelBuffer<>(width, height, memory, PixelFormat.getIntArgbPreInstance());
    }
}
