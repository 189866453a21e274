package org.imageop.tck;

import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;

/** An image as a class that no adapter knows: bytes without a layout. */
record ForeignImage(Mode mode, ImageSize size, ImageBuffer buffer, Map<String, Object> info) implements ImageMixin {

    static ImageLike of(ImageLike image, boolean readOnly) {
        return new ForeignImage(image.mode(), image.size(), new Bytes(image.buffer(), readOnly), Map.of());
    }

    private record Bytes(ImageBuffer bytes, boolean readOnly) implements ImageBuffer {
        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public int get(long index) {
            return bytes.get(index);
        }

        @Override
        public void set(long index, int value) {
            if (readOnly) {
                throw new ReadOnlyImageException("The kit lends this image for reading only; copy it with"
                        + " StandardImage.from to change it [errors.md#read-only]");
            }
            bytes.set(index, value);
        }
    }
}
