package org.imageop.cli;

import java.io.IOException;
import org.imageop.ImageLike;

/** One step of the tour: hands an image on, checks that it arrived, and says what happened. */
interface Hop {
    /** Where the image comes from and goes to, for the case that the hop fails. */
    String title();

    /**
     * Makes the step.
     *
     * @param image the image to hand on; unchanged afterwards
     * @return what happened, with the image as it arrived
     * @throws HopFailure if it did not arrive as it was sent
     * @throws IOException if a file cannot be read or written
     */
    Passage pass(ImageLike image) throws IOException;
}
