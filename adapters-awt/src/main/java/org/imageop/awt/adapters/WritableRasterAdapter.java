package org.imageop.awt.adapters;

import java.awt.image.WritableRaster;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.ToAwt;
import org.imageop.spi.ImageAdapter;

/**
 * {@link WritableRaster}: that of a BufferedImage, with a band for each component. Premultiplied colours are copied,
 * because a raster does not know that they are.
 */
public final class WritableRasterAdapter implements ImageAdapter<WritableRaster> {
    /** For the service loader. */
    public WritableRasterAdapter() {}

    @Override
    public Class<WritableRaster> type() {
        return WritableRaster.class;
    }

    @Override
    public ImageLike wrap(WritableRaster raster) {
        return AwtImages.wrap(raster);
    }

    @Override
    public Transfer<WritableRaster> export(ImageLike image, Copy copy) {
        return ToAwt.toRaster(image, copy);
    }
}
