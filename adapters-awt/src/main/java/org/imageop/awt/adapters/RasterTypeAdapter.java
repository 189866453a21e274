package org.imageop.awt.adapters;

import java.awt.image.Raster;
import org.imageop.ImageLike;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.awt.raster.RasterModes;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/**
 * The raster of a BufferedImage as one of its types, with a band for each component. Premultiplied colours are copied,
 * because a raster cannot express them.
 */
abstract class RasterTypeAdapter<T extends Raster> implements ImageAdapter<T> {
    private final Class<T> type;

    RasterTypeAdapter(Class<T> type) {
        this.type = type;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public ImageLike wrap(T raster) {
        return RasterModes.wrap(raster, null);
    }

    @Override
    public Sharing<T> share(ImageLike image) {
        return SharedRaster.raster(image, type::cast);
    }

    @Override
    public T copy(ImageLike image) {
        return type.cast(Copies.raster(image));
    }
}
