package org.imageop.awt.adapters;

import java.awt.image.BufferedImage;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** {@link BufferedImage}: shared where AWT can describe the memory, else copied. */
public final class BufferedImageAdapter implements ImageAdapter<BufferedImage> {
    /** For the service loader. */
    public BufferedImageAdapter() {}

    @Override
    public Class<BufferedImage> type() {
        return BufferedImage.class;
    }

    @Override
    public ImageLike wrap(BufferedImage image) {
        return AwtImages.wrap(image);
    }

    @Override
    public Sharing<BufferedImage> share(ImageLike image) {
        return SharedRaster.image(image, pixels -> pixels);
    }

    @Override
    public BufferedImage copy(ImageLike image) {
        return Copies.image(image);
    }

    @Override
    public List<String> losses(ImageLike image, BufferedImage copy) {
        return Copies.losses(image, copy);
    }
}
