package org.imageop.internal.operations;

import org.imageop.ImageBuffer;
import org.imageop.ImageCore;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.internal.buffer.BufferOverRows;
import org.imageop.internal.buffer.RowsOverBuffer;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.rows.ImageRows;
import org.jspecify.annotations.Nullable;

/**
 * The way to the samples of any image. All use of an image begins here, so this is where implementations that contradict
 * themselves are found out.
 */
public final class ImageAccess {
    private ImageAccess() {}

    /** The samples of an image as conversion and resampling see them. */
    public static ImageRows all(ImageCore image) {
        Mode mode = image.mode();
        SampleRows[] rows = new SampleRows[mode.planar() ? mode.components() : 1];
        for (int plane = 0; plane < rows.length; plane++) {
            rows[plane] = rows(image, plane);
        }
        return new ImageRows(mode, image.size().width(), image.size().height(), rows);
    }

    /** The rows of one plane of a planar image, or, with plane 0, of the whole of another one. */
    public static SampleRows rows(ImageCore image, int plane) {
        return rows(image, plane, layout(image));
    }

    /** As {@link #rows(ImageCore, int)}, with the image's {@link #layout}. */
    public static SampleRows rows(ImageCore image, int plane, @Nullable PixelLayout layout) {
        ImageBuffer buffer = image.buffer();
        if (buffer instanceof BufferOverRows known) {
            return known.rows(plane);
        }
        Mode mode = image.mode();
        if (layout != null) {
            return mode.planar()
                    ? layout.component(mode.componentNames().get(plane)).rows()
                    : layout.rows();
        }
        return new RowsOverBuffer(buffer, mode, image.size(), plane);
    }

    /** Where an image lies in memory, or null if its samples are computed. */
    public static @Nullable PixelLayout layout(ImageCore image) {
        ImageBuffer buffer = image.buffer();
        Mode mode = image.mode();
        ImageSize size = image.size();
        if (buffer instanceof BufferOverRows known) {
            if (known.mode() != mode || !known.size().equals(size)) {
                throw contradiction(image, "its buffer describes a " + Checks.describe(known.mode(), known.size()));
            }
            return known.layout().orElse(null);
        }
        if (buffer.length() != mode.length(size)) {
            throw contradiction(
                    image, "that has " + mode.length(size) + " bytes and its buffer has " + buffer.length());
        }
        PixelLayout layout = buffer.layout().orElse(null);
        if (layout != null && (layout.mode() != mode || !layout.size().equals(size))) {
            throw contradiction(image, "its buffer describes a " + layout);
        }
        return layout;
    }

    /**
     * Replaces a pixel of an image in memory, so small that a loop over pixels is compiled as one piece.
     *
     * @return false, and nothing is changed, if anything has to be refused or done otherwise
     */
    public static boolean set(ImageCore image, int x, int y, int[] values) {
        return image.buffer() instanceof BufferOverRows known
                && known.mode() == image.mode()
                && known.size().equals(image.size())
                && known.set(x, y, values);
    }

    private static IllegalStateException contradiction(ImageCore image, String found) {
        return new IllegalStateException(image.getClass().getName() + " returns mode and size of a " + describe(image)
                + ", but " + found + "; that is a bug of the class [errors.md#contradiction]");
    }

    /** An image in words. */
    public static String describe(ImageCore image) {
        return Checks.describe(image.mode(), image.size());
    }

    /** Refuses an image that cannot be written. */
    public static void checkWritable(ImageCore image) {
        if (image.buffer().readOnly()) {
            throw new ReadOnlyImageException("This " + describe(image)
                    + " is read-only; copy it with StandardImage.from to change it [errors.md#read-only]");
        }
    }
}
