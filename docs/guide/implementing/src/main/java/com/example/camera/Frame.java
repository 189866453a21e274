package com.example.camera;

import java.nio.ShortBuffer;
import java.util.HashMap;
import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;

/** What a camera delivers: 16 bits of grey, each row padded to a multiple of 16 samples. */
public final class Frame implements ImageMixin {
    private final PixelLayout layout;
    private final ImageBuffer buffer;
    private final Map<String, Object> info = new HashMap<>();

    public Frame(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A frame has pixels, not " + width + "×" + height);
        }
        int stride = (width + 15) / 16 * 16;
        ShortBuffer samples = ShortBuffer.allocate(stride * height);
        layout = PixelLayout.interleaved(Mode.L16, width, height, "L", samples, 0, stride);
        buffer = ImageBuffer.of(layout);
    }

    @Override
    public Mode mode() {
        return layout.mode();
    }

    @Override
    public ImageSize size() {
        return layout.size();
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
