package org.imageop.awt.adapters;

import java.awt.image.Raster;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** {@link Raster}: a {@link java.awt.image.WritableRaster}. */
public final class RasterAdapter implements ImageAdapter<Raster> {
    /** For the service loader. */
    public RasterAdapter() {}

    @Override
    public Class<Raster> type() {
        return Raster.class;
    }

    @Override
    public ImageLike wrap(Raster raster) {
        return AwtImages.wrap(raster);
    }

    @Override
    public Sharing<Raster> share(ImageLike image) {
        return SharedRaster.raster(image, raster -> raster);
    }

    @Override
    public Raster copy(ImageLike image) {
        return Copies.raster(image);
    }

    @Override
    public List<String> losses(ImageLike image, Raster copy) {
        return Copies.losses(image, copy);
    }
}
