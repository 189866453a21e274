package org.imageop.awt.adapters;

import java.awt.image.RenderedImage;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.ToAwt;
import org.imageop.spi.ImageAdapter;

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
    public Transfer<RenderedImage> export(ImageLike image, Copy copy) {
        return ToAwt.toRenderedImage(image, copy);
    }
}
