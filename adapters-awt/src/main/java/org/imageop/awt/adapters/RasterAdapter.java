package org.imageop.awt.adapters;

import java.awt.image.Raster;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.ToAwt;
import org.imageop.spi.ImageAdapter;

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
    public Transfer<Raster> export(ImageLike image, Copy copy) {
        return ToAwt.toRaster(image, copy).map(raster -> raster);
    }
}
