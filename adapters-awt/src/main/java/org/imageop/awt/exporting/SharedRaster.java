package org.imageop.awt.exporting;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.RasterFormatException;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.function.Function;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.IndexedImage;
import org.imageop.PixelLayout;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.raster.RasterModes;
import org.imageop.spi.Sharing;

/** Images and rasters of AWT on the arrays of an image. */
public final class SharedRaster {
    private SharedRaster() {}

    /** Why AWT cannot describe the memory; the message is a clause. */
    static final class Obstacle extends Exception {
        private static final long serialVersionUID = 1L;

        Obstacle(String clause) {
            super(clause);
        }
    }

    /** A BufferedImage, as one of its supertypes. */
    public static <T> Sharing<T> image(ImageLike image, Function<BufferedImage, T> supertype) {
        try {
            return Sharing.of(supertype.apply(of(image)));
        } catch (Obstacle obstacle) {
            return Sharing.impossible(obstacle.getMessage());
        }
    }

    /** A raster with a band for each component, as one of its supertypes. */
    public static <T> Sharing<T> raster(ImageLike image, Function<WritableRaster, T> supertype) {
        return CopyFormat.premultiplied(image)
                ? Sharing.impossible("its colours are multiplied by alpha, which a raster cannot express")
                : image(image, pixels -> supertype.apply(RasterModes.with(pixels.getRaster(), image.mode())));
    }

    /** A BufferedImage on the memory of an image; empty if AWT cannot describe that. */
    static Optional<BufferedImage> find(ImageLike image) {
        try {
            return Optional.of(of(image));
        } catch (Obstacle obstacle) {
            return Optional.empty();
        }
    }

    static BufferedImage of(ImageLike image) throws Obstacle {
        if (image instanceof IndexedImage indexed) {
            return SharedIndices.of(indexed);
        }
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null) {
            throw new Obstacle("its samples are computed, not stored");
        }
        ColorSpace space = ModeColors.ofProfile(image).orElse(null);
        try {
            return layout.arrangement() instanceof Arrangement.Packed
                    ? SharedFields.of(layout, space)
                    : SharedComponents.of(layout, space);
        } catch (IllegalArgumentException | RasterFormatException e) {
            throw new Obstacle("AWT refuses to describe the memory: " + e.getMessage());
        }
    }
}
