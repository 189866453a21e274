package org.imageop.javafx.buffers;

import java.lang.ref.WeakReference;
import java.nio.Buffer;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** What JavaFX shows of a PixelBuffer: one image, and the area of it that is to be drawn again. */
final class Surface {
    private static final Map<PixelBuffer<?>, Surface> SURFACES = new WeakHashMap<>();

    private WeakReference<WritableImage> image = new WeakReference<>(null);
    private final AtomicReference<@Nullable Area> stale = new AtomicReference<>();

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

    private Surface() {}

    private static Surface of(PixelBuffer<?> buffer) {
        synchronized (SURFACES) {
            return SURFACES.computeIfAbsent(buffer, key -> new Surface());
        }
    }

    /** The image of a buffer: always the same one while it is in use; {@code made} gets it when it is new. */
    static WritableImage image(PixelBuffer<?> buffer, Consumer<WritableImage> made) {
        Surface surface = of(buffer);
        synchronized (surface) {
            WritableImage image = surface.image.get();
            if (image == null) {
                image = new WritableImage(buffer);
                surface.image = new WeakReference<>(image);
                made.accept(image);
            }
            return image;
        }
    }

    /** Makes JavaFX draw an area again: at once on its application thread, else as soon as that thread can. */
    static void refresh(PixelBuffer<?> buffer, int left, int top, int right, int bottom) {
        Surface surface = of(buffer);
        // the thread that finds nothing there hands the area over, all others only add to it
        boolean first = surface.stale.getAndAccumulate(new Area(left, top, right, bottom), Area::union) == null;
        if (Platform.isFxApplicationThread()) {
            surface.update(buffer);
        } else if (first) {
            try {
                Platform.runLater(() -> surface.update(buffer));
            } catch (IllegalStateException e) {
                // the toolkit does not run: JavaFX has drawn nothing yet that could be stale
                surface.stale.set(null);
            }
        }
    }

    private <T extends Buffer> void update(PixelBuffer<T> buffer) {
        Area area = stale.getAndSet(null);
        if (area != null) {
            Rectangle2D rectangle =
                    new Rectangle2D(area.left, area.top, area.right - area.left, area.bottom - area.top);
            // PixelBuffer must not be given an image meanwhile
            synchronized (this) {
                buffer.updateBuffer(same -> rectangle);
            }
        }
    }
}
