package org.imageop.awt.exporting;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.awt.exporting.SharedRaster.Obstacle;
import org.imageop.awt.palette.Indices;

/** A BufferedImage on the indices of an indexed image, with the colours that its palette has now. */
final class SharedIndices {
    private SharedIndices() {}

    static BufferedImage of(IndexedImage image) throws Obstacle {
        WritableRaster raster =
                Images.unwrap(image.indices(), WritableRaster.class).orElse(null);
        if (raster == null) {
            raster = SharedRaster.of(image.indices()).getRaster();
        }
        int transparent = image.info().get(InfoKeys.TRANSPARENCY) instanceof Integer index ? index : -1;
        IndexColorModel model = Indices.model(image.palette().toArgb(), transparent, raster);
        return new BufferedImage(model, raster, false, null);
    }
}
