package org.imageop.javafx;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import org.imageop.AlphaType;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.jspecify.annotations.Nullable;

/** Memory that JavaFX and the protocol can both describe: a PixelBuffer is a layout, and a few layouts are PixelBuffers. */
final class SharedLayout {
    /**
     * Whether JavaFX may draw an array from its first element, whatever the buffer's offset in it: its pipelines for
     * Direct3D and Metal hand the bare array to native code, those for OpenGL and software do not.
     */
    private static final boolean DRAWS_WHOLE_ARRAYS =
            System.getProperty("os.name").matches("(Windows|Mac).*");

    private SharedLayout() {}

    /** The memory of a PixelBuffer, which counts from the buffer's index 0 on and knows no gaps. */
    static PixelLayout of(PixelBuffer<?> pixels) {
        // JavaFX moves positions and limits while it draws
        Buffer memory = pixels.getBuffer().duplicate().clear();
        int width = pixels.getWidth();
        if (memory instanceof IntBuffer) {
            return ints(memory, width, pixels.getHeight(), AlphaType.PREMULTIPLIED);
        }
        return PixelLayout.of(
                Mode.RGBA,
                width,
                pixels.getHeight(),
                AlphaType.PREMULTIPLIED,
                Plane.of(memory, 2, 4, 4L * width),
                Plane.of(memory, 1, 4, 4L * width),
                Plane.of(memory, 0, 4, 4L * width),
                Plane.of(memory, 3, 4, 4L * width));
    }

    /** ARGB, one int a pixel. */
    static PixelLayout ints(Buffer memory, int width, int height, AlphaType alpha) {
        return PixelLayout.of(
                Mode.RGBA,
                width,
                height,
                alpha,
                Plane.packed(memory, 0, 1, width, 16, 8),
                Plane.packed(memory, 0, 1, width, 8, 8),
                Plane.packed(memory, 0, 1, width, 0, 8),
                Plane.packed(memory, 0, 1, width, 24, 8));
    }

    /** A new PixelBuffer on the memory of a layout that has no {@link #obstacle}. */
    static PixelBuffer<?> pixelBuffer(PixelLayout layout) {
        ImageSize size = layout.size();
        // a slice, because PixelBuffer knows no offset, and JavaFX moves the position
        int length = size.width() * size.height();
        int start = (int) layout.planes().get(2).offset();
        Buffer memory = layout.memory().orElseThrow().clear();
        return memory instanceof IntBuffer ints
                ? new PixelBuffer<>(
                        size.width(), size.height(), ints.slice(start, length), PixelFormat.getIntArgbPreInstance())
                : new PixelBuffer<>(
                        size.width(),
                        size.height(),
                        ((ByteBuffer) memory).slice(start, 4 * length),
                        PixelFormat.getByteBgraPreInstance());
    }

    /** Why an image cannot share its memory with JavaFX, as a clause; null if it can. */
    static @Nullable String obstacle(PixelLayout layout) {
        return obstacle(layout, DRAWS_WHOLE_ARRAYS);
    }

    static @Nullable String obstacle(PixelLayout layout, boolean drawsWholeArrays) {
        if (layout.mode() != Mode.RGBA) {
            return "its mode is " + layout.mode() + ", and JavaFX shares the memory of RGBA images only";
        }
        if (layout.alpha() != AlphaType.PREMULTIPLIED) {
            return "its alpha is straight, and JavaFX shares premultiplied memory only";
        }
        Buffer memory = layout.memory().orElse(null);
        int pixel = memory instanceof IntBuffer ? 1 : 4;
        if (memory == null || !(pixel == 1 ? argbInts(layout) : bgraBytes(memory, layout))) {
            return "its components do not lie as in JavaFX, which is ARGB from the highest bits of an int down or B, G, R, A"
                    + " in bytes";
        }
        String gaps = gaps(layout, pixel);
        return gaps != null ? gaps : inaccessible(memory, layout, drawsWholeArrays);
    }

    private static boolean argbInts(PixelLayout layout) {
        List<Plane> planes = layout.planes();
        int[] shifts = {16, 8, 0, 24};
        for (int c = 0; c < 4; c++) {
            Plane plane = planes.get(c);
            if (plane.shift() != shifts[c] || plane.bits() != 8 || !liesBeside(plane, planes.get(2), 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean bgraBytes(Buffer memory, PixelLayout layout) {
        List<Plane> planes = layout.planes();
        int[] places = {2, 1, 0, 3};
        for (int c = 0; c < 4; c++) {
            Plane plane = planes.get(c);
            if (plane.bits() != 8 || plane.range() != null || !liesBeside(plane, planes.get(2), places[c])) {
                return false;
            }
        }
        return memory instanceof ByteBuffer;
    }

    private static boolean liesBeside(Plane plane, Plane blue, int distance) {
        return plane.range() == null
                && plane.offset() == blue.offset() + distance
                && plane.pixelStride() == blue.pixelStride()
                && plane.lineStride() == blue.lineStride();
    }

    private static @Nullable String gaps(PixelLayout layout, int pixel) {
        ImageSize size = layout.size();
        Plane plane = layout.planes().get(0);
        long across = plane.pixelStride();
        long down = plane.lineStride();
        long row = (long) size.width() * pixel;
        if (size.width() > 1 && across != pixel) {
            return across == -pixel
                    ? "its rows run from right to left, and JavaFX knows only left to right"
                    : "its neighbouring pixels are " + across / pixel
                            + " pixels apart in memory, as in a turned or thinned"
                            + " image, and JavaFX wants them side by side";
        }
        if (size.height() > 1 && down != row) {
            return down < 0
                    ? "its rows run from bottom to top, and JavaFX knows only top to bottom"
                    : "its rows begin " + down + " elements apart, as in a part of a larger image or with padding, and"
                            + " JavaFX wants exactly " + row;
        }
        return null;
    }

    private static @Nullable String inaccessible(Buffer memory, PixelLayout layout, boolean drawsWholeArrays) {
        if (memory.isReadOnly()) {
            return "its memory is read-only, and JavaFX has no images on such";
        }
        if (!memory.hasArray()) {
            boolean plain = memory instanceof ByteBuffer || ((IntBuffer) memory).order() == ByteOrder.nativeOrder();
            return memory.isDirect() && plain
                    ? null
                    : "its memory is a view of ints on bytes, and JavaFX draws arrays and direct memory in native order";
        }
        return drawsWholeArrays && memory.arrayOffset() + layout.planes().get(2).offset() != 0
                ? "it begins within an array, and JavaFX on this system draws arrays from their beginning"
                : null;
    }
}
