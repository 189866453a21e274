package org.imageop.awt.exporting;

import java.awt.Rectangle;
import java.awt.image.WritableRaster;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.Views;

/** The pixels of an image in a format of AWT, converted when they are asked for, and no others. */
final class FormattedPixels {
    /** A strip over the whole width has about this many samples. */
    private static final int STRIP = 1 << 19;

    private final ImageLike image;
    private final CopyFormat format;
    private final int width;
    private final int height;

    FormattedPixels(ImageLike image, CopyFormat format) {
        this.image = image;
        this.format = format;
        this.width = image.width();
        this.height = image.height();
    }

    /** How many rows are converted at once. */
    int stripHeight() {
        long rowLength = (long) width * format.mode().components();
        return (int) Math.max(1, Math.min(height, STRIP / rowLength));
    }

    /** A copy of a part within the image, in a raster of its own whose corner is at (0, 0). */
    WritableRaster part(Rectangle area) {
        WritableRaster raster = format.raster(area.width, area.height);
        fill(raster, area);
        return raster;
    }

    private void fill(WritableRaster raster, Rectangle area) {
        Images.copy(source(area), format.meaning().wrap(raster, raster));
    }

    private ImageLike source(Rectangle area) {
        if (!image.mode().planar()) {
            return Views.crop(image, area.x, area.y, area.width, area.height);
        }
        // chroma is interpolated between neighbours, so that one more sample on each side decides
        int left = Math.max(0, (area.x & ~1) - 2);
        int top = Math.max(0, (area.y & ~1) - 2);
        int right = Math.min(width, (area.x + area.width + 1 & ~1) + 2);
        int bottom = Math.min(height, (area.y + area.height + 1 & ~1) + 2);
        ImageLike neighborhood = Views.crop(image, left, top, right - left, bottom - top);
        StandardImage converted = StandardImage.from(neighborhood, format.mode());
        return Views.crop(converted, area.x - left, area.y - top, area.width, area.height);
    }

    /** Fills the part of a raster that lies within the image, strip by strip. */
    void fill(WritableRaster target) {
        Rectangle wanted = target.getBounds().intersection(new Rectangle(width, height));
        int stripHeight = stripHeight();
        WritableRaster strip = null;
        for (int y = wanted.y; y < wanted.y + wanted.height; y += stripHeight) {
            int rows = Math.min(stripHeight, wanted.y + wanted.height - y);
            if (strip == null || strip.getHeight() != rows) {
                strip = format.raster(wanted.width, rows);
            }
            fill(strip, new Rectangle(wanted.x, y, wanted.width, rows));
            target.setDataElements(wanted.x, y, strip);
        }
    }
}
