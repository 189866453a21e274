package org.imageop.imageio.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What of an image's info formats can hold.
 *
 * @param resolution pixels per inch, or null
 * @param profile the ICC profile of the pixels, which the format can hold, or null to write none
 */
public record WrittenInfo(@Nullable Resolution resolution, byte @Nullable [] profile) {
    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return resolution == null && profile == null;
    }
}
