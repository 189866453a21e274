package org.imageop.javafx.exporting;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.stream.IntStream;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.spi.Argb;

/**
 * Premultiplied ARGB ints straight from the arrays of RGB and RGBA images of 8 bits, which is what most images are: two to three
 * times as fast as by way of rows of samples.
 */
final class ArrayPixels {
    /** Smaller images are not worth a second thread. */
    private static final int PARALLEL = 1 << 18;

    /** Packs one row; {@code start} is the array's element where its first pixel begins. */
    @FunctionalInterface
    private interface Row {
        void pack(int start, int[] argb, int at, int count);
    }

    private ArrayPixels() {}

    /**
     * Copies all pixels of an image, row after row.
     *
     * @return false, and nothing is copied, if the image does not lie in one array, pixel by pixel
     */
    static boolean copy(ImageLike image, int[] argb) {
        Mode mode = image.mode();
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null || mode.family() != ColorFamily.RGB || mode.bitsPerComponent() != Byte.SIZE) {
            return false;
        }
        boolean straight = layout.alpha() == AlphaType.STRAIGHT;
        Arrangement arrangement = layout.arrangement();
        int width = layout.size().width();
        if (arrangement instanceof Arrangement.Interleaved at
                && at.memory() instanceof ByteBuffer bytes
                && bytes.hasArray()) {
            Row row = bytes(bytes.array(), at.order(), (int) at.pixelStride(), straight);
            copy(row, at.offset() + bytes.arrayOffset(), at.lineStride(), argb, width);
            return true;
        }
        if (arrangement instanceof Arrangement.Packed at
                && at.memory() instanceof IntBuffer ints
                && ints.hasArray()
                && at.order().matches("[XARGB]{4}")) {
            Row row = ints(ints.array(), at.order(), (int) at.pixelStride(), straight);
            copy(row, at.offset() + ints.arrayOffset(), at.lineStride(), argb, width);
            return true;
        }
        return false;
    }

    private static void copy(Row row, long start, long lineStride, int[] argb, int width) {
        IntStream rows = IntStream.range(0, argb.length / width);
        (argb.length < PARALLEL ? rows : rows.parallel())
                .forEach(y -> row.pack((int) (start + y * lineStride), argb, y * width, width));
    }

    private static Row bytes(byte[] memory, String order, int step, boolean straight) {
        int red = order.indexOf('R');
        int green = order.indexOf('G');
        int blue = order.indexOf('B');
        int alpha = order.indexOf('A');
        return (start, argb, at, count) -> {
            for (int i = 0, k = start; i < count; i++, k += step) {
                int pixel = (memory[k + red] & 0xff) << 16 | (memory[k + green] & 0xff) << 8 | memory[k + blue] & 0xff;
                argb[at + i] = alpha < 0 ? 0xff000000 | pixel : pixel(memory[k + alpha] << 24 | pixel, straight);
            }
        };
    }

    private static Row ints(int[] memory, String order, int step, boolean straight) {
        if (order.endsWith("RGB") && step == 1 && !straight) {
            int opaque = order.startsWith("A") ? 0 : 0xff000000;
            return (start, argb, at, count) -> {
                for (int i = 0; i < count; i++) {
                    argb[at + i] = opaque | memory[start + i];
                }
            };
        }
        int red = shift(order, 'R');
        int green = shift(order, 'G');
        int blue = shift(order, 'B');
        boolean opaque = order.indexOf('A') < 0;
        int alpha = opaque ? 0 : shift(order, 'A');
        return (start, argb, at, count) -> {
            for (int i = 0, k = start; i < count; i++, k += step) {
                int from = memory[k];
                int pixel = (from >>> red & 0xff) << 16 | (from >>> green & 0xff) << 8 | from >>> blue & 0xff;
                argb[at + i] = opaque ? 0xff000000 | pixel : pixel((from >>> alpha) << 24 | pixel, straight);
            }
        };
    }

    private static int shift(String order, char component) {
        return Byte.SIZE * (order.length() - 1 - order.indexOf(component));
    }

    private static int pixel(int argb, boolean straight) {
        return straight ? Argb.premultiply(argb) : argb;
    }
}
