package org.imageop.awt.raster;

import java.awt.image.Raster;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/** What the samples of a raster mean: how its bands become the components of a mode. */
public interface RasterMeaning {

    /** The mode. */
    Mode mode();

    /** Where the components of a raster lie, or null if they must be computed. */
    default @Nullable PixelLayout layout(Raster raster) {
        return null;
    }

    /** The components of a raster, computed; read-only unless it is a WritableRaster. */
    SampleRows computed(Raster raster);

    /** The components of a raster, read and written in the fastest way. */
    default SampleRows rows(Raster raster) {
        PixelLayout layout = layout(raster);
        return layout == null ? computed(raster) : layout.rows();
    }

    /** A live image on a raster. */
    default StandardImage wrap(Object source, Raster raster) {
        PixelLayout layout = layout(raster);
        return layout == null
                ? StandardImage.wrapping(source, mode(), raster.getWidth(), raster.getHeight(), computed(raster))
                : StandardImage.wrapping(source, layout);
    }
}
