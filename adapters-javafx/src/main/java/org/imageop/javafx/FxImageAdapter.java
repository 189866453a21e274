package org.imageop.javafx;

import javafx.scene.image.Image;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;

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
    public Transfer<Image> export(ImageLike image, Copy copy) {
        return Export.toImage(image, copy).map(pixels -> pixels);
    }
}
