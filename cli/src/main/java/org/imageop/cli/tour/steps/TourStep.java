package org.imageop.cli.tour.steps;

import java.io.IOException;
import org.imageop.ImageLike;
import org.imageop.cli.compare.Mismatch;

/** One step of the tour: transfers an image, checks the pixels that arrived, and reports how they crossed. */
public interface TourStep {
    /** Where the image comes from and goes to, which a failure names. */
    String title();

    /**
     * Makes the step.
     *
     * @param image the image to transfer; unchanged afterwards
     * @return what happened, with the image that arrived
     * @throws Mismatch if a pixel that arrived differs
     * @throws IOException if a file cannot be read or written
     */
    StepResult run(ImageLike image) throws IOException;
}
