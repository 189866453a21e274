package org.imageop.internal.rows;

import org.imageop.Mode;
import org.imageop.SampleRows;

/**
 * An image as conversion and resampling see it.
 *
 * @param mode its mode
 * @param width its width in pixels
 * @param height its height in pixels
 * @param rows its samples: one for the image, or one for each plane of a planar image
 */
public record ImageRows(Mode mode, int width, int height, SampleRows[] rows) {

    /** Whether bands of rows may be read or written by several threads. */
    public boolean concurrent() {
        for (SampleRows each : rows) {
            if (!each.concurrent()) {
                return false;
            }
        }
        return true;
    }
}
