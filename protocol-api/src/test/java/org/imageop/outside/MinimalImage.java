package org.imageop.outside;

import java.util.HashMap;
import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Slice;

/** The least that an image has to be; it lives in another package, so it sees the public API alone. */
public record MinimalImage(Mode mode, ImageSize size, byte[] bytes, Map<String, Object> info) implements ImageMixin {
    public MinimalImage(Mode mode, int width, int height, byte[] bytes) {
        this(mode, new ImageSize(width, height), bytes, new HashMap<>());
    }

    /** The same samples as another image has now. */
    public static MinimalImage copyOf(ImageLike image) {
        return new MinimalImage(
                image.mode(), image.width(), image.height(), image.buffer().get(Slice.ALL));
    }

    @Override
    public ImageBuffer buffer() {
        return new Bytes(bytes);
    }

    private record Bytes(byte[] bytes) implements ImageBuffer {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public int get(long index) {
            return bytes[(int) index] & 0xff;
        }

        @Override
        public void set(long index, int value) {
            bytes[(int) index] = (byte) value;
        }
    }
}
