package org.imageop.internal.operations;

import org.imageop.ImageCore;
import org.imageop.Slice;

/** Replacing a rectangular selection of pixels (P-52, P-53). */
public final class AreaAssignment {
    private AreaAssignment() {}

    /**
     * Overwrites an area with what the source was before.
     *
     * @param image the image that the area is part of
     * @param area a live view of the image's selected columns and rows
     * @throws IllegalArgumentException if mode or size differ; nothing is changed then
     */
    public static void run(ImageCore image, ImageCore area, Slice columns, Slice rows, ImageCore source) {
        if (source.mode() != image.mode() || !source.size().equals(area.size())) {
            throw new IllegalArgumentException("[" + columns + ", " + rows + "] of a " + ImageAccess.describe(image)
                    + " is " + area.size().width() + "×" + area.size().height() + " and cannot be replaced by a "
                    + ImageAccess.describe(source)
                    + "; give it the same mode and size with StandardImage.from(image, mode, width, height)"
                    + " [errors.md#area-mismatch]");
        }
        Overwriting.run(area, source, SharedFoundations::possible);
    }
}
