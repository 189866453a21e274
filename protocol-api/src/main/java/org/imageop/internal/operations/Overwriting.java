package org.imageop.internal.operations;

import org.imageop.Filter;
import org.imageop.ImageCore;
import org.imageop.ReadOnlyImageException;
import org.imageop.internal.conversion.Conversion;
import org.imageop.internal.rows.ImageRows;

/** Copies all pixels of an image into another one, through a copy where writing might change what is yet to be read. */
public final class Overwriting {
    /** Whether two images may share memory. */
    @FunctionalInterface
    public interface Suspicion {
        /** Whether writing one may change the other. */
        boolean test(ImageRows a, ImageRows b);
    }

    /** For memory that was just allocated. */
    public static final Suspicion NONE = (a, b) -> false;

    private Overwriting() {}

    /**
     * Overwrites the target.
     *
     * @param overlap decides whether the source is copied first
     */
    public static void run(ImageCore target, ImageCore source, Suspicion overlap) {
        if (!source.size().equals(target.size())) {
            throw new IllegalArgumentException("A " + ImageAccess.describe(source) + " cannot be copied into a "
                    + ImageAccess.describe(target)
                    + ": the sizes differ; resize it with StandardImage.from(image, width, height)"
                    + " [errors.md#sizes-differ]");
        }
        ImageRows from = ImageAccess.all(source);
        ImageRows to = ImageAccess.all(target);
        if (target.buffer().readOnly()) {
            throw new ReadOnlyImageException("This " + ImageAccess.describe(target)
                    + " is read-only and cannot be overwritten; copy into a new StandardImage instead"
                    + " [errors.md#read-only]");
        }
        Conversion.run(overlap.test(from, to) ? copyOf(from) : from, to, Filter.NEAREST, Filter.NEAREST);
    }

    /** The same samples, or numbers (C-16), in memory of their own. */
    static ImageRows copyOf(ImageRows image) {
        ImageRows copy = Allocation.like(image);
        Conversion.run(image, copy, Filter.NEAREST, Filter.NEAREST);
        return copy;
    }
}
