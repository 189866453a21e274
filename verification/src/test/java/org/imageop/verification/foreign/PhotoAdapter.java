package org.imageop.verification.foreign;

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
        return WrappedImage.of(photo, layout(photo));
    }

    public static PixelLayout layout(Photo photo) {
        return PixelLayout.of(Mode.L, photo.width(), photo.height(), photo.grey());
    }

    @Override
    public Transfer<Photo> export(ImageLike image, Copy copy) {
        if (image.width() > Photo.WIDEST) {
            throw new UnsupportedImageException("A photo has at most " + Photo.WIDEST + " columns; resize the image");
        }
        boolean possible = image.buffer()
                .layout()
                .filter(layout -> layout.mode() == Mode.L
                        && layout.canonical()
                        && layout.planes().get(0).offset() == 0)
                .isPresent();
        if (possible && copy != Copy.ALWAYS) {
            return Transfer.shared(shared(image), !image.buffer().readOnly());
        }
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("A photo is grey bytes, the image is not; allow a copy");
        }
        return Transfer.copied(
                copied(image),
                copy == Copy.ALWAYS ? "a copy was asked for" : "a photo is grey bytes",
                image.mode() == Mode.L ? List.of() : List.of("all but 8 bits of grey"));
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
