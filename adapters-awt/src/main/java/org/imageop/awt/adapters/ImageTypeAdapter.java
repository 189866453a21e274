package org.imageop.awt.adapters;

import java.awt.image.RenderedImage;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.awt.exporting.Copies;
import org.imageop.awt.exporting.SharedRaster;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** A BufferedImage as one of its types: shared where AWT can describe the memory, else copied. */
abstract class ImageTypeAdapter<T> implements ImageAdapter<T> {
    private final Class<T> type;

    ImageTypeAdapter(Class<T> type) {
        this.type = type;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public Sharing<T> share(ImageLike image) {
        return SharedRaster.image(image, type::cast);
    }

    @Override
    public T copy(ImageLike image) {
        return type.cast(Copies.image(image));
    }

    @Override
    public List<String> losses(ImageLike image, T copy) {
        return Copies.losses(image, (RenderedImage) copy);
    }
}
