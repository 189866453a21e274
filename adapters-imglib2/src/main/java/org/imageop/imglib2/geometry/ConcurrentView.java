package org.imageop.imglib2.geometry;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.IntervalView;

/**
 * The same pixels, which somebody declares that several threads may read at once.
 *
 * @param <T> the pixel type
 */
public final class ConcurrentView<T> extends IntervalView<T> {
    /** The declaration for an image. */
    public ConcurrentView(RandomAccessibleInterval<T> image) {
        super(image, image);
    }
}
