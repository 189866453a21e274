package org.imageop.awt.raster;

import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** Rasters without a colour model: one or three bands, a mode that is known, or an image of each band. */
public final class RasterModes {
    private static final Map<Raster, Mode> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private RasterModes() {}

    /** Keeps in mind what a raster was made of, which AWT does not keep, as long as there is the raster. */
    public static <R extends Raster> R with(R raster, Mode mode) {
        KNOWN.put(raster, mode);
        return raster;
    }

    /** A live image on a raster: in the mode that it was made of, else grey or RGB. */
    public static ImageLike wrap(Raster raster, Plane.@Nullable Range range) {
        Mode known = range == null ? KNOWN.get(raster) : null;
        SampleModel samples = raster.getSampleModel();
        ComponentMeaning meaning = known != null
                ? ComponentMeaning.inMode(samples, known, null)
                : ComponentMeaning.ofBands(samples, range);
        return meaning.wrap(raster, raster);
    }

    /** A live image on each band of a raster. */
    public static List<ImageLike> channels(Raster raster, Plane.@Nullable Range range) {
        List<ImageLike> channels = new ArrayList<>();
        for (int band = 0; band < raster.getNumBands(); band++) {
            Raster channel = band(raster, band);
            channels.add(
                    ComponentMeaning.ofBands(channel.getSampleModel(), range).wrap(channel, channel));
        }
        return List.copyOf(channels);
    }

    private static Raster band(Raster raster, int band) {
        if (raster.getNumBands() == 1) {
            // a child of a MultiPixelPackedSampleModel forgets the offset of its bits
            return raster;
        }
        SampleModel samples = raster.getSampleModel();
        if (!RasterLayout.isKnown(samples)) {
            throw new UnsupportedImageException(
                    "A raster with a " + samples.getClass().getName()
                            + " may show other samples when one of its bands is selected; copy it into a raster of AWT's own"
                            + " sample models, or wrap it in a mode and take image.plane(name) [errors.md#mode-does-not-fit]");
        }
        int x = raster.getMinX();
        int y = raster.getMinY();
        int width = raster.getWidth();
        int height = raster.getHeight();
        int[] bands = {band};
        return raster instanceof WritableRaster writable
                ? writable.createWritableChild(x, y, width, height, x, y, bands)
                : raster.createChild(x, y, width, height, x, y, bands);
    }
}
