package org.imageop.imageio.sequence;

import java.io.IOException;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.input.FileBytes;

/** Makes a file of several images from files of one image each, which writers made. */
public interface FrameJoiner {
    /** What several images are in the files of a format. */
    enum Kind {
        /** There is room for one image. */
        NONE,
        /** Each is an image of its own. */
        PAGES,
        /** Each is laid on those before it, so that pixels become transparent by disposal alone. */
        COVERING,
        /** Each replaces a part of what is there. */
        REPLACING
    }

    /**
     * Adds an image.
     *
     * @param still a file of the format
     * @param frame its place, duration and disposal; pages have none
     */
    void add(FileBytes still, FrameInfo frame) throws IOException;

    /** Completes the file when all images are in it. */
    void finish() throws IOException;
}
