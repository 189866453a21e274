package org.imageop;

import java.util.Map;

/** An image of any size without memory: its samples are computed, or, when written, looked at and forgotten. */
public record ComputedImage(Mode mode, ImageSize size, ImageBuffer buffer, Map<String, Object> info)
        implements ImageMixin {

    /** An image of these rows. */
    public static ComputedImage of(Mode mode, int width, int height, SampleRows... rows) {
        return new ComputedImage(
                mode, new ImageSize(width, height), ImageBuffer.computed(mode, width, height, rows), Map.of());
    }
}
