package org.imageop.javafx;

import java.lang.ref.WeakReference;
import java.nio.Buffer;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/**
 * What stands on which PixelBuffer. JavaFX does not tell, so it is kept here, and without keeping anything alive: all keys
 * are weak, and all values are weak or do not lead to keys. An image keeps its PixelBuffer alive, nothing else does.
 */
final class Surfaces {
    /** What JavaFX shows of a PixelBuffer. */
    private static final class Surface {
        private WeakReference<WritableImage> image = new WeakReference<>(null);
        private final AtomicReference<@Nullable Area> stale = new AtomicReference<>();
    }

    /** Columns left to right − 1, rows top to bottom − 1. */
    private record Area(int left, int top, int right, int bottom) {
        static Area union(@Nullable Area a, Area b) {
            return a == null
                    ? b
                    : new Area(
                            Math.min(a.left, b.left),
                            Math.min(a.top, b.top),
                            Math.max(a.right, b.right),
                            Math.max(a.bottom, b.bottom));
        }
    }

    /** The keys are WritableImages and PixelLayouts, which are equal only to themselves. */
    private static final Map<Object, WeakReference<PixelBuffer<?>>> BUFFERS = new WeakHashMap<>();

    private static final Map<PixelBuffer<?>, Surface> SURFACES = new WeakHashMap<>();

    private Surfaces() {}

    /** The buffer that an image stands on, if we made the image. */
    static @Nullable PixelBuffer<?> bufferOf(WritableImage image) {
        return known(image);
    }

    /** The buffer on a layout's memory: always the same one while it is in use. */
    static PixelBuffer<?> bufferOf(PixelLayout layout) {
        synchronized (BUFFERS) {
            PixelBuffer<?> buffer = known(layout);
            if (buffer == null) {
                buffer = SharedLayout.pixelBuffer(layout);
                BUFFERS.put(layout, new WeakReference<>(buffer));
            }
            return buffer;
        }
    }

    /** Whether a layout's memory is that of a buffer in use. */
    static boolean knows(PixelLayout layout) {
        return known(layout) != null;
    }

    /** The image on a buffer: always the same one while it is in use. */
    static WritableImage image(PixelBuffer<?> buffer) {
        Surface surface = surface(buffer);
        synchronized (surface) {
            WritableImage image = surface.image.get();
            if (image == null) {
                image = new WritableImage(buffer);
                surface.image = new WeakReference<>(image);
                synchronized (BUFFERS) {
                    BUFFERS.put(image, new WeakReference<>(buffer));
                }
            }
            return image;
        }
    }

    /** An image of the protocol on a buffer, for a source that keeps the buffer alive. */
    static ImageLike wrap(Object source, PixelBuffer<?> buffer) {
        PixelLayout layout = SharedLayout.of(buffer);
        synchronized (BUFFERS) {
            BUFFERS.put(layout, new WeakReference<>(buffer));
        }
        return StandardImage.wrapping(source, layout);
    }

    static void refresh(Object image) {
        PixelBuffer<?> buffer = find(image);
        if (buffer != null) {
            refresh(buffer, new Area(0, 0, buffer.getWidth(), buffer.getHeight()));
        }
    }

    static void refresh(Object image, int x, int y, int width, int height) {
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
            refresh(buffer, new Area(x, y, x + width, y + height));
        }
    }

    /** The buffer that an object stands on, or null if nothing uses that any more. */
    private static @Nullable PixelBuffer<?> find(Object image) {
        if (image instanceof PixelBuffer<?> buffer) {
            return buffer;
        }
        Object key = image instanceof ImageLike like ? like.buffer().layout().orElse(null) : image;
        synchronized (BUFFERS) {
            if (key != null && BUFFERS.containsKey(key)) {
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

    private static @Nullable PixelBuffer<?> known(Object key) {
        synchronized (BUFFERS) {
            WeakReference<PixelBuffer<?>> reference = BUFFERS.get(key);
            return reference == null ? null : reference.get();
        }
    }

    private static Surface surface(PixelBuffer<?> buffer) {
        synchronized (SURFACES) {
            return SURFACES.computeIfAbsent(buffer, key -> new Surface());
        }
    }

    private static void refresh(PixelBuffer<?> buffer, Area area) {
        Surface surface = surface(buffer);
        // whoever finds nothing there brings it to the application thread, all others only add to it
        boolean first = surface.stale.getAndAccumulate(area, Area::union) == null;
        if (Platform.isFxApplicationThread()) {
            update(buffer, surface);
        } else if (first) {
            try {
                Platform.runLater(() -> update(buffer, surface));
            } catch (IllegalStateException e) {
                // the toolkit does not run: JavaFX has drawn nothing yet that could be stale
                surface.stale.set(null);
            }
        }
    }

    private static <T extends Buffer> void update(PixelBuffer<T> buffer, Surface surface) {
        Area area = surface.stale.getAndSet(null);
        if (area != null) {
            Rectangle2D rectangle =
                    new Rectangle2D(area.left, area.top, area.right - area.left, area.bottom - area.top);
            // PixelBuffer must not be given an image meanwhile
            synchronized (surface) {
                buffer.updateBuffer(same -> rectangle);
            }
        }
    }
}
