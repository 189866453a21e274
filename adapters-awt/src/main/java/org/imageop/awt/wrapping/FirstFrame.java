package org.imageop.awt.wrapping;

import java.awt.Image;
import java.awt.image.ColorModel;
import java.awt.image.ImageObserver;
import java.awt.image.PixelGrabber;
import org.imageop.ImageLike;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * The first whole frame that an image's producer sends, also of an image that has not been loaded, or moves on. Any time is
 * taken while pixels keep coming.
 */
final class FirstFrame extends PixelGrabber {
    /** After so many milliseconds without pixels nobody expects any more. */
    static final long PATIENCE = 10_000;

    private final Image image;
    private volatile boolean progress;
    private volatile boolean tooLarge;

    private FirstFrame(Image image) {
        super(image, 0, 0, -1, -1, false);
        this.image = image;
    }

    /** Waits for the frame. */
    static FirstFrame of(Image image, long patience) {
        if (image.getSource() == null) {
            throw failed(image, "it has no producer of pixels", null);
        }
        FirstFrame frame = new FirstFrame(image);
        frame.await(patience);
        if (frame.getPixels() == null || frame.getColorModel() == null) {
            throw failed(image, "its producer sent no pixels", null);
        }
        return frame;
    }

    private void await(long patience) {
        try {
            boolean whole;
            do {
                progress = false;
                whole = grabPixels(patience);
            } while (!whole && progress && !stopped());
            if (whole && !tooLarge) {
                return;
            }
        } catch (InterruptedException e) {
            abortGrabbing();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The thread was interrupted while it read the pixels of a "
                            + image.getClass().getName() + "; ask for them again [errors.md#interrupted]",
                    e);
        }
        if (tooLarge) {
            throw new IllegalArgumentException(
                    "The pixels of this " + image.getClass().getName() + ", "
                            + getWidth() + "×" + getHeight() + ", cannot be held: the heap is limited to "
                            + Runtime.getRuntime().maxMemory()
                            + " bytes (see -Xmx); read a part of its file with javax.imageio.ImageIO"
                            + " [errors.md#image-too-large]");
        }
        if (stopped()) {
            throw failed(image, "its producer stopped with the status " + getStatus(), null);
        }
        abortGrabbing();
        throw new UnsupportedImageException("This " + image.getClass().getName()
                + " is not loaded yet: its producer, a "
                + image.getSource().getClass().getName() + ", sent nothing for " + patience
                + " ms; ask again once its source answers, or read its file with javax.imageio.ImageIO"
                + " [errors.md#image-not-loaded]");
    }

    private boolean stopped() {
        return (getStatus() & (ImageObserver.ERROR | ImageObserver.ABORT)) != 0;
    }

    /** The frame, in the colours of its model. */
    ImageLike pixels() {
        try {
            return SentPixels.image(getColorModel(), getPixels(), getWidth(), getHeight());
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw failed(image, "its colour model does not understand its pixels", e);
        }
    }

    private static UnsupportedImageException failed(Image image, String why, @Nullable Exception cause) {
        return new UnsupportedImageException(
                "This " + image.getClass().getName() + " could not be loaded: " + why
                        + "; check its address, or read the file with javax.imageio.ImageIO, which reports what is"
                        + " wrong [errors.md#image-failed]",
                cause);
    }

    @Override
    public void setDimensions(int width, int height) {
        progress = true;
        super.setDimensions(width, height);
    }

    @Override
    public void setPixels(int x, int y, int w, int h, ColorModel model, byte[] pixels, int offset, int scan) {
        ifHeld(() -> super.setPixels(x, y, w, h, model, pixels, offset, scan));
    }

    @Override
    public void setPixels(int x, int y, int w, int h, ColorModel model, int[] pixels, int offset, int scan) {
        ifHeld(() -> super.setPixels(x, y, w, h, model, pixels, offset, scan));
    }

    /** The array is allocated with the first pixels, in a thread of AWT, which would swallow the error and send no more. */
    private void ifHeld(Runnable store) {
        progress = true;
        try {
            store.run();
        } catch (OutOfMemoryError | NegativeArraySizeException e) {
            tooLarge = true;
            imageComplete(IMAGEABORTED);
        }
    }
}
