package org.imageop.foreign;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;

/**
 * Images on memory segments. Nothing is copied: writing the image writes the memory, and vice versa.
 *
 * <p>The segment's arena decides how long the image can be used, and by whom. Once it is closed, using the image throws {@link
 * IllegalStateException} (L-21). An image on memory of a confined arena belongs to that arena's thread: other threads get a {@link
 * WrongThreadException}, and conversions stay in the thread that asks for them (T-5). A mapped file must not be truncated
 * while its image is used: reading what is gone is an {@link InternalError} of the JVM.
 *
 * <p>An image whose planes each lie within 2 GiB has a {@link org.imageop.ImageBuffer#layout layout}, so that others can share
 * its memory. A larger one is read and written through its rows.
 */
public final class ForeignImages {
    private static final Windows WINDOWS = new Windows(Integer.MAX_VALUE);

    private ForeignImages() {}

    /**
     * An image that lies in a segment in the PEP's own order (P-15, P-20), straight, from the segment's start on.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param memory at least {@code mode.length(width, height)} bytes, components of more than 8 bits in native order; shared
     * @return an image that shares the memory, read-only if the segment is
     * @throws IllegalArgumentException if the mode cannot have that size, or the segment is too small or of an array that is
     *     not of bytes
     */
    public static StandardImage wrap(Mode mode, int width, int height, MemorySegment memory) {
        return wrap(SegmentLayout.of(mode, width, height, memory));
    }

    /**
     * An image on described segments.
     *
     * @param layout where the samples lie; {@link #layout} returns it
     * @return an image that shares the memory, read-only if a segment is, or if two samples are the same bits (L-3)
     * @throws IllegalArgumentException if a segment is of an array that is not of bytes
     */
    public static StandardImage wrap(SegmentLayout layout) {
        return wrap(layout, WINDOWS);
    }

    /**
     * Where an image lies, of whatever class it is. Keep the image as long as the segments are used: they do not keep an owner of the
     * memory, nor ask whether it is alive.
     *
     * @param image any image
     * @return the segments of its memory, shared; empty if its samples are computed
     */
    public static Optional<SegmentLayout> layout(ImageLike image) {
        Optional<PixelLayout> layout = image.buffer().layout();
        return layout.isPresent() ? layout.map(SegmentLayout::of) : Images.unwrap(image, SegmentLayout.class);
    }

    static StandardImage wrap(SegmentLayout layout, Windows windows) {
        return windows.layout(layout)
                .map(whole -> StandardImage.wrapping(layout, whole))
                .orElseGet(() -> StandardImage.wrapping(
                        layout,
                        layout.mode(),
                        layout.size().width(),
                        layout.size().height(),
                        windows.rows(layout)));
    }
}
