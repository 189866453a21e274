package org.imageop.internal.operations;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.ImageCore;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.internal.buffer.BufferOverRows;
import org.imageop.internal.rows.ImageRows;
import org.imageop.internal.rows.NumberRows;
import org.imageop.internal.rows.PlaneRows;
import org.imageop.internal.rows.Runs;

/** New memory for images. */
public final class Allocation {
    /** The longest array that JVMs are known to allow. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Allocation() {}

    /**
     * Memory in the PEP's order, filled with zeros. What exceeds one array gets an array for each component,
     * which changes nothing but the largest size possible.
     */
    public static PixelLayout layout(Mode mode, int width, int height) {
        long bytes = mode.length(width, height);
        long samples = bytes / (mode.bitsPerComponent() / 8);
        long perPlane = (long) width * height;
        checkPlane(mode, width, height, bytes, perPlane);
        return held(mode, width, height, bytes, () -> arrays(mode, width, height, samples));
    }

    private static PixelLayout arrays(Mode mode, int width, int height, long samples) {
        if (samples <= LONGEST_ARRAY) {
            return PixelLayout.of(mode, width, height, array(mode, (int) samples));
        }
        Plane[] planes = new Plane[mode.components()];
        for (int c = 0; c < planes.length; c++) {
            ImageSize plane = mode.planeSize(c, width, height);
            planes[c] = Plane.of(array(mode, plane.width() * plane.height()), 0, 1, plane.width());
        }
        return PixelLayout.of(mode, width, height, mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, planes);
    }

    /** Memory for a copy of an image: for samples as {@link #layout}, for numbers of a range of their kind. */
    public static ImageRows like(ImageRows image) {
        Mode mode = image.mode();
        int width = image.width();
        int height = image.height();
        SampleRows[] rows = new SampleRows[image.rows().length];
        boolean numbers = false;
        for (int i = 0; i < rows.length; i++) {
            numbers |= !image.rows()[i].ranges().isEmpty();
        }
        if (!numbers) {
            return new BufferOverRows(layout(mode, width, height)).all();
        }
        long bytes = mode.length(width, height);
        checkPlane(mode, width, height, bytes, (long) width * height);
        return held(mode, width, height, bytes, () -> {
            for (int i = 0; i < rows.length; i++) {
                ImageSize plane = mode.planeSize(i, width, height);
                rows[i] = like(image.rows()[i], mode.planar() ? mode.componentMode() : mode, plane);
            }
            return new ImageRows(mode, width, height, rows);
        });
    }

    private static SampleRows like(SampleRows rows, Mode mode, ImageSize size) {
        if (rows instanceof PlaneRows memory) {
            return memory.allocate(size.width(), size.height());
        }
        return rows.ranges().isEmpty()
                ? layout(mode, size.width(), size.height()).rows()
                : NumberRows.allocate(rows.ranges(), mode.maxValue(), size);
    }

    /** Premultiplied ARGB, one int a pixel. */
    public static PixelLayout canvas(int width, int height) {
        long pixels = Mode.RGBA.length(width, height) / 4;
        checkPlane(Mode.RGBA, width, height, pixels * 4, pixels);
        IntBuffer memory = held(Mode.RGBA, width, height, pixels * 4, () -> IntBuffer.allocate((int) pixels));
        return PixelLayout.argb(memory, width, height, AlphaType.PREMULTIPLIED);
    }

    private static Buffer array(Mode mode, int samples) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> ByteBuffer.allocate(samples);
            case 16 -> ShortBuffer.allocate(samples);
            default -> IntBuffer.allocate(samples);
        };
    }

    /**
     * Memory that is refused by an exception if the heap cannot hold it: because it is too small, or too full.
     *
     * @param mode the mode of the pixels to hold
     * @param width their width
     * @param height their height
     * @param bytes how many bytes the memory has
     * @param allocation allocates it
     * @return what {@code allocation} returns
     */
    public static <M> M held(Mode mode, int width, int height, long bytes, Supplier<M> allocation) {
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes <= heap) {
            try {
                return allocation.get();
            } catch (OutOfMemoryError e) {
                throw tooLarge(
                        mode, width, height, bytes, "too few of the " + heap + " bytes of this JVM's heap are free");
            }
        }
        throw tooLarge(mode, width, height, bytes, "this JVM's heap is limited to " + heap + " bytes (see -Xmx)");
    }

    private static void checkPlane(Mode mode, int width, int height, long bytes, long perPlane) {
        if (perPlane > LONGEST_ARRAY) {
            String why = "a component of more than " + LONGEST_ARRAY + " samples fits no Java array";
            throw tooLarge(mode, width, height, bytes, why);
        }
    }

    private static IllegalArgumentException tooLarge(Mode mode, int width, int height, long bytes, String why) {
        return new IllegalArgumentException(
                "A " + width + "×" + height + " " + mode + " image of " + bytes + " bytes cannot be held: " + why
                        + "; crop or resize, or wrap an image that is larger than memory"
                        + " [errors.md#image-too-large]");
    }

    /** Gives every pixel, in planar modes every sample of each plane, the same value. */
    public static void fill(ImageCore image, int... color) {
        Mode mode = image.mode();
        SampleRows[] rows = ImageAccess.all(image).rows();
        int components = Runs.components(mode);
        int[][] runs = new int[rows.length][];
        for (int plane = 0; plane < runs.length; plane++) {
            runs[plane] = Runs.array(mode, image.size());
            for (int k = 0; k < runs[plane].length; k++) {
                runs[plane][k] = color[plane + k % components];
            }
        }
        Runs.all(mode, image.size(), (plane, x, y, count) -> {
            rows[plane].write(x, y, count, runs[plane], 0);
            return true;
        });
    }
}
