package org.imageop.javafx.adapters;

import javafx.scene.image.PixelBuffer;
import org.imageop.ImageLike;
import org.imageop.javafx.buffers.SharedBuffers;

/** {@link PixelBuffer}. */
public final class PixelBufferAdapter extends PixelBufferTypeAdapter<PixelBuffer<?>> {
    /** For the service loader. */
    @SuppressWarnings("unchecked") // a class object knows no type parameters
    public PixelBufferAdapter() {
        super((Class<PixelBuffer<?>>) (Class<?>) PixelBuffer.class, buffer -> buffer);
    }

    @Override
    public ImageLike wrap(PixelBuffer<?> buffer) {
        return SharedBuffers.wrap(buffer, buffer);
    }
}
