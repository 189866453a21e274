package org.imageop.imagej.pixels;

import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.function.Supplier;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** The array of a processor: all pixels, row by row without gaps. It is used as long as ImageJ uses it. */
public final class PixelArray {
    private final ImageProcessor processor;
    private final Object elements;
    private final Supplier<@Nullable Object> current;

    private PixelArray(ImageProcessor processor, @Nullable Object elements, Supplier<@Nullable Object> current) {
        this.processor = processor;
        this.elements = checked(processor, elements);
        this.current = current;
    }

    /** The array that a processor has now. */
    public static PixelArray of(ImageProcessor processor) {
        return new PixelArray(processor, processor.getPixels(), processor::getPixels);
    }

    /**
     * The array that a slice has now.
     *
     * @param processor made by the stack for this slice
     * @param n counts from 1
     */
    public static PixelArray of(ImageProcessor processor, ImageStack stack, int n) {
        return new PixelArray(processor, processor.getPixels(), () -> n <= stack.getSize() ? stack.getPixels(n) : null);
    }

    private static Object checked(ImageProcessor processor, @Nullable Object elements) {
        boolean known = elements instanceof byte[]
                || elements instanceof short[]
                || elements instanceof float[]
                || elements instanceof int[] && processor instanceof ColorProcessor;
        String name = processor.getClass().getSimpleName();
        if (elements != null && !known) {
            throw new UnsupportedImageException("The pixels of this " + name + " are a "
                    + elements.getClass().getSimpleName() + ", which is not known as samples; known are bytes, shorts,"
                    + " floats and the ints of a ColorProcessor or IntProcessor. Convert it, for example with"
                    + " processor.convertToFloat() [errors.md#no-such-pixel-type]");
        }
        int width = processor.getWidth();
        int height = processor.getHeight();
        int length = elements == null ? 0 : Array.getLength(elements);
        if (elements == null || length == 0 || length != (long) width * height) {
            throw new UnsupportedImageException("This " + name + " of " + width + "×" + height
                    + " pixels has an array of "
                    + length + ", and an image has all of its pixels and at least one; look whether it was flushed or"
                    + " given another array [errors.md#no-pixels]");
        }
        return elements;
    }

    /** Whose array it is. */
    public ImageProcessor processor() {
        return processor;
    }

    /** The bytes, shorts, floats or ints. */
    public Object elements() {
        return elements;
    }

    int width() {
        return processor.getWidth();
    }

    int height() {
        return processor.getHeight();
    }

    /** Whether ImageJ still uses the array: another one in its place would not show what is written here. */
    boolean inUse() {
        if (current.get() != elements) {
            throw new IllegalStateException("ImageJ uses another array of pixels than when this "
                    + processor.getClass().getSimpleName()
                    + " was wrapped, after setPixels or after the stack was changed, and would not show what is written"
                    + " here; wrap it again [errors.md#pixels-exchanged]");
        }
        return true;
    }

    /** Whether elements are 32-bit numbers, which are not colours although their class extends that of colours. */
    public boolean isInts() {
        return processor instanceof IntProcessor;
    }

    /** Whether elements are colours. */
    public boolean isColors() {
        return elements instanceof int[] && !isInts();
    }

    /**
     * Whether elements are signed numbers of 16 bits, to which 32768 was added: ImageJ has no signed shorts, and keeps the
     * difference in a table of calibrated values.
     */
    public boolean isSigned() {
        float[] values = processor.getCalibrationTable();
        return elements instanceof short[]
                && values != null
                && values.length == 1 << Short.SIZE
                && values[0] == Short.MIN_VALUE
                && values[values.length - 1] == Short.MAX_VALUE;
    }

    /** Elements that are samples as they are: bytes, shorts and colours. */
    public PixelLayout samples() {
        PixelLayout layout;
        if (elements instanceof byte[] bytes) {
            layout = PixelLayout.of(Mode.L, width(), height(), ByteBuffer.wrap(bytes));
        } else if (elements instanceof short[] shorts) {
            layout = PixelLayout.of(Mode.L16, width(), height(), ShortBuffer.wrap(shorts));
        } else {
            // ImageJ neither reads nor keeps the highest byte
            layout = PixelLayout.argb(IntBuffer.wrap((int[]) elements), width(), height(), AlphaType.OPAQUE);
        }
        return layout.ownedBy(this::inUse);
    }

    /** Elements that are numbers, unsigned unless they are ints or floats. */
    public PixelLayout numbers(Plane.Range range) {
        int width = width();
        int height = height();
        PixelLayout layout;
        if (elements instanceof byte[] bytes) {
            layout = PixelLayout.rangedUnsigned(Mode.L, width, height, "L", range, ByteBuffer.wrap(bytes), 0, width);
        } else if (elements instanceof short[] shorts) {
            layout =
                    PixelLayout.rangedUnsigned(Mode.L16, width, height, "L", range, ShortBuffer.wrap(shorts), 0, width);
        } else if (elements instanceof float[] floats) {
            layout = PixelLayout.ranged(Mode.L16, width, height, "L", range, FloatBuffer.wrap(floats), 0, width);
        } else {
            layout =
                    PixelLayout.ranged(Mode.L32, width, height, "L", range, IntBuffer.wrap((int[]) elements), 0, width);
        }
        return layout.ownedBy(this::inUse);
    }
}
