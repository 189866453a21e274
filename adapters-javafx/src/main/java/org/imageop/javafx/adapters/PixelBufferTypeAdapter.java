package org.imageop.javafx.adapters;

import java.util.function.Function;
import javafx.scene.image.PixelBuffer;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;
import org.imageop.javafx.buffers.PixelBufferLayout;
import org.imageop.javafx.buffers.SharedBuffers;
import org.imageop.javafx.exporting.PixelBufferCopy;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** A PixelBuffer, or what JavaFX shows of it: on the image's memory where JavaFX can describe it, else a copy. */
abstract class PixelBufferTypeAdapter<T> implements ImageAdapter<T> {
    private final Class<T> type;
    private final Function<PixelBuffer<?>, ? extends T> result;

    /** An adapter that makes its objects of PixelBuffers. */
    PixelBufferTypeAdapter(Class<T> type, Function<PixelBuffer<?>, ? extends T> result) {
        this.type = type;
        this.result = result;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public Sharing<T> share(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null) {
            return Sharing.impossible("its samples are computed, not stored");
        }
        // what is shared already stays shared
        String obstacle = SharedBuffers.knows(layout) ? null : PixelBufferLayout.obstacle(layout);
        return obstacle == null
                ? Sharing.of(result.apply(SharedBuffers.bufferOf(layout)))
                : Sharing.impossible(obstacle);
    }

    /** JavaFX shows all numbers as sRGB. */
    @Override
    public boolean srgbOnly() {
        return true;
    }

    @Override
    public T copy(ImageLike image) {
        return result.apply(PixelBufferCopy.of(image));
    }
}
