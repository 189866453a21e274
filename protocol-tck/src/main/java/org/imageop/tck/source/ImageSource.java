package org.imageop.tck.source;

import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.Mode;

/** Makes the images that are tested, and declares what they are capable of. */
public interface ImageSource extends Capabilities {

    /**
     * Makes an image, a new one with memory of its own each time. It may hold anything.
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @return the image; empty, or an {@link IllegalArgumentException} or {@link UnsupportedOperationException}
     *     with a message, if the class has no image of the mode and size. Empty in all sizes declares that the class
     *     does not have the mode; where exceptions refuse modes, {@link #modes} is to declare the others.
     */
    Optional<? extends ImageLike> image(Mode mode, int width, int height);

    @Override
    default Set<Mode> modes() {
        return DeclaredModes.of(this, this::image);
    }
}
