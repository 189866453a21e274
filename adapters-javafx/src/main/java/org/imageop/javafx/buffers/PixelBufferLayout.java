package org.imageop.javafx.buffers;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Objects;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.jspecify.annotations.Nullable;

/** Memory that JavaFX and the protocol can both describe: a PixelBuffer is a layout, and a few layouts are PixelBuffers. */
public final class PixelBufferLayout {
    /**
     * Whether JavaFX may draw an array from its first element, whatever the buffer's offset in it: its pipelines for
     * Direct3D and Metal hand the bare array to native code, those for OpenGL and software do not.
     */
    private static final boolean DRAWS_WHOLE_ARRAYS =
            System.getProperty("os.name").matches("(Windows|Mac).*");

    private PixelBufferLayout() {}

    /** Pixels whose components lie as in JavaFX, wherever each pixel lies; distances count elements. */
    private record Pixels(Buffer memory, long offset, long pixelStride, long lineStride, int elementsPerPixel) {}

    /** The memory of a PixelBuffer, which counts from the buffer's index 0 on and knows no gaps. */
    public static PixelLayout of(PixelBuffer<?> pixels) {
        // JavaFX moves positions and limits while it draws
        Buffer memory = pixels.getBuffer().duplicate().clear();
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        AlphaType alpha = AlphaType.PREMULTIPLIED;
        return memory instanceof IntBuffer ints
                ? PixelLayout.argb(ints, width, height, alpha)
                : PixelLayout.interleaved(Mode.RGBA, width, height, "BGRA", alpha, memory, 0, 4L * width);
    }

    /** A new PixelBuffer on the memory of a layout that has no {@link #obstacle}. */
    public static PixelBuffer<?> pixelBuffer(PixelLayout layout) {
        Pixels pixels = Objects.requireNonNull(pixels(layout), "the layout has no obstacle");
        int width = layout.size().width();
        int height = layout.size().height();
        // a slice, because PixelBuffer knows no offset, and JavaFX moves the position
        Buffer memory = pixels.memory.clear().slice((int) pixels.offset, width * height * pixels.elementsPerPixel);
        return memory instanceof IntBuffer ints
                ? new PixelBuffer<>(width, height, ints, PixelFormat.getIntArgbPreInstance())
                : new PixelBuffer<>(width, height, (ByteBuffer) memory, PixelFormat.getByteBgraPreInstance());
    }

    /** Why an image cannot share its memory with JavaFX, as a clause; null if it can. */
    public static @Nullable String obstacle(PixelLayout layout) {
        return obstacle(layout, DRAWS_WHOLE_ARRAYS);
    }

    /** Why an image cannot share its memory with a JavaFX that may draw whole arrays or not. */
    public static @Nullable String obstacle(PixelLayout layout, boolean drawsWholeArrays) {
        if (layout.mode() != Mode.RGBA) {
            return "its mode is " + layout.mode() + ", and JavaFX shares the memory of RGBA images only";
        }
        if (layout.alpha() != AlphaType.PREMULTIPLIED) {
            return "its alpha is straight, and JavaFX shares premultiplied memory only";
        }
        Pixels pixels = pixels(layout);
        if (pixels == null) {
            return "its components do not lie as in JavaFX, which is ARGB from the highest bits of an int down or B, G, R, A"
                    + " in bytes";
        }
        String gaps = gaps(pixels, layout.size());
        return gaps != null ? gaps : inaccessible(pixels, drawsWholeArrays);
    }

    private static @Nullable Pixels pixels(PixelLayout layout) {
        Arrangement arrangement = layout.arrangement();
        if (arrangement instanceof Arrangement.Packed at && at.order().equals("ARGB")) {
            return new Pixels(at.memory(), at.offset(), at.pixelStride(), at.lineStride(), 1);
        }
        // thinned, X stands for the pixels between
        return arrangement instanceof Arrangement.Interleaved at && at.order().startsWith("BGRA")
                ? new Pixels(at.memory(), at.offset(), at.pixelStride(), at.lineStride(), 4)
                : null;
    }

    private static @Nullable String gaps(Pixels pixels, ImageSize size) {
        long across = pixels.pixelStride;
        long down = pixels.lineStride;
        int pixel = pixels.elementsPerPixel;
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

    private static @Nullable String inaccessible(Pixels pixels, boolean drawsWholeArrays) {
        Buffer memory = pixels.memory;
        if (memory.isReadOnly()) {
            return "its memory is read-only, and JavaFX has no images on such";
        }
        if (!memory.hasArray()) {
            boolean plain = memory instanceof ByteBuffer || ((IntBuffer) memory).order() == ByteOrder.nativeOrder();
            return memory.isDirect() && plain
                    ? null
                    : "its memory is a view of ints on bytes, and JavaFX draws arrays and direct memory in native order";
        }
        return drawsWholeArrays && memory.arrayOffset() + pixels.offset != 0
                ? "it begins within an array, and JavaFX on this system draws arrays from their beginning"
                : null;
    }
}
