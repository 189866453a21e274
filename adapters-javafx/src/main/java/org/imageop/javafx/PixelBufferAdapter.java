package org.imageop.javafx;

import javafx.scene.image.PixelBuffer;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;

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
    public Transfer<PixelBuffer<?>> export(ImageLike image, Copy copy) {
        return Export.toPixelBuffer(image, copy);
    }
}
