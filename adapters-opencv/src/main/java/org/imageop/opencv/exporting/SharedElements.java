package org.imageop.opencv.exporting;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;
import java.util.Set;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.opencv.elements.Depth;

/**
 * The memory of an image that a Mat or Frame can be made on: outside of the Java heap, where native code reaches it.
 *
 * @param depth what an element is
 * @param memory the elements in native order, from the first pixel on
 * @param channels how many elements a pixel has
 * @param step the distance from one row to the next, in elements
 */
record SharedElements(Depth depth, Buffer memory, int width, int height, int channels, long step) {
    /** Why there are none. */
    static final String CONDITIONS =
            " lies in writable memory outside of the Java heap, its rows from top to bottom, its pixels grey, BGR or BGRA,"
                    + " straight";

    private static final Set<String> ORDERS = Set.of("L", "BGR", "BGRA");

    static Optional<SharedElements> of(ImageLike image) {
        return image.buffer().layout().flatMap(SharedElements::of);
    }

    private static Optional<SharedElements> of(PixelLayout layout) {
        Arrangement arrangement = layout.arrangement();
        if (arrangement instanceof Arrangement.Interleaved at) {
            return layout.plane(0).bits() == layout.mode().bitsPerComponent()
                    ? of(layout, at.memory(), at.offset(), at.pixelStride(), at.lineStride(), at.order())
                    : Optional.empty();
        }
        return arrangement instanceof Arrangement.Ranged at
                ? of(layout, at.memory(), at.offset(), at.pixelStride(), at.lineStride(), at.order())
                : Optional.empty();
    }

    private static Optional<SharedElements> of(
            PixelLayout layout, Buffer memory, long offset, long pixelStride, long lineStride, String order) {
        int width = layout.size().width();
        int height = layout.size().height();
        int channels = order.length();
        long row = (long) width * channels;
        long step = height == 1 ? row : lineStride;
        Plane plane = layout.plane(0);
        boolean samples = plane.range() == null && memory instanceof IntBuffer;
        Depth depth = samples ? null : Depth.of(plane);
        if (depth == null
                || !ORDERS.contains(order)
                || !memory.isDirect()
                || !inNativeOrder(memory)
                || layout.readOnly()
                || layout.alpha() == AlphaType.PREMULTIPLIED
                || pixelStride != channels
                || step < row) {
            return Optional.empty();
        }
        Buffer pixels = memory.duplicate().clear().slice((int) offset, (int) ((height - 1) * step + row));
        return Optional.of(new SharedElements(depth, pixels, width, height, channels, step));
    }

    private static boolean inNativeOrder(Buffer memory) {
        ByteOrder order = memory instanceof ShortBuffer shorts
                ? shorts.order()
                : memory instanceof IntBuffer ints
                        ? ints.order()
                        : memory instanceof FloatBuffer floats ? floats.order() : ByteOrder.nativeOrder();
        return order == ByteOrder.nativeOrder();
    }
}
