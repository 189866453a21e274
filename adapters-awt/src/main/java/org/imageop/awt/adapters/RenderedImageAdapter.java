package org.imageop.awt.adapters;

import java.awt.image.RenderedImage;
import org.imageop.ImageLike;
import org.imageop.awt.exporting.LiveRenderedImage;
import org.imageop.awt.wrapping.FromRenderedImage;
import org.imageop.spi.Sharing;

/**
 * {@link RenderedImage}: makes a BufferedImage on the same memory, else a live image that computes the strips that it is
 * asked for and can only be read; of planar images a copy.
 */
public final class RenderedImageAdapter extends ImageTypeAdapter<RenderedImage> {
    /** For the service loader. */
    public RenderedImageAdapter() {
        super(RenderedImage.class);
    }

    @Override
    public ImageLike wrap(RenderedImage image) {
        return FromRenderedImage.wrap(image);
    }

    @Override
    public Sharing<RenderedImage> share(ImageLike image) {
        Sharing<RenderedImage> shared = super.share(image);
        return shared.object().isPresent()
                ? shared
                : LiveRenderedImage.of(image).map(Sharing::readOnly).orElse(shared);
    }
}
