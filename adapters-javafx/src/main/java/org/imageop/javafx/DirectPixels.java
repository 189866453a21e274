package org.imageop.javafx;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.imageop.AlphaType;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.jspecify.annotations.Nullable;

/**
 * Premultiplied ARGB ints straight from the arrays of RGB and RGBA images of 8 bits, which is what most images are: two to three
 * times as fast as by way of rows of samples.
 */
final class DirectPixels {
    /** Smaller images are not worth a second thread. */
    private static final int PARALLEL = 1 << 18;

    /** Packs one row; {@code start} is the index of its first element, counted from offset 0 of the planes. */
    @FunctionalInterface
    private interface Row {
        void pack(int start, int[] argb, int at, int count);
    }

    private DirectPixels() {}

    /** All pixels of an image, row after row, or null if they do not lie in one array, in strides that all components share. */
    static int @Nullable [] of(PixelLayout layout) {
        Row row = row(layout);
        if (row == null) {
            return null;
        }
        ImageSize size = layout.size();
        int width = size.width();
        int lineStride = size.height() == 1 ? 0 : (int) layout.planes().get(0).lineStride();
        int[] argb = new int[width * size.height()];
        IntStream rows = IntStream.range(0, size.height());
        (argb.length < PARALLEL ? rows : rows.parallel())
                .forEach(y -> row.pack(y * lineStride, argb, y * width, width));
        return argb;
    }

    private static @Nullable Row row(PixelLayout layout) {
        Buffer memory = layout.memory().orElse(null);
        List<Plane> planes = layout.planes();
        Plane first = planes.get(0);
        boolean alike = planes.stream()
                .allMatch(p -> p.range() == null
                        && p.bits() == 8
                        && p.pixelStride() == first.pixelStride()
                        && p.lineStride() == first.lineStride());
        if (memory == null || !memory.hasArray() || !alike || layout.mode() != Mode.RGB && layout.mode() != Mode.RGBA) {
            return null;
        }
        int step = (int) first.pixelStride();
        boolean straight = layout.alpha() == AlphaType.STRAIGHT;
        if (memory instanceof ByteBuffer bytes) {
            return bytes(bytes.array(), places(planes, memory), step, straight);
        }
        boolean samePlace = planes.stream().allMatch(p -> p.offset() == first.offset());
        return memory instanceof IntBuffer ints && samePlace
                ? ints(ints.array(), places(planes, memory)[0], shifts(planes), step, straight)
                : null;
    }

    private static int[] places(List<Plane> planes, Buffer memory) {
        return planes.stream()
                .mapToInt(p -> (int) p.offset() + memory.arrayOffset())
                .toArray();
    }

    private static int[] shifts(List<Plane> planes) {
        return planes.stream().mapToInt(Plane::shift).toArray();
    }

    private static Row bytes(byte[] memory, int[] places, int step, boolean straight) {
        int red = places[0];
        int green = places[1] - red;
        int blue = places[2] - red;
        if (places.length == 3) {
            return (start, argb, at, count) -> {
                for (int i = 0, k = red + start; i < count; i++, k += step) {
                    argb[at + i] = 0xff000000
                            | (memory[k] & 0xff) << 16
                            | (memory[k + green] & 0xff) << 8
                            | memory[k + blue] & 0xff;
                }
            };
        }
        int alpha = places[3] - red;
        return (start, argb, at, count) -> {
            for (int i = 0, k = red + start; i < count; i++, k += step) {
                argb[at + i] = pixel(
                        memory[k] & 0xff,
                        memory[k + green] & 0xff,
                        memory[k + blue] & 0xff,
                        memory[k + alpha] & 0xff,
                        straight);
            }
        };
    }

    private static Row ints(int[] memory, int place, int[] shifts, int step, boolean straight) {
        int red = shifts[0];
        int green = shifts[1];
        int blue = shifts[2];
        boolean same = red == 16 && green == 8 && blue == 0 && step == 1;
        if (same && shifts.length == 3) {
            return (start, argb, at, count) -> {
                for (int i = 0, k = place + start; i < count; i++) {
                    argb[at + i] = 0xff000000 | memory[k + i];
                }
            };
        }
        if (same && shifts[3] == 24 && !straight) {
            return (start, argb, at, count) -> System.arraycopy(memory, place + start, argb, at, count);
        }
        if (shifts.length == 3) {
            return (start, argb, at, count) -> {
                for (int i = 0, k = place + start; i < count; i++, k += step) {
                    int pixel = memory[k];
                    argb[at + i] = 0xff000000
                            | (pixel >>> red & 0xff) << 16
                            | (pixel >>> green & 0xff) << 8
                            | pixel >>> blue & 0xff;
                }
            };
        }
        int alpha = shifts[3];
        return (start, argb, at, count) -> {
            for (int i = 0, k = place + start; i < count; i++, k += step) {
                int pixel = memory[k];
                argb[at + i] = pixel(
                        pixel >>> red & 0xff,
                        pixel >>> green & 0xff,
                        pixel >>> blue & 0xff,
                        pixel >>> alpha & 0xff,
                        straight);
            }
        };
    }

    private static int pixel(int red, int green, int blue, int alpha, boolean straight) {
        return straight
                ? PackedPixels.premultiplied(red, green, blue, alpha)
                : alpha << 24 | red << 16 | green << 8 | blue;
    }
}
