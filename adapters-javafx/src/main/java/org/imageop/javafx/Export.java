package org.imageop.javafx;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** Hands images on to JavaFX: on the same memory where JavaFX can describe it, else as a copy in premultiplied ARGB ints. */
final class Export {
    private Export() {}

    static Transfer<WritableImage> toImage(ImageLike image, Copy copy) {
        return export(image, copy, Surfaces::image);
    }

    static Transfer<PixelBuffer<?>> toPixelBuffer(ImageLike image, Copy copy) {
        return export(image, copy, pixels -> pixels);
    }

    private static <T> Transfer<T> export(ImageLike image, Copy copy, Function<PixelBuffer<?>, T> result) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        String obstacle = copy == Copy.ALWAYS ? "a copy was asked for" : obstacle(layout);
        if (layout != null && obstacle == null) {
            return Transfer.shared(result.apply(Surfaces.bufferOf(layout)), !layout.readOnly());
        }
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException(
                    "A " + describe(image) + " cannot be handed to JavaFX without copying: " + obstacle
                            + "; allow a copy with Copy.IF_NEEDED, or draw into a StandardImage.canvas, which JavaFX"
                            + " can share [errors.md#copy-required]");
        }
        return Transfer.copied(result.apply(copyOf(image)), obstacle, losses(image));
    }

    private static @Nullable String obstacle(@Nullable PixelLayout layout) {
        if (layout == null) {
            return "its samples are computed and lie in no memory";
        }
        return Surfaces.knows(layout) ? null : SharedLayout.obstacle(layout);
    }

    private static PixelBuffer<?> copyOf(ImageLike image) {
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

    private static List<String> losses(ImageLike image) {
        Mode mode = image.mode();
        List<String> losses = new ArrayList<>();
        if (mode.bitsPerComponent() > 8) {
            losses.add(mode.bitsPerComponent() + " → 8 bits per component");
        }
        boolean premultiplied = image.buffer()
                .layout()
                .filter(layout -> layout.alpha() == AlphaType.PREMULTIPLIED)
                .isPresent();
        if (mode.hasAlpha() && !premultiplied) {
            losses.add("straight → premultiplied alpha: colours of transparent pixels, precision of translucent ones");
        }
        switch (mode) {
            case CMYK, CMYK64 -> losses.add("CMYK → RGB without a profile: how the inks mix");
            case YV12, JPEG_YV12 -> losses.add("YCbCr → RGB: rounding, and values that are no RGB colour");
            default -> {
                // grey and RGB are kept
            }
        }
        return losses;
    }

    private static String describe(ImageLike image) {
        return image.size().width() + "×" + image.size().height() + " " + image.mode() + " image";
    }
}
