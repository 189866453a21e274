package org.imageop.imageio.codec;

import java.io.IOException;
import org.imageop.imageio.input.FileBytes;

/**
 * The rows of a frame as small files of the same format, which readers read as they read the whole one. So no reader is asked for
 * a part of a frame, about which many err.
 *
 * <p>Used by one thread at a time.
 */
public interface Strips {
    /** Strips begin at multiples of this, and end there or with the frame. */
    default int unit() {
        return 1;
    }

    /**
     * Makes a file of some rows. Going on downwards is cheap; going back may cost as much as beginning again.
     *
     * @param y the first row, a multiple of the unit
     * @param height how many rows
     * @throws javax.imageio.IIOException if the whole file is damaged there
     */
    FileBytes strip(int y, int height) throws IOException;
}
