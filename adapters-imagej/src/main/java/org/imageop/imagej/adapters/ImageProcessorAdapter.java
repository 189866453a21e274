package org.imageop.imagej.adapters;

import ij.process.ImageProcessor;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.imagej.exporting.ToImageProcessor;
import org.imageop.imagej.wrapping.FromImageProcessor;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** {@link ImageProcessor}, with its subclasses. */
public final class ImageProcessorAdapter implements ImageAdapter<ImageProcessor> {
    /** For the service loader. */
    public ImageProcessorAdapter() {}

    @Override
    public Class<ImageProcessor> type() {
        return ImageProcessor.class;
    }

    @Override
    public ImageLike wrap(ImageProcessor processor) {
        return FromImageProcessor.wrap(processor);
    }

    @Override
    public Sharing<ImageProcessor> share(ImageLike image) {
        return ToImageProcessor.share(image);
    }

    @Override
    public ImageProcessor copy(ImageLike image) {
        return ToImageProcessor.copy(image);
    }

    @Override
    public List<String> losses(ImageLike image, ImageProcessor copy) {
        return ToImageProcessor.losses(image, copy);
    }
}
