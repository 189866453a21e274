package org.imageop.tck;

import java.nio.ByteBuffer;
import java.util.List;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;

/** A whole adapter of a grey foreign class, every part of which can be broken on its own. */
public class PhotoAdapter implements ImageAdapter<PhotoAdapter.Photo> {
    /** A foreign class. */
    public record Photo(ByteBuffer grey, int width, int height) {}

    /** For the service loader. */
    public PhotoAdapter() {}

    @Override
    public Class<Photo> type() {
        return Photo.class;
    }

    @Override
    public ImageLike wrap(Photo photo) {
        if (photo.width() == 0) {
            throw new UnsupportedImageException("The photo is empty; take one with pixels");
        }
        return WrappedImage.of(photo, layout(photo));
    }

    static PixelLayout layout(Photo photo) {
        return PixelLayout.of(Mode.L, photo.width(), photo.height(), photo.grey());
    }

    @Override
    public Transfer<Photo> export(ImageLike image, Copy copy) {
        boolean possible = image.mode() == Mode.L;
        if (possible && copy != Copy.ALWAYS) {
            return Transfer.shared(shared(image), true);
        }
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("A photo is grey, the image " + image.mode() + "; allow a copy");
        }
        return Transfer.copied(
                copied(image),
                possible ? "a copy was asked for" : "a photo is grey",
                possible ? List.of() : List.of("colour"));
    }

    static Photo shared(ImageLike image) {
        ByteBuffer memory = (ByteBuffer)
                image.buffer().layout().orElseThrow().memory().orElseThrow().clear();
        return new Photo(memory, image.width(), image.height());
    }

    static Photo copied(ImageLike image) {
        StandardImage grey = StandardImage.from(image, Mode.L);
        return new Photo(ByteBuffer.wrap(grey.buffer().get(Slice.ALL)), image.width(), image.height());
    }
}
