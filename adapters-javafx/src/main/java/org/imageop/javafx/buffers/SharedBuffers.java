package org.imageop.javafx.buffers;

import java.lang.ref.WeakReference;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/**
 * Which PixelBuffer a WritableImage or a layout is on. JavaFX does not reveal it, so it is kept here, and without keeping
 * anything alive: all keys are weak, and all values are weak or do not lead to keys. An image keeps its PixelBuffer alive,
 * nothing else does.
 */
public final class SharedBuffers {
    /** By WritableImages, and by PixelLayouts as objects: an equal layout may live longer than the one that was first. */
    private static final WeakIdentityMap<WeakReference<PixelBuffer<?>>> BUFFERS = new WeakIdentityMap<>();

    private SharedBuffers() {}

    /** The buffer that an image is on, if we made the image. */
    public static @Nullable PixelBuffer<?> bufferOf(WritableImage image) {
        return known(image);
    }

    /** The buffer on a layout's memory: always the same one while it is in use. */
    public static PixelBuffer<?> bufferOf(PixelLayout layout) {
        synchronized (BUFFERS) {
            PixelBuffer<?> buffer = known(layout);
            if (buffer == null) {
                buffer = PixelBufferLayout.pixelBuffer(layout);
                remember(layout, buffer);
            }
            return buffer;
        }
    }

    /** Whether a buffer in use has a layout's memory. */
    public static boolean knows(PixelLayout layout) {
        return known(layout) != null;
    }

    /** The image on a buffer: always the same one while it is in use. */
    public static WritableImage image(PixelBuffer<?> buffer) {
        return Surface.image(buffer, image -> remember(image, buffer));
    }

    /** An image of the protocol on a buffer, for a source that keeps the buffer alive. */
    public static ImageLike wrap(Object source, PixelBuffer<?> buffer) {
        PixelLayout layout = PixelBufferLayout.of(buffer);
        remember(layout, buffer);
        return StandardImage.wrapping(source, layout);
    }

    /** Makes JavaFX show all that was written to an image on a buffer. */
    public static void refresh(Object image) {
        PixelBuffer<?> buffer = find(image);
        if (buffer != null) {
            Surface.refresh(buffer, 0, 0, buffer.getWidth(), buffer.getHeight());
        }
    }

    /** Makes JavaFX show what was written to a part of an image on a buffer. */
    public static void refresh(Object image, int x, int y, int width, int height) {
        PixelBuffer<?> buffer = find(image);
        if (buffer == null) {
            return;
        }
        ImageSize size = new ImageSize(buffer.getWidth(), buffer.getHeight());
        if (x < 0 || y < 0 || width < 0 || height < 0 || x > size.width() - width || y > size.height() - height) {
            throw new IndexOutOfBoundsException("The rectangle of " + width + "×" + height + " pixels at column " + x
                    + ", row " + y + " is not within the image, which has " + size.width() + "×" + size.height()
                    + " [errors.md#rectangle-outside]");
        }
        if (width > 0 && height > 0) {
            Surface.refresh(buffer, x, y, x + width, y + height);
        }
    }

    /** The buffer that an object is on, or null if nothing uses that buffer any more. */
    private static @Nullable PixelBuffer<?> find(Object image) {
        if (image instanceof PixelBuffer<?> buffer) {
            return buffer;
        }
        Object key = image instanceof ImageLike like ? like.buffer().layout().orElse(null) : image;
        synchronized (BUFFERS) {
            if (key != null && BUFFERS.contains(key)) {
                return known(key);
            }
        }
        throw new IllegalArgumentException(
                "This " + image.getClass().getName() + " shares no memory with JavaFX and cannot be refreshed"
                        + (image instanceof WritableImage
                                ? ", and need not be: JavaFX notices what its own pixel writer does"
                                : "; refresh the image that FxImages.toWritableImage returned, or the one it was"
                                        + " given if it was not copied")
                        + " [errors.md#nothing-to-refresh]");
    }

    private static void remember(Object key, PixelBuffer<?> buffer) {
        synchronized (BUFFERS) {
            BUFFERS.put(key, new WeakReference<>(buffer));
        }
    }

    private static @Nullable PixelBuffer<?> known(Object key) {
        synchronized (BUFFERS) {
            WeakReference<PixelBuffer<?>> reference = BUFFERS.get(key);
            return reference == null ? null : reference.get();
        }
    }
}
