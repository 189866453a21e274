package org.imageop.javafx;

import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** JavaFX images that can be written or refreshed, for {@link org.imageop.Images}; {@link FxImages} says what is shared. */
public final class WritableImageAdapter implements ImageAdapter<WritableImage> {
    /** Made by the service loader. */
    public WritableImageAdapter() {}

    @Override
    public Class<WritableImage> type() {
        return WritableImage.class;
    }

    @Override
    public ImageLike wrap(WritableImage image) {
        return FxImages.wrap(image);
    }

    @Override
    public Sharing<WritableImage> share(ImageLike image) {
        return Export.share(image, Surfaces::image);
    }

    @Override
    public WritableImage copy(ImageLike image) {
        return Surfaces.image(Export.copy(image));
    }
}
