package org.imageop.javafx.adapters;

import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.javafx.buffers.SharedBuffers;
import org.imageop.javafx.wrapping.FromImage;

/** {@link WritableImage}. */
public final class WritableImageAdapter extends PixelBufferTypeAdapter<WritableImage> {
    /** For the service loader. */
    public WritableImageAdapter() {
        super(WritableImage.class, SharedBuffers::image);
    }

    @Override
    public ImageLike wrap(WritableImage image) {
        return FromImage.wrap(image);
    }
}
