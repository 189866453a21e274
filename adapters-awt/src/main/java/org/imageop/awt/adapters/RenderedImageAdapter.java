package org.imageop.awt.adapters;

import java.awt.image.RenderedImage;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.LiveRenderedImage;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/**
 * {@link RenderedImage}: a BufferedImage on the same memory, else a live image that computes the strips that it is asked
 * for and can only be read; of planar images a copy.
 */
public final class RenderedImageAdapter implements ImageAdapter<RenderedImage> {
    /** For the service loader. */
    public RenderedImageAdapter() {}

    @Override
    public Class<RenderedImage> type() {
        return RenderedImage.class;
    }

    @Override
    public ImageLike wrap(RenderedImage image) {
        return AwtImages.wrap(image);
    }

    @Override
    public Sharing<RenderedImage> share(ImageLike image) {
        Sharing<RenderedImage> shared = SharedRaster.image(image, pixels -> pixels);
        return shared.object().isPresent()
                ? shared
                : LiveRenderedImage.of(image).map(Sharing::readOnly).orElse(shared);
    }

    @Override
    public RenderedImage copy(ImageLike image) {
        return Copies.image(image);
    }

    @Override
    public List<String> losses(ImageLike image, RenderedImage copy) {
        return Copies.losses(image, copy);
    }
}
