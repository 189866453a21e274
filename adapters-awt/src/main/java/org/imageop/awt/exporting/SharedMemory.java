package org.imageop.awt.exporting;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.awt.exporting.SharedRaster.Obstacle;

/**
 * A layout in arrays whose strides AWT has too.
 *
 * <p>The offset of a {@link DataBuffer} is always 0 here, because the data elements of AWT's own rasters and with
 * them all drawing ignore it. An image that begins elsewhere has band offsets or is the child of a raster.
 */
final class SharedMemory {
    final int width;
    final int height;
    final int pixelStride;
    final int lineStride;
    final boolean premultiplied;
    /** For each component the array that it lies in, and the index of its first sample there. */
    final Object[] arrays;

    final int[] starts;

    /** For each component how many bits a sample has. */
    final int[] bits;

    private final Mode mode;

    /**
     * Checks a layout.
     *
     * @param pixelLength the elements of a pixel, which are its stride if there is one column
     * @throws Obstacle if AWT has no words for it
     */
    SharedMemory(PixelLayout layout, int pixelLength) throws Obstacle {
        mode = layout.mode();
        List<Plane> planes = layout.planes();
        width = layout.size().width();
        height = layout.size().height();
        premultiplied = layout.alpha() == AlphaType.PREMULTIPLIED;
        if (mode.planar()) {
            throw new Obstacle("AWT has no planar luma and chroma");
        }
        arrays = new Object[planes.size()];
        starts = new int[arrays.length];
        bits = new int[arrays.length];
        for (int c = 0; c < arrays.length; c++) {
            Plane plane = planes.get(c);
            Buffer memory = plane.memory();
            check(plane, memory);
            arrays[c] = memory.array();
            bits[c] = plane.bits();
            starts[c] = Math.toIntExact(plane.offset() + memory.arrayOffset());
        }
        if (layout.readOnly()) {
            throw new Obstacle("several of its samples are the same bits, so it is read-only, and a BufferedImage can"
                    + " always be written");
        }
        // the stride of an axis with one sample does not matter
        Plane first = planes.get(0);
        long across = width > 1 ? first.pixelStride() : pixelLength;
        long down = height > 1 ? first.lineStride() : across * width;
        for (Plane plane : planes) {
            if ((width > 1 && plane.pixelStride() != across) || (height > 1 && plane.lineStride() != down)) {
                throw new Obstacle("its components have different strides, and AWT's bands have the same");
            }
        }
        if (across < 1 || down < 1) {
            throw new Obstacle("AWT cannot describe rows or columns that run backwards (the strides are " + across
                    + " and " + down + ")");
        }
        if (across > Integer.MAX_VALUE || down > Integer.MAX_VALUE) {
            throw new Obstacle("AWT's strides have 31 bits");
        }
        pixelStride = (int) across;
        lineStride = (int) down;
    }

    private static void check(Plane plane, Buffer memory) throws Obstacle {
        if (plane.range() != null) {
            throw new Obstacle("AWT has no value range for "
                    + (memory instanceof FloatBuffer ? "floating-point" : plane.signed() ? "signed" : "unsigned")
                    + " samples");
        }
        if (memory.isReadOnly()) {
            throw new Obstacle("its memory is read-only, and a BufferedImage can always be written");
        }
        if (!memory.hasArray()) {
            throw new Obstacle(
                    memory.isDirect()
                            ? "its memory is outside of the Java heap, and AWT needs an array"
                            : "its memory is a view of an array of narrower elements, and AWT needs an array of samples");
        }
    }

    /** The obstacle of samples with so few bits that AWT would take the image for one of another mode. */
    Obstacle unseenDepth(int bits) {
        return new Obstacle("its samples have " + bits + " bits, and AWT would not see that they stand for "
                + mode.bitsPerComponent());
    }

    /** The data type of an array's elements. */
    static int dataType(Object array) {
        return array instanceof byte[]
                ? DataBuffer.TYPE_BYTE
                : array instanceof short[] ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_INT;
    }

    /** The image that begins {@code left} columns and {@code top} rows from the beginning of arrays of one type. */
    BufferedImage image(ColorModel model, SampleModel samples, Object[] banks, int left, int top) {
        WritableRaster raster = Raster.createWritableRaster(samples, data(banks), null);
        WritableRaster pixels =
                left == 0 && top == 0 ? raster : raster.createWritableChild(left, top, width, height, 0, 0, null);
        return new BufferedImage(model, pixels, premultiplied, null);
    }

    private static DataBuffer data(Object... banks) {
        int size = Array.getLength(banks[0]);
        for (Object bank : banks) {
            size = Math.min(size, Array.getLength(bank));
        }
        return switch (dataType(banks[0])) {
            case DataBuffer.TYPE_BYTE -> new DataBufferByte(Arrays.copyOf(banks, banks.length, byte[][].class), size);
            case DataBuffer.TYPE_USHORT ->
                new DataBufferUShort(Arrays.copyOf(banks, banks.length, short[][].class), size);
            default -> new DataBufferInt(Arrays.copyOf(banks, banks.length, int[][].class), size);
        };
    }
}
