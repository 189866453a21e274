package org.imageop.examples.foreign;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.imageop.foreign.Band;
import org.imageop.foreign.SegmentPlane;

/**
 * Pixels as most libraries of C want them: components of 8 bits in neighbouring bytes.
 *
 * @param first the memory from the first pixel on
 * @param order a letter for each byte of a pixel, X for one that is not used: {@code "BGR"}, {@code "BGRA"}
 * @param lineBytes how many bytes a row takes
 */
record BytePixels(MemorySegment first, String order, int lineBytes) {

    /**
     * Finds the pixels of a band.
     *
     * @throws IllegalArgumentException if they do not lie so, as in planes or turned views
     */
    static BytePixels of(Band band) {
        SegmentPlane any = band.memory().planes().get(0);
        int bytes = (int) any.element().byteSize();
        int[] places = band.memory().planes().stream()
                .mapToInt(plane -> Math.toIntExact(plane.offset() * bytes - any.offset() * bytes) + byteOf(plane))
                .toArray();
        // a packed pixel begins with its element, others with their first component
        int begin = bytes > 1 ? 0 : Arrays.stream(places).min().orElseThrow();
        char[] order = new char[Math.toIntExact(Math.abs(any.pixelStride()) * bytes)];
        Arrays.fill(order, 'X');
        for (int c = 0; c < places.length; c++) {
            SegmentPlane plane = band.memory().planes().get(c);
            int place = places[c] - begin;
            if (plane.bits() != 8
                    || place >= order.length
                    || plane.pixelStride() < 1
                    || plane.lineStride() < 1
                    || !plane.memory().equals(any.memory())) {
                throw new IllegalArgumentException(
                        "Bytes of one pixel after the other are expected, not " + band.memory());
            }
            order[place] = band.memory()
                    .mode()
                    .componentNames()
                    .get(c)
                    .toUpperCase(Locale.ROOT)
                    .charAt(0);
        }
        MemorySegment first = any.memory().asSlice(any.offset() * bytes + begin);
        return new BytePixels(first, new String(order), Math.toIntExact(any.lineStride() * bytes));
    }

    /** Which byte of its element a sample is. */
    private static int byteOf(SegmentPlane plane) {
        int fromLowest = plane.shift() / Byte.SIZE;
        return plane.element().order() == ByteOrder.LITTLE_ENDIAN
                ? fromLowest
                : (int) plane.element().byteSize() - 1 - fromLowest;
    }
}
