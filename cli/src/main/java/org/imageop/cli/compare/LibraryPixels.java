package org.imageop.cli.compare;

import java.util.Optional;

/** The pixels of an image as a library itself reads and writes them, without the adapter that is under test. */
public interface LibraryPixels extends PixelComparison.Rows {
    /** The library, as messages name it. */
    String library();

    /** The samples of one pixel. */
    int[] pixel(int x, int y);

    /**
     * Writes a pixel that differs from the present one.
     *
     * @return puts the old pixel back; empty if nothing was written, because the library cannot write this image or
     *     the image has a single colour
     */
    default Optional<Runnable> change(int x, int y) {
        return Optional.empty();
    }
}
