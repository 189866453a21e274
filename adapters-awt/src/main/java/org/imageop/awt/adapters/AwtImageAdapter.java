package org.imageop.awt.adapters;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.awt.AwtImages;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** {@link Image}: a BufferedImage. */
public final class AwtImageAdapter implements ImageAdapter<Image> {
    /** For the service loader. */
    public AwtImageAdapter() {}

    @Override
    public Class<Image> type() {
        return Image.class;
    }

    @Override
    public ImageLike wrap(Image image) {
        return AwtImages.wrap(image);
    }

    @Override
    public Sharing<Image> share(ImageLike image) {
        return SharedRaster.image(image, pixels -> pixels);
    }

    @Override
    public Image copy(ImageLike image) {
        return Copies.image(image);
    }

    @Override
    public List<String> losses(ImageLike image, Image copy) {
        return Copies.losses(image, (BufferedImage) copy);
    }
}
