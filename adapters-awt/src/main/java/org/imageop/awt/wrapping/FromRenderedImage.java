package org.imageop.awt.wrapping;

import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.exporting.LiveRenderedImage;
import org.imageop.awt.palette.PaletteMeaning;
import org.imageop.awt.raster.ComponentMeaning;
import org.imageop.awt.raster.RasterMeaning;
import org.jspecify.annotations.Nullable;

/** Rasters with a colour model as live images of the protocol. */
public final class FromRenderedImage {
    private FromRenderedImage() {}

    /** The pixels of one raster; with a range, samples are numbers of it. */
    public static ImageLike wrap(BufferedImage image, Plane.@Nullable Range range) {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        return withProfile(model, meaning(model, raster.getSampleModel(), range).wrap(image, raster));
    }

    /** The pixels of all tiles, read-only unless the image is a BufferedImage. */
    public static ImageLike wrap(RenderedImage image) {
        if (image instanceof BufferedImage pixels) {
            return wrap(pixels, null);
        }
        if (image instanceof LiveRenderedImage live) {
            return live.image();
        }
        ColorModel model = image.getColorModel();
        RasterMeaning meaning = meaning(model, image.getSampleModel(), null);
        TileRows tiles = new TileRows(image, meaning);
        return withProfile(
                model, StandardImage.wrapping(image, meaning.mode(), image.getWidth(), image.getHeight(), tiles));
    }

    /** What a colour model, or without one the number of bands, makes of rasters with that sample model. */
    private static RasterMeaning meaning(@Nullable ColorModel model, SampleModel samples, Plane.@Nullable Range range) {
        if (model == null) {
            return ComponentMeaning.ofBands(samples, range);
        }
        if (model instanceof ComponentColorModel || model instanceof DirectColorModel) {
            return ComponentMeaning.of(model, samples, range);
        }
        if (range != null) {
            throw new UnsupportedImageException(
                    "The pixels mean colours of a " + model.getClass().getName()
                            + ", which a value range cannot change; wrap the image without one"
                            + " [errors.md#range-of-colours]");
        }
        return model instanceof IndexColorModel indexed ? new PaletteMeaning(indexed) : new ColorModelMeaning(model);
    }

    private static ImageLike withProfile(@Nullable ColorModel model, ImageLike image) {
        if (model != null && model.getColorSpace() instanceof ICC_ColorSpace space && !ModeColors.isPlain(space)) {
            image.info().put(InfoKeys.ICC_PROFILE, space.getProfile().getData());
        }
        return image;
    }
}
