package org.imageop.internal.rows;

import org.imageop.ImageSize;
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

    /** Whether columns are nearer to one another in memory than the pixels of a row are, as after a quarter turn. */
    public boolean turned() {
        return rows[0] instanceof StridedRows strided
                && Math.abs(strided.pixelStride(0)) > Math.abs(strided.lineStride(0));
    }

    /** One plane of a planar image, as a grey image of its own. */
    public ImageRows plane(int plane) {
        ImageSize size = mode.planeSize(plane, width, height);
        return new ImageRows(mode.componentMode(), size.width(), size.height(), new SampleRows[] {rows[plane]});
    }
}
