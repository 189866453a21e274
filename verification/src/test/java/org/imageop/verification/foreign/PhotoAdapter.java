package org.imageop.verification.foreign;

import java.nio.ByteBuffer;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** A whole adapter of a grey foreign class, every part of which can be broken on its own. */
public class PhotoAdapter implements ImageAdapter<PhotoAdapter.Photo> {
    /** A foreign class: grey bytes, row after row, perhaps read-only, and a few columns at most. */
    public record Photo(ByteBuffer grey, int width, int height) {
        public static final int WIDEST = 100;

        public static Photo of(int width, int height, int... grey) {
            ByteBuffer bytes = ByteBuffer.allocate(width * height);
            for (int i = 0; i < grey.length; i++) {
                bytes.put(i, (byte) grey[i]);
            }
            return new Photo(bytes, width, height);
        }

        public int at(int x, int y) {
            return grey.get(y * width + x) & 0xff;
        }

        public void put(int x, int y, int value) {
            if (grey.isReadOnly()) {
                throw new UnsupportedOperationException("The photo is fixed");
            }
            grey.put(y * width + x, (byte) value);
        }
    }

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
        return StandardImage.wrapping(photo, layout(photo));
    }

    public static PixelLayout layout(Photo photo) {
        return PixelLayout.of(Mode.L, photo.width(), photo.height(), photo.grey());
    }

    @Override
    public Sharing<Photo> share(ImageLike image) {
        check(image);
        PixelLayout layout = image.buffer().layout().orElse(null);
        boolean grey = layout != null
                && layout.mode() == Mode.L
                && layout.canonical()
                && layout.planes().get(0).offset() == 0;
        return grey ? Sharing.of(shared(image)) : Sharing.impossible("a photo is grey bytes, row after row");
    }

    @Override
    public Photo copy(ImageLike image) {
        check(image);
        return copied(image);
    }

    private static void check(ImageLike image) {
        if (image.width() > Photo.WIDEST) {
            throw new UnsupportedImageException("A photo has at most " + Photo.WIDEST + " columns; resize the image");
        }
    }

    public static Photo shared(ImageLike image) {
        ByteBuffer memory = (ByteBuffer)
                image.buffer().layout().orElseThrow().memory().orElseThrow().clear();
        return new Photo(memory, image.width(), image.height());
    }

    public static Photo copied(ImageLike image) {
        StandardImage grey = StandardImage.from(image, Mode.L);
        return new Photo(ByteBuffer.wrap(grey.buffer().get(Slice.ALL)), image.width(), image.height());
    }
}
