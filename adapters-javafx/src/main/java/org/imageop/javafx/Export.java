package org.imageop.javafx;

import java.nio.IntBuffer;
import java.util.function.Function;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.PixelLayout;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.Sharing;
import org.jspecify.annotations.Nullable;

/** Hands images on to JavaFX: on the same memory where JavaFX can describe it, else as a copy in premultiplied ARGB ints. */
final class Export {
    private Export() {}

    /** A JavaFX object on the memory of an image. */
    static <T> Sharing<T> share(ImageLike image, Function<PixelBuffer<?>, ? extends T> result) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        String obstacle = obstacle(layout);
        return layout == null || obstacle != null
                ? Sharing.impossible(obstacle)
                : Sharing.of(result.apply(Surfaces.bufferOf(layout)));
    }

    private static @Nullable String obstacle(@Nullable PixelLayout layout) {
        if (layout == null) {
            return "its samples are computed and lie in no memory";
        }
        return Surfaces.knows(layout) ? null : SharedLayout.obstacle(layout);
    }

    /** A copy in premultiplied ARGB ints. */
    static PixelBuffer<?> copy(ImageLike image) {
        ImageSize size = image.size();
        int width = size.width();
        int height = size.height();
        long pixels = (long) width * height;
        if (pixels > Integer.MAX_VALUE - 8) {
            throw new UnsupportedImageException(
                    "A " + describe(image) + " has " + pixels + " pixels, and a JavaFX image at most "
                            + (Integer.MAX_VALUE - 8) + "; crop or resize it first [errors.md#too-large-for-toolkit]");
        }
        IntBuffer memory = IntBuffer.wrap(PackedPixels.of(image));
        return new PixelBuffer<>(width, height, memory, PixelFormat.getIntArgbPreInstance());
    }

    private static String describe(ImageLike image) {
        return image.size().width() + "×" + image.size().height() + " " + image.mode() + " image";
    }
}
