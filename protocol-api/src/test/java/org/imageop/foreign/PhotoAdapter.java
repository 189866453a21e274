package org.imageop.foreign;

import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;

/** A good adapter. */
public class PhotoAdapter implements ImageAdapter<Photo> {
    @Override
    public Class<Photo> type() {
        return Photo.class;
    }

    @Override
    public ImageLike wrap(Photo image) {
        int height = image.grey().length / image.width();
        WrappedImage wrapped = WrappedImage.of(
                image, PixelLayout.of(Mode.L, image.width(), height, java.nio.ByteBuffer.wrap(image.grey())));
        wrapped.info().put("adapter", "PhotoAdapter");
        return wrapped;
    }

    @Override
    public Transfer<Photo> export(ImageLike image, Copy copy) {
        if (image.mode() != Mode.L) {
            throw new UnsupportedImageException("A Photo is grey, not " + image.mode() + "; convert to L first");
        }
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (copy != Copy.ALWAYS && layout != null && layout.canonical()) {
            java.nio.ByteBuffer memory =
                    (java.nio.ByteBuffer) layout.planes().get(0).memory();
            if (memory.hasArray() && memory.array().length == image.buffer().length()) {
                return Transfer.shared(new Photo(image.width(), memory.array()), true);
            }
        }
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("A Photo needs one array of its own; allow a copy");
        }
        byte[] bytes = StandardImage.from(image).buffer().get(org.imageop.Slice.ALL);
        return Transfer.copied(
                new Photo(image.width(), bytes), "a Photo needs one array of its own", java.util.List.of());
    }
}
