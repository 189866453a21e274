package org.imageop.imagej.adapters;

import ij.ImagePlus;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.imagej.exporting.ToImagePlus;
import org.imageop.imagej.wrapping.FromImagePlus;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** {@link ImagePlus}, of one slice. */
public final class ImagePlusAdapter implements ImageAdapter<ImagePlus> {
    /** For the service loader. */
    public ImagePlusAdapter() {}

    @Override
    public Class<ImagePlus> type() {
        return ImagePlus.class;
    }

    @Override
    public ImageLike wrap(ImagePlus image) {
        return FromImagePlus.wrap(image);
    }

    @Override
    public Sharing<ImagePlus> share(ImageLike image) {
        return ToImagePlus.share(image);
    }

    @Override
    public ImagePlus copy(ImageLike image) {
        return ToImagePlus.copy(image);
    }

    @Override
    public List<String> losses(ImageLike image, ImagePlus copy) {
        return ToImagePlus.losses(image, copy);
    }
}
