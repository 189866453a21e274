package org.imageop.imageio.sequence;

import java.io.IOException;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** The images of a file as its own structure lists them, where readers see less than that. */
public interface FrameIndex {
    /** How many images there are. */
    int count();

    /** What they show together, or null if each is an image of its own. */
    default @Nullable Animation animation() throws IOException {
        return null;
    }

    /**
     * The bytes in which a reader finds an image.
     *
     * @param file the file that is listed
     * @return the file if readers find the image in it by its index, or else a file of this image alone
     * @throws IOException if the image is damaged, or the file cannot be read
     */
    default FileBytes part(FileBytes file, int frame) throws IOException {
        return file;
    }

    /** The bytes with the metadata of an image. */
    default FileBytes described(FileBytes file, int frame) {
        return file;
    }
}
