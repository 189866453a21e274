package org.imageop.awt.wrapping;

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
        RasterMeaning meaning = meaning(model, raster.getSampleModel(), range);
        return withInfo(model, meaning, meaning.wrap(image, raster));
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
        return withInfo(
                model,
                meaning,
                StandardImage.wrapping(image, meaning.mode(), image.getWidth(), image.getHeight(), tiles));
    }

    /** The pixels of a raster that has no image, in the colours of a model. */
    static ImageLike wrap(ColorModel model, Raster raster) {
        RasterMeaning meaning = meaning(model, raster.getSampleModel(), null);
        return withInfo(model, meaning, meaning.wrap(raster, raster));
    }

    /** What a colour model, or without one the number of bands, makes of rasters with that sample model. */
    private static RasterMeaning meaning(@Nullable ColorModel model, SampleModel samples, Plane.@Nullable Range range) {
        if (model == null) {
            return ComponentMeaning.ofBands(samples, range);
        }
        boolean components = model instanceof ComponentColorModel || model instanceof DirectColorModel;
        // a range is what the caller says of the samples, whatever colours the model makes of them
        if (components && (range != null || !OwnColors.computedBy(model, samples))) {
            return ComponentMeaning.of(model, samples, range);
        }
        if (range != null) {
            throw new UnsupportedImageException(
                    "The pixels mean colours of a " + model.getClass().getName()
                            + ", which a value range cannot change; wrap the image without one"
                            + " [errors.md#range-of-colours]");
        }
        return model instanceof IndexColorModel indexed && !OwnColors.computedBy(model, samples)
                ? new PaletteMeaning(indexed)
                : new ColorModelMeaning(model);
    }

    /** Colours that a model computes are sRGB; colours of a map are a palette. */
    private static ImageLike withInfo(@Nullable ColorModel model, RasterMeaning meaning, ImageLike image) {
        if (model != null && !(meaning instanceof ColorModelMeaning)) {
            ModeColors.profile(model).ifPresent(profile -> image.info().put(InfoKeys.ICC_PROFILE, profile));
        }
        if (meaning instanceof PaletteMeaning indexed) {
            image.info().put(InfoKeys.PALETTE, indexed.palette());
        }
        return image;
    }
}
