package org.imageop.javafx;

import javafx.scene.image.PixelBuffer;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** The memory of JavaFX images, for {@link org.imageop.Images}; {@link FxImages} says what is shared. */
public final class PixelBufferAdapter implements ImageAdapter<PixelBuffer<?>> {
    /** Made by the service loader. */
    public PixelBufferAdapter() {}

    @Override
    @SuppressWarnings("unchecked") // a class object knows no type parameters
    public Class<PixelBuffer<?>> type() {
        return (Class<PixelBuffer<?>>) (Class<?>) PixelBuffer.class;
    }

    @Override
    public ImageLike wrap(PixelBuffer<?> buffer) {
        return FxImages.wrap(buffer);
    }

    @Override
    public Sharing<PixelBuffer<?>> share(ImageLike image) {
        return Export.share(image, pixels -> pixels);
    }

    @Override
    public PixelBuffer<?> copy(ImageLike image) {
        return Export.copy(image);
    }
}
