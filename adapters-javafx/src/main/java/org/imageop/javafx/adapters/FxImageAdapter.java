package org.imageop.javafx.adapters;

import javafx.scene.image.Image;
import org.imageop.ImageLike;
import org.imageop.javafx.buffers.SharedBuffers;
import org.imageop.javafx.wrapping.FromImage;

/** {@link Image}. */
public final class FxImageAdapter extends PixelBufferTypeAdapter<Image> {
    /** For the service loader. */
    public FxImageAdapter() {
        super(Image.class, SharedBuffers::image);
    }

    @Override
    public ImageLike wrap(Image image) {
        return FromImage.wrap(image);
    }
}
