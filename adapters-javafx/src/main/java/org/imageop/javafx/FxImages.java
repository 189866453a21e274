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
import org.imageop.javafx.adapters.WritableImageAdapter;
import org.imageop.javafx.buffers.SharedBuffers;
import org.imageop.javafx.wrapping.FromImage;
import org.imageop.spi.HandingOn;

/**
 * JavaFX images as images of the protocol, and vice versa.
 *
 * <pre>{@code
 * StandardImage canvas = StandardImage.canvas(640, 480);
 * ImageView view = FxImages.imageView(canvas);   // on the same memory
 * canvas.set(3, 4, 255, 0, 0, 255);
 * FxImages.refresh(canvas, 3, 4, 1, 1);          // from any thread
 * }</pre>
 *
 * <p>All methods may be called from any thread, before the JavaFX toolkit is started, and without a display; {@link
 * #refresh(Object)} has nothing to do then. Pixels in memory are as thread-safe as memory; pixels that JavaFX hides are as
 * thread-safe as JavaFX. JavaFX wants images of a shown scene to be written on its application thread, unless they lie in
 * memory that is shared with it. To draw on another thread, use {@link SwapChain}.
 */
public final class FxImages {
    private FxImages() {}

    /**
     * Accepts a JavaFX image as the image that it is. Nothing is copied.
     *
     * <p>An image that {@link #toWritableImage} made is RGBA in premultiplied memory, and the result shares that memory.
     * JavaFX hides the pixels of all others. These are read and written live through JavaFX's {@link
     * javafx.scene.image.PixelReader} and {@link javafx.scene.image.PixelWriter}, by rows:
     *
     * <ul>
     *   <li>A {@link WritableImage} is RGBA and can be written. JavaFX stores it premultiplied: it rounds the colours of
     *       translucent pixels and loses the colours of transparent ones.
     *   <li>A {@link WritableImage} on somebody else's {@link PixelBuffer} is RGBA and read-only, because JavaFX has no
     *       writer for it. Wrap the {@link PixelBuffer} itself, which shares memory.
     *   <li>An image that JavaFX loaded is read-only, and L, RGB or RGBA, as JavaFX keeps it.
     * </ul>
     *
     * @param image any readable image
     * @return a live image
     * @throws UnsupportedImageException if the image is still loading, could not be loaded, or is animated
     */
    public static ImageLike wrap(Image image) {
        return FromImage.wrap(image);
    }

    /**
     * Accepts the memory of JavaFX images as an image. Nothing is copied: writing the result writes the memory, and
     * {@link #refresh(Object)} with the result or the buffer makes JavaFX show it.
     *
     * @param buffer the pixels, premultiplied ARGB ints or BGRA bytes, from the buffer's index 0 on, as JavaFX counts
     * @return an RGBA image in premultiplied memory, read-only if the memory is
     */
    public static ImageLike wrap(PixelBuffer<? extends Buffer> buffer) {
        return SharedBuffers.wrap(buffer, buffer);
    }

    /**
     * Turns an image into one of JavaFX in the cheapest correct way. To forbid copying, or to learn why pixels were copied,
     * use {@link Images#transfer} with {@code WritableImage.class}.
     *
     * <p>A {@link WritableImage}, or its wrapper, is returned unchanged. RGBA images in premultiplied memory share it if
     * they lie there as ARGB ints or as B, G, R, A bytes, without gaps, from the top left to the bottom right; {@link
     * org.imageop.StandardImage#canvas} makes such an image. The same image gives the same {@link WritableImage} again
     * while that is in use. JavaFX gives no pixel writer for it: write the source, or the image that {@link #wrap(Image)}
     * returns, and call {@link #refresh(Object)}. All other images are copied, to the nearest colour, into memory of the same kind.
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
     * A view that shows an image. A JavaFX image, or its wrapper, is shown as it is, even if it is animated or still
     * loading; everything else is shown as {@link #toWritableImage} returns it.
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
        SharedBuffers.refresh(image);
    }

    /**
     * Makes JavaFX show what was written to a part of an image that shares memory with it.
     *
     * <p>On the JavaFX application thread this takes effect at once. Other threads hand the rectangle over to that thread;
     * rectangles that wait there are united into one. Nothing happens before the toolkit is started, and when no JavaFX
     * image shares the memory any more. JavaFX may still draw half of what is written next; {@link SwapChain} prevents it.
     *
     * @param image a {@link WritableImage} that {@link #toWritableImage} made, an image that was given to it and was not
     *     copied, a {@link PixelBuffer}, or an image that wraps one of these
     * @param x the left column of what changed
     * @param y its top row
     * @param width its width in pixels
     * @param height its height in pixels
     * @throws IllegalArgumentException if the image shares no memory with JavaFX
     * @throws IndexOutOfBoundsException if the rectangle is not within the image
     */
    public static void refresh(Object image, int x, int y, int width, int height) {
        SharedBuffers.refresh(image, x, y, width, height);
    }

    /** Takes JavaFX's own classes without a look-up, so that this class works whatever the thread's class loader knows. */
    private static ImageLike accept(Object image) {
        if (image instanceof Image fx) {
            return wrap(fx);
        }
        return image instanceof PixelBuffer<?> buffer ? wrap(buffer) : Images.of(image);
    }
}
