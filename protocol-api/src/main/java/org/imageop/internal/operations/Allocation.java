package org.imageop.internal.operations;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
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
        checkHeld(mode, width, height, bytes, perPlane);
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
        checkHeld(mode, width, height, mode.length(width, height), (long) width * height);
        for (int i = 0; i < rows.length; i++) {
            ImageSize plane = mode.planeSize(i, width, height);
            rows[i] = like(image.rows()[i], mode.planar() ? mode.componentMode() : mode, plane);
        }
        return new ImageRows(mode, width, height, rows);
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
        checkHeld(Mode.RGBA, width, height, pixels * 4, pixels);
        IntBuffer memory = IntBuffer.allocate((int) pixels);
        return PixelLayout.argb(memory, width, height, AlphaType.PREMULTIPLIED);
    }

    private static Buffer array(Mode mode, int samples) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> ByteBuffer.allocate(samples);
            case 16 -> ShortBuffer.allocate(samples);
            default -> IntBuffer.allocate(samples);
        };
    }

    private static void checkHeld(Mode mode, int width, int height, long bytes, long perPlane) {
        long heap = Runtime.getRuntime().maxMemory();
        String why = perPlane > LONGEST_ARRAY
                ? "a component of more than " + LONGEST_ARRAY + " samples fits no Java array"
                : bytes > heap ? "this JVM's heap is limited to " + heap + " bytes (see -Xmx)" : null;
        if (why != null) {
            throw new IllegalArgumentException(
                    "A " + width + "×" + height + " " + mode + " image of " + bytes + " bytes cannot be held: " + why
                            + "; crop or resize, or wrap an image that is larger than memory"
                            + " [errors.md#image-too-large]");
        }
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
