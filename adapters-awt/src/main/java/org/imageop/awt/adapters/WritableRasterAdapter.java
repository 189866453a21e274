package org.imageop.awt.adapters;

import java.awt.image.WritableRaster;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/**
 * {@link WritableRaster}: the raster of a BufferedImage, with a band for each component. Premultiplied colours are copied,
 * because a raster cannot express them.
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
    public Sharing<WritableRaster> share(ImageLike image) {
        return SharedRaster.raster(image, raster -> raster);
    }

    @Override
    public WritableRaster copy(ImageLike image) {
        return Copies.raster(image);
    }

    @Override
    public List<String> losses(ImageLike image, WritableRaster copy) {
        return Copies.losses(image, copy);
    }
}
