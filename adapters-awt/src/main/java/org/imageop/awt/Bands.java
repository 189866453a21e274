package org.imageop.awt;

import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.WrappedImage;
import org.jspecify.annotations.Nullable;

/** How the bands of a raster become the components of a mode. */
interface Bands {

    /** The mode. */
    Mode mode();

    /** Where the components of a raster lie, or null if they must be computed. */
    @Nullable
    PixelLayout layout(Raster raster);

    /** The components of a raster, computed; read-only if it is no WritableRaster. */
    SampleRows computed(Raster raster);

    /** The components of a raster, read and written in the fastest way. */
    default SampleRows rows(Raster raster) {
        PixelLayout layout = layout(raster);
        return layout == null ? computed(raster) : layout.rows();
    }

    /** A live image on a raster. */
    default WrappedImage wrap(Object source, Raster raster) {
        PixelLayout layout = layout(raster);
        return layout == null
                ? WrappedImage.of(source, mode(), raster.getWidth(), raster.getHeight(), computed(raster))
                : WrappedImage.of(source, layout);
    }

    /** What a colour model, or without one the number of bands, says of rasters with that sample model. */
    static Bands of(@Nullable ColorModel model, SampleModel samples, Plane.@Nullable Range range) {
        if (model == null) {
            return Interpretation.ofBands(samples, range);
        }
        if (model instanceof ComponentColorModel || model instanceof DirectColorModel) {
            return Interpretation.of(model, samples, range);
        }
        if (range != null) {
            throw new UnsupportedImageException(
                    "The pixels mean colours of a " + model.getClass().getName()
                            + ", which a value range cannot change; wrap the image without one"
                            + " [errors.md#range-of-colours]");
        }
        return model instanceof IndexColorModel indexed ? new Palette(indexed) : new ForeignColors(model);
    }
}
