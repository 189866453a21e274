package org.imageop.awt.adapters;

import java.awt.image.Raster;

/** {@link Raster}: makes a {@link java.awt.image.WritableRaster}. */
public final class RasterAdapter extends RasterTypeAdapter<Raster> {
    /** For the service loader. */
    public RasterAdapter() {
        super(Raster.class);
    }
}
