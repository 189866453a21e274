package org.imageop.verification.contracts;

import java.util.HashMap;
import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;

/** The least that an image has to be. */
final class MinimalImage implements ImageMixin {
    private final Mode mode;
    private final ImageSize size;
    private final ImageBuffer buffer;
    private final Map<String, Object> info = new HashMap<>();

    MinimalImage(Mode mode, int width, int height, ImageBuffer buffer) {
        this.mode = mode;
        this.size = new ImageSize(width, height);
        this.buffer = buffer;
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
