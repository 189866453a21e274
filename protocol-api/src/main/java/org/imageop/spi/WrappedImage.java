package org.imageop.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;

/**
 * A foreign image that speaks the protocol: what an adapter's {@link ImageAdapter#wrap} returns.
 *
 * <p>It keeps the foreign object, and handing the image on as that object's class gives the same object back.
 */
public final class WrappedImage implements ImageMixin {
    private final Object source;
    private final Mode mode;
    private final ImageSize size;
    private final ImageBuffer buffer;
    private final Map<String, Object> info = new LinkedHashMap<>();

    private WrappedImage(Object source, Mode mode, ImageSize size, ImageBuffer buffer) {
        this.source = Objects.requireNonNull(source, "source");
        this.mode = mode;
        this.size = size;
        this.buffer = buffer;
    }

    /**
     * A foreign image whose samples lie in memory.
     *
     * @param source the foreign object
     * @param layout where its samples lie
     * @return the image
     */
    public static WrappedImage of(Object source, PixelLayout layout) {
        return new WrappedImage(source, layout.mode(), layout.size(), ImageBuffer.of(layout));
    }

    /**
     * A foreign image whose samples are computed on each access. The foreign object is the {@linkplain
     * SampleRows#base() base} of rows that do not name another one.
     *
     * @param source the foreign object
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param rows reads and writes the samples: one for the image, or, in a planar mode, one for each plane
     * @return the image
     */
    public static WrappedImage of(Object source, Mode mode, int width, int height, SampleRows... rows) {
        SampleRows[] based = new SampleRows[rows.length];
        for (int i = 0; i < rows.length; i++) {
            based[i] = namesBase(rows[i]) ? rows[i] : new BasedRows(rows[i], source);
        }
        return new WrappedImage(
                source, mode, new ImageSize(width, height), ImageBuffer.computed(mode, width, height, based));
    }

    private static boolean namesBase(SampleRows rows) {
        if (rows.base() != rows) {
            return true;
        }
        List<?> bases = rows.bases();
        return bases.size() != 1 || bases.get(0) != rows;
    }

    /**
     * The foreign object.
     *
     * @return the object that was wrapped, itself
     */
    public Object source() {
        return source;
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

    @Override
    public String toString() {
        return size.width() + "×" + size.height() + " " + mode + " image on a "
                + source.getClass().getName();
    }
}
