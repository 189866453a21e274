package org.imageop;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The least that an image can be: a buffer of single bytes, without a layout and without bulk methods. All
 * generic code has to work on it, in the caller's thread.
 */
public final class ByteWiseImage implements ImageMixin {
    private final Mode mode;
    private final ImageSize size;
    private final byte[] bytes;
    private final Map<String, Object> info = new LinkedHashMap<>();

    private final ImageBuffer buffer = new ImageBuffer() {
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
    };

    /** An image on these bytes. */
    public ByteWiseImage(Mode mode, int width, int height, byte[] bytes) {
        this.mode = mode;
        this.size = new ImageSize(width, height);
        this.bytes = bytes;
    }

    /** The same samples as another image has now. */
    public static ByteWiseImage copyOf(ImageLike image) {
        return new ByteWiseImage(
                image.mode(), image.width(), image.height(), image.buffer().get(Slice.ALL));
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public ImageSize size() {
        return size;
    }

    @Override
    public ImageBuffer buffer() {
        return buffer;
    }

    @Override
    public Map<String, Object> info() {
        return info;
    }
}
