package org.imageop;

import java.nio.Buffer;
import java.util.List;

/**
 * How plain samples lie in memory, in the words that other libraries use; {@link PixelLayout#arrangement} finds it out.
 *
 * <p>A component's letter is its name's first in upper case: {@code L}, {@code A}, {@code R}, {@code G}, {@code B},
 * {@code C}, {@code M}, {@code Y}, {@code K}; {@code X} stands for what belongs to no component. Whether colours are
 * multiplied by alpha is not part of it: see {@link PixelLayout#alpha}.
 */
public sealed interface Arrangement {

    /**
     * The components of a pixel are neighbouring elements: {@code "BGR"} bytes, {@code "RGBX"} shorts, {@code "L"}.
     *
     * @param memory a {@code ByteBuffer}, {@code ShortBuffer} or {@code IntBuffer} whose elements are whole samples;
     *     shared, with a position and limit of its own
     * @param offset the element where the pixel at the top left begins
     * @param pixelStride the distance from one column to the next, in elements; negative if the image is mirrored
     * @param lineStride the distance from one row to the next, in elements
     * @param order a letter for each element of a pixel; its length is the absolute value of {@code pixelStride}
     */
    record Interleaved(Buffer memory, long offset, long pixelStride, long lineStride, String order)
            implements Arrangement {}

    /**
     * The components of a pixel are fields of bits in one element: {@code "ARGB"} ints, {@code "R5G6B5"} shorts.
     *
     * @param memory a {@code ByteBuffer}, {@code ShortBuffer} or {@code IntBuffer} with a pixel in each element; shared,
     *     with a position and limit of its own
     * @param offset the element of the pixel at the top left
     * @param pixelStride the distance from one column to the next, in elements; negative if the image is mirrored
     * @param lineStride the distance from one row to the next, in elements
     * @param order from the element's highest bit to its lowest, the letter of each field and its width in bits; widths
     *     are left out if all are 8
     */
    record Packed(Buffer memory, long offset, long pixelStride, long lineStride, String order) implements Arrangement {}

    /**
     * The components of a pixel are neighbouring elements that hold numbers of a range: {@code "BGR"} floats.
     *
     * @param memory a {@code FloatBuffer}, or a buffer of bytes, shorts or ints; shared, with a position and limit of its own
     * @param offset the element where the pixel at the top left begins
     * @param pixelStride the distance from one column to the next, in elements; negative if the image is mirrored
     * @param lineStride the distance from one row to the next, in elements
     * @param order a letter for each element of a pixel; its length is the absolute value of {@code pixelStride}
     * @param range the numbers that stand for a component's smallest and largest value, the same for all components
     * @param signed whether the numbers have a sign, as floats do, the same for all components
     */
    record Ranged(
            Buffer memory,
            long offset,
            long pixelStride,
            long lineStride,
            String order,
            Plane.Range range,
            boolean signed)
            implements Arrangement {}

    /**
     * Each component has a plane of its own, where its samples are whole elements side by side.
     *
     * @param planes one for each component, in the mode's order
     */
    record Planar(List<Plane> planes) implements Arrangement {}

    /**
     * None of the others: numbers of several ranges, samples in some bits of an element, or in distant places.
     *
     * @param planes one for each component, in the mode's order
     */
    record Other(List<Plane> planes) implements Arrangement {}
}
