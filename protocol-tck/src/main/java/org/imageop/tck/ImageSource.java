package org.imageop.tck;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** Makes the images that are tested, and declares what they are capable of. */
public interface ImageSource {

    /**
     * Makes an image, a new one with memory of its own each time. It may hold anything.
     *
     * @param mode the mode
     * @param width the width in pixels
     * @param height the height in pixels
     * @return the image; empty, or an {@link IllegalArgumentException} or {@link UnsupportedOperationException}
     *     with a message, if there is none of that mode or size
     */
    Optional<? extends ImageLike> image(Mode mode, int width, int height);

    /**
     * The modes that there are images of; all others must be refused.
     *
     * @return all modes, unless overridden
     */
    default Set<Mode> modes() {
        return EnumSet.allOf(Mode.class);
    }

    /**
     * Whether the images are read-only; then every write must be refused.
     *
     * @return false, unless overridden
     */
    default boolean readOnly() {
        return false;
    }

    /**
     * Whether colours are kept multiplied by alpha, so that they come back as L-10 says.
     *
     * @return false, unless overridden
     */
    default boolean premultiplied() {
        return false;
    }

    /**
     * The sizes to try in a mode.
     *
     * @param mode a mode of {@link #modes()}
     * @return one pixel, one column, one row, and an area; for planar modes in even sizes
     */
    default List<ImageSize> sizes(Mode mode) {
        return mode == Mode.YV12 || mode == Mode.JPEG_YV12
                ? List.of(new ImageSize(2, 2), new ImageSize(2, 6), new ImageSize(8, 2), new ImageSize(6, 4))
                : List.of(new ImageSize(1, 1), new ImageSize(1, 6), new ImageSize(5, 1), new ImageSize(7, 5));
    }

    /**
     * The rules that are knowingly not kept. They are listed in the report, each with its reason.
     *
     * @return from a rule's id to the reason; empty, unless overridden
     */
    default Map<String, String> suppressed() {
        return Map.of();
    }
}
