package org.imageop.awt.adapters;

import java.awt.image.WritableRaster;

/** {@link WritableRaster}. */
public final class WritableRasterAdapter extends RasterTypeAdapter<WritableRaster> {
    /** For the service loader. */
    public WritableRasterAdapter() {
        super(WritableRaster.class);
    }
}
