package org.imageop.foreign;

import java.nio.ByteBuffer;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** A good adapter. */
public class PhotoAdapter implements ImageAdapter<Photo> {
    @Override
    public Class<Photo> type() {
        return Photo.class;
    }

    @Override
    public ImageLike wrap(Photo image) {
        int height = image.grey().length / image.width();
        StandardImage wrapped = StandardImage.wrapping(
                image, PixelLayout.of(Mode.L, image.width(), height, ByteBuffer.wrap(image.grey())));
        wrapped.info().put("adapter", "PhotoAdapter");
        return wrapped;
    }

    @Override
    public Sharing<Photo> share(ImageLike image) {
        checkGrey(image);
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout != null && layout.canonical() && layout.plane(0).memory() instanceof ByteBuffer memory) {
            if (memory.hasArray() && memory.array().length == image.buffer().length()) {
                return Sharing.of(new Photo(image.width(), memory.array()));
            }
        }
        return Sharing.impossible("a Photo needs one array of its own");
    }

    @Override
    public Photo copy(ImageLike image) {
        checkGrey(image);
        return new Photo(image.width(), StandardImage.from(image).buffer().get(Slice.ALL));
    }

    private static void checkGrey(ImageLike image) {
        if (image.mode() != Mode.L) {
            throw new UnsupportedImageException("A Photo is grey, not " + image.mode() + "; convert to L first");
        }
    }
}
