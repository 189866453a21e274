package org.imageop.imageio.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** A place for a file, which gets it when it is complete. */
public interface Destination {
    /** Content that is written in any order, and may be read again. */
    @FunctionalInterface
    interface Content {
        /**
         * Writes the content.
         *
         * @param channel an empty file, open for reading and writing
         * @throws IOException if that fails
         */
        void writeTo(SeekableByteChannel channel) throws IOException;
    }

    /**
     * Writes the file.
     *
     * @param content what to write
     * @return the number of bytes
     * @throws IOException if that fails
     */
    long write(Content content) throws IOException;
}
