package org.imageop.spi;

import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.internal.operations.Allocation;

/** Memory for copies, which is refused by a message, not by an {@link OutOfMemoryError}, where the heap cannot hold it (M-1). */
public final class CopyMemory {
    private CopyMemory() {}

    /**
     * Allocates memory for a copy of an image, as {@link org.imageop.StandardImage#of} does for its own.
     *
     * @param <M> the kind of memory
     * @param image the image to copy
     * @param bytes how many bytes the memory has
     * @param allocation allocates it, and nothing else
     * @return what {@code allocation} returns
     * @throws IllegalArgumentException if the heap is smaller, or has not so much left
     */
    public static <M> M allocate(ImageLike image, long bytes, Supplier<M> allocation) {
        ImageSize size = image.size();
        return Allocation.held(image.mode(), size.width(), size.height(), bytes, allocation);
    }
}
