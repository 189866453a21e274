package org.imageop.foreign;

import java.util.Objects;
import org.imageop.ImageSize;

/**
 * What a function is given of an image: all of it, or a band of its rows.
 *
 * <p>It is valid until the function returns. Its segments may be those of Java's arrays: a downcall takes them with {@link
 * java.lang.foreign.Linker.Option#critical critical(true)}, and the sample at the top left of a plane is at {@code
 * plane.memory().asSlice(plane.offset() * plane.element().byteSize())}.
 *
 * @param memory where the samples of these rows lie, with their mode, size and alpha type
 * @param firstRow which row of the image is the first of these
 * @param image the size of the whole image
 * @param readOnly whether the samples must not be written
 * @param copied whether the samples are a copy
 */
public record Band(SegmentLayout memory, int firstRow, ImageSize image, boolean readOnly, boolean copied) {

    /** Checks nothing but that the memory is there. */
    public Band {
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(image, "image");
    }

    /**
     * Whether some samples lie in arrays of Java's heap. Then the JVM waits for the function: it should return soon, and must not
     * call Java back, which ends the VM.
     *
     * @return false if all samples are in native memory
     */
    public boolean onHeap() {
        return !memory.isNative();
    }
}
