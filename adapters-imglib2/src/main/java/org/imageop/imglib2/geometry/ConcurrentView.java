package org.imageop.imglib2.geometry;

import net.imglib2.AbstractWrappedInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.View;

/**
 * The same pixels, which somebody declares that several threads may read at once. It is not an IntervalView, because ImgLib2's
 * other views drop these.
 *
 * @param <T> the pixel type
 */
public final class ConcurrentView<T> extends AbstractWrappedInterval<RandomAccessibleInterval<T>>
        implements RandomAccessibleInterval<T>, View {
    /** The declaration for an image. */
    public ConcurrentView(RandomAccessibleInterval<T> image) {
        super(image);
    }

    /** The image. */
    RandomAccessibleInterval<T> source() {
        return sourceInterval;
    }

    @Override
    public T getType() {
        return sourceInterval.getType();
    }

    @Override
    public RandomAccess<T> randomAccess() {
        return sourceInterval.randomAccess();
    }

    @Override
    public RandomAccess<T> randomAccess(Interval interval) {
        return sourceInterval.randomAccess(interval);
    }
}
