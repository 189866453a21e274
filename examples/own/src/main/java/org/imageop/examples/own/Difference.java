package org.imageop.examples.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;

/**
 * What differs between two images, sample by sample, always up to date.
 *
 * <p>It has no memory. Its rows are computed when they are read, so the class takes part by {@link SampleRows}. It is read-only.
 * Where no class of its own is needed, {@link org.imageop.StandardImage#computed} makes such an image of rows alone.
 */
public final class Difference implements ImageMixin {
    private final ImageLike one;
    private final ImageBuffer buffer;
    private final Map<String, Object> info = new HashMap<>();

    /**
     * The difference of two images, which are not copied.
     *
     * @param one an image that is not planar
     * @param other another of the same mode and size
     * @throws IllegalArgumentException if modes or sizes differ
     * @throws UnsupportedOperationException if the mode is planar
     */
    public Difference(ImageLike one, ImageLike other) {
        if (one.mode() != other.mode() || !one.size().equals(other.size())) {
            throw new IllegalArgumentException("Images are compared in the same mode and size, but one is " + one.mode()
                    + " of " + one.size() + ", the other " + other.mode() + " of " + other.size());
        }
        this.one = one;
        this.buffer = ImageBuffer.computed(
                one.mode(), one.width(), one.height(), rows(Images.rows(one), Images.rows(other), one.components()));
    }

    private static SampleRows rows(SampleRows one, SampleRows other, int components) {
        return new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                int[] others = new int[count * components];
                one.read(x, y, count, samples, offset);
                other.read(x, y, count, others, 0);
                for (int i = 0; i < others.length; i++) {
                    int a = samples[offset + i];
                    int b = others[i];
                    // unsigned, as samples of 32 bits are
                    samples[offset + i] = Integer.compareUnsigned(a, b) < 0 ? b - a : a - b;
                }
            }

            @Override
            public List<?> foundations() {
                return List.of(one, other);
            }
        };
    }

    @Override
    public Mode mode() {
        return one.mode();
    }

    @Override
    public ImageSize size() {
        return one.size();
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
