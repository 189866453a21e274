package org.imageop;

import java.util.Arrays;
import java.util.List;
import org.imageop.internal.Alpha;
import org.imageop.spi.SampleRows;

/**
 * The rows of an image in memory: fetches elements, scales narrow fields, maps ranged numbers and divides by
 * alpha, and the reverse. It keeps no state between calls.
 */
final class PlaneRows implements SampleRows {
    private final Plane[] planes;
    private final Elements[] elements;
    private final int bits;
    private final boolean premultiplied;
    private final boolean readOnly;

    PlaneRows(PixelLayout layout) {
        List<Plane> all = layout.planes();
        this.planes = all.toArray(Plane[]::new);
        this.elements = new Elements[planes.length];
        for (int c = 0; c < planes.length; c++) {
            elements[c] = Elements.of(planes[c].elements());
        }
        this.bits = layout.mode().bitsPerComponent();
        this.premultiplied = layout.alpha() == AlphaType.PREMULTIPLIED;
        this.readOnly = layout.readOnly();
    }

    Plane[] planes() {
        return planes;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int components = planes.length;
        for (int c = 0; c < components; c++) {
            Plane plane = planes[c];
            elements[c].load(
                    plane.index(x, y),
                    plane.pixelStride(),
                    count,
                    plane.shift(),
                    mask(plane),
                    samples,
                    offset + c,
                    components);
            if (scaled(plane)) {
                for (int i = 0, k = offset + c; i < count; i++, k += components) {
                    samples[k] = PlaneSamples.decode(plane, bits, samples[k]);
                }
            }
        }
        if (premultiplied) {
            Alpha.divide(samples, offset, count, components, bits);
        }
    }

    @Override
    public void write(int x, int y, int count, int[] samples, int offset) {
        if (readOnly) {
            throw new ReadOnlyImageException(
                    "These pixels are read-only; copy the image with StandardImage.from to change it");
        }
        int components = planes.length;
        int[] source = samples;
        int at = offset;
        if (premultiplied) {
            source = Arrays.copyOfRange(samples, offset, offset + count * components);
            at = 0;
            Alpha.multiply(source, 0, count, components, bits);
        }
        for (int c = 0; c < components; c++) {
            Plane plane = planes[c];
            long index = plane.index(x, y);
            if (scaled(plane)) {
                int[] encoded = new int[count];
                for (int i = 0, k = at + c; i < count; i++, k += components) {
                    encoded[i] = PlaneSamples.encode(plane, bits, source[k]);
                }
                elements[c].store(index, plane.pixelStride(), count, plane.shift(), mask(plane), encoded, 0, 1);
            } else {
                elements[c].store(
                        index, plane.pixelStride(), count, plane.shift(), mask(plane), source, at + c, components);
            }
        }
    }

    private boolean scaled(Plane plane) {
        return plane.range() != null || plane.bits() != bits;
    }

    private static int mask(Plane plane) {
        return -1 >>> (32 - plane.bits());
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public boolean concurrent() {
        return true;
    }
}
