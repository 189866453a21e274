package org.imageop.javafx;

import java.nio.Buffer;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.HandingOn;

/**
 * JavaFX images as images of the protocol, and the reverse.
 *
 * <pre>{@code
 * StandardImage canvas = StandardImage.canvas(640, 480);
 * ImageView view = FxImages.imageView(canvas);   // on the same memory
 * canvas.set(3, 4, 255, 0, 0, 255);
 * FxImages.refresh(canvas, 3, 4, 1, 1);          // from any thread
 * }</pre>
 *
 * <p>All methods may be called from any thread. All but {@link #refresh(Object)}, which has nothing to do then, work
 * fully before the JavaFX toolkit is started, and without a display. Pixels are safe to use from several threads as far as
 * their storage is: those that lie in memory as memory is, those that JavaFX hides as JavaFX is. JavaFX wants images that
 * are part of a shown scene to be written on its application thread, unless they lie in memory that is shared with it;
 * for drawing elsewhere there is {@link SwapChain}.
 */
public final class FxImages {
    private FxImages() {}

    /**
     * Accepts a JavaFX image as the image that it is. Nothing is copied.
     *
     * <p>An image on a {@link PixelBuffer} that this class knows, because {@link #toWritableImage} made it, is RGBA in
     * memory, premultiplied, and shares that memory. Of all others JavaFX hides the pixels. They are read and written live
     * through JavaFX's {@link javafx.scene.image.PixelReader} and {@link javafx.scene.image.PixelWriter}, by rows:
     *
     * <ul>
     *   <li>A {@link WritableImage} is RGBA and can be written. JavaFX stores it premultiplied: colours of translucent
     *       pixels are rounded, those of fully transparent ones lost.
     *   <li>A {@link WritableImage} on a {@link PixelBuffer} of somebody else's is RGBA and read-only, because JavaFX
     *       has no writer for it. Wrap the {@link PixelBuffer} itself, which shares memory.
     *   <li>An image that JavaFX loaded is read-only, and L, RGB or RGBA, as JavaFX keeps it.
     * </ul>
     *
     * @param image any readable image
     * @return a live image
     * @throws UnsupportedImageException if the image is still loading, could not be loaded, or is animated
     */
    public static ImageLike wrap(Image image) {
        if (image instanceof WritableImage writable) {
            PixelBuffer<?> shared = Surfaces.bufferOf(writable);
            if (shared != null) {
                return Surfaces.wrap(image, shared);
            }
        }
        return HiddenPixels.wrap(image);
    }

    /**
     * Accepts the memory of JavaFX images as an image. Nothing is copied: writing the result writes the memory, and
     * {@link #refresh(Object)} with the result or the buffer makes JavaFX show it.
     *
     * @param buffer the pixels, premultiplied ARGB ints or BGRA bytes, from the buffer's index 0 on, as JavaFX counts
     * @return an RGBA image in premultiplied memory, read-only if the memory is
     */
    public static ImageLike wrap(PixelBuffer<? extends Buffer> buffer) {
        return Surfaces.wrap(buffer, buffer);
    }

    /**
     * Hands an image on to JavaFX in the cheapest way that is right. To forbid copying, or to learn why pixels were copied,
     * use {@link Images#transfer} with {@code WritableImage.class}.
     *
     * <p>A {@link WritableImage}, and what wraps one, comes back itself. RGBA images in premultiplied memory, ARGB in ints
     * or B, G, R, A in bytes, without gaps, from the top left to the bottom right, share it; {@link
     * org.imageop.StandardImage#canvas} makes such an image. Handing the same image on again gives the same {@link
     * WritableImage} while it is in use. JavaFX gives no pixel writer for it: write the source, or what {@link
     * #wrap(Image)} makes of it, and {@link #refresh(Object)}. All other images are copied, to the nearest colour,
     * into memory of the same kind.
     *
     * @param image an {@link ImageLike}, a JavaFX image or buffer, or another object that an adapter knows
     * @return the same pixels if possible, else a copy
     * @throws UnsupportedImageException if no adapter knows the object, or as {@link #wrap(Image)}
     */
    public static WritableImage toWritableImage(Object image) {
        if (image instanceof WritableImage writable) {
            return writable;
        }
        return HandingOn.transfer(new WritableImageAdapter(), accept(image), Copy.IF_NEEDED)
                .image();
    }

    /**
     * A view that shows an image. A JavaFX image, and what wraps one, is shown as it is, so that one that is animated or
     * still loading is welcome; everything else as {@link #toWritableImage} hands it on.
     *
     * @param image an {@link ImageLike}, a JavaFX image or buffer, or another object that an adapter knows
     * @return a new view
     * @throws UnsupportedImageException if no adapter knows the object
     */
    public static ImageView imageView(Object image) {
        return new ImageView(HandingOn.unwrap(image, Image.class).orElseGet(() -> toWritableImage(image)));
    }

    /**
     * Makes JavaFX show what was written to an image that shares memory with it.
     *
     * @param image as in {@link #refresh(Object, int, int, int, int)}
     * @throws IllegalArgumentException if the image shares no memory with JavaFX
     */
    public static void refresh(Object image) {
        Surfaces.refresh(image);
    }

    /**
     * Makes JavaFX show what was written to a part of an image that shares memory with it.
     *
     * <p>On the JavaFX application thread this takes effect at once. From any other thread it is handed over to it; what is
     * asked for before it gets there is united into one rectangle. Before the toolkit is started, and when no JavaFX image
     * shares the memory any more, there is nothing to do. The method does not keep JavaFX from drawing half of what is written next:
     * for that there is {@link SwapChain}.
     *
     * @param image a {@link WritableImage} that {@link #toWritableImage} made, an image of the protocol that was handed to
     *     it and was not copied, a {@link PixelBuffer}, or an image that wraps one of these
     * @param x the left column of what changed
     * @param y its top row
     * @param width its width in pixels
     * @param height its height in pixels
     * @throws IllegalArgumentException if the image shares no memory with JavaFX
     * @throws IndexOutOfBoundsException if the rectangle is not within the image
     */
    public static void refresh(Object image, int x, int y, int width, int height) {
        Surfaces.refresh(image, x, y, width, height);
    }

    /** JavaFX's own classes without a look-up, so that this class works whatever the thread's class loader knows. */
    private static ImageLike accept(Object image) {
        if (image instanceof Image fx) {
            return wrap(fx);
        }
        return image instanceof PixelBuffer<?> buffer ? wrap(buffer) : Images.of(image);
    }
}
