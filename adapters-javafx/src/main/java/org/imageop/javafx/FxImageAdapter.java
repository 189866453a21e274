package org.imageop.javafx;

import javafx.scene.image.Image;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** Every JavaFX image, for {@link org.imageop.Images}; {@link FxImages} says what is shared. */
public final class FxImageAdapter implements ImageAdapter<Image> {
    /** Made by the service loader. */
    public FxImageAdapter() {}

    @Override
    public Class<Image> type() {
        return Image.class;
    }

    @Override
    public ImageLike wrap(Image image) {
        return FxImages.wrap(image);
    }

    @Override
    public Sharing<Image> share(ImageLike image) {
        return Export.share(image, Surfaces::image);
    }

    @Override
    public Image copy(ImageLike image) {
        return Surfaces.image(Export.copy(image));
    }
}
