package org.imageop.verification.model;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Locale;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** Where the samples of an image may be. Memory is filled by the kit, element by element. */
public enum Place {
    TIGHT,
    PADDED,
    GAPPED,
    MIRRORED,
    UPSIDE_DOWN,
    REVERSED,
    SEPARATE,
    INSIDE_AN_ARRAY,
    DIRECT,
    IN_THE_OTHER_BYTE_ORDER,
    PACKED,
    PACKED_IN_REVERSE,
    PACKED_PREMULTIPLIED,
    PREMULTIPLIED,
    IN_A_FOREIGN_BUFFER,
    COMPUTED;

    public boolean suits(Shape shape) {
        return switch (this) {
            case IN_THE_OTHER_BYTE_ORDER -> shape.bits() > 8;
            default -> (!packed() || shape.bits() == 8 && !shape.planar()) && (!premultiplied() || shape.hasAlpha());
        };
    }

    private boolean packed() {
        return name().startsWith("PACKED");
    }

    private boolean premultiplied() {
        return name().endsWith("PREMULTIPLIED");
    }

    /** What an image here holds after it was given samples: premultiplied colours are rounded (L-10). */
    public Samples held(Samples given) {
        return premultiplied() ? straight(multiplied(given)) : given;
    }

    private static Samples multiplied(Samples straight) {
        long max = straight.shape.max();
        return withAlpha(straight, (v, a) -> (2 * v * a + max) / (2 * max));
    }

    private static Samples straight(Samples multiplied) {
        long max = multiplied.shape.max();
        return withAlpha(multiplied, (v, a) -> a == 0 ? 0 : a == max ? v : Math.min(max, (v * max + a / 2) / a));
    }

    private interface Weighing {
        long of(long colour, long alpha);
    }

    private static Samples withAlpha(Samples samples, Weighing weighing) {
        Samples result = samples.copy();
        int last = samples.of.length - 1;
        result.each((c, x, y) -> {
            if (c < last) {
                result.of[c][y][x] = (int) weighing.of(samples.of[c][y][x], samples.of[last][y][x]);
            }
        });
        return result;
    }

    /** An image of samples that are here. */
    public ImageLike of(Samples samples) {
        Shape shape = samples.shape;
        return switch (this) {
            case IN_A_FOREIGN_BUFFER ->
                ForeignImage.of(
                        StandardImage.ofBytes(shape.mode(), shape.width(), shape.height(), samples.bytes()), false);
            case COMPUTED ->
                StandardImage.wrapping(
                        samples,
                        shape.mode(),
                        shape.width(),
                        shape.height(),
                        ComputedRows.of(samples, false, samples, ComputedRows.NOBODY));
            default -> StandardImage.wrap(layout(premultiplied() ? multiplied(samples) : samples));
        };
    }

    private PixelLayout layout(Samples stored) {
        Shape shape = stored.shape;
        int n = shape.names().size();
        boolean apart = shape.planar() || this == SEPARATE;
        int pixelStride = (apart || packed() ? 1 : n) + (this == GAPPED ? 2 : 0);
        int margin = this == TIGHT ? 0 : 3;
        int room = margin + (shape.width() * pixelStride + margin) * shape.height();
        Buffer shared = memory(shape.bits(), n * room);
        Plane[] planes = new Plane[n];
        for (int c = 0; c < n; c++) {
            int place = this == REVERSED || packed() && this != PACKED_IN_REVERSE ? n - 1 - c : c;
            int lineStride = shape.columns(c) * pixelStride + margin;
            int offset = margin + (packed() || this == SEPARATE ? 0 : shape.planar() ? place * room : place);
            Buffer buffer = this == SEPARATE ? memory(shape.bits(), room) : shared;
            int across = this == MIRRORED ? -pixelStride : pixelStride;
            int down = this == UPSIDE_DOWN ? -lineStride : lineStride;
            offset += this == MIRRORED ? (shape.columns(c) - 1) * pixelStride : 0;
            offset += this == UPSIDE_DOWN ? (shape.rows(c) - 1) * lineStride : 0;
            int shift = packed() ? 8 * place : 0;
            for (int y = 0; y < shape.rows(c); y++) {
                for (int x = 0; x < shape.columns(c); x++) {
                    put(buffer, offset + y * down + x * across, stored.of[c][y][x] << shift);
                }
            }
            planes[c] = packed()
                    ? Plane.packed(buffer, offset, across, down, shift, 8)
                    : Plane.of(buffer, offset, across, down);
        }
        AlphaType alpha =
                !shape.hasAlpha() ? AlphaType.OPAQUE : premultiplied() ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
        return PixelLayout.of(shape.mode(), shape.width(), shape.height(), alpha, planes);
    }

    /** Elements as wide as a component; packed pixels are ints. */
    private Buffer memory(int bits, int elements) {
        int bytes = packed() ? 4 : bits / 8;
        if (this == DIRECT || this == IN_THE_OTHER_BYTE_ORDER) {
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            ByteBuffer raw = this == DIRECT
                    ? ByteBuffer.allocateDirect(elements * bytes).order(ByteOrder.nativeOrder())
                    : ByteBuffer.allocate(elements * bytes).order(other);
            return bytes == 1 ? raw : bytes == 2 ? raw.asShortBuffer() : raw.asIntBuffer();
        }
        int before = this == INSIDE_AN_ARRAY ? 7 : 0;
        return switch (bytes) {
            case 1 ->
                ByteBuffer.wrap(new byte[before + elements], before, elements).slice();
            case 2 ->
                ShortBuffer.wrap(new short[before + elements], before, elements).slice();
            default ->
                IntBuffer.wrap(new int[before + elements], before, elements).slice();
        };
    }

    /** Adds bits to an element that has zeros there. */
    private static void put(Buffer buffer, int index, int bits) {
        if (buffer instanceof ByteBuffer b) {
            b.put(index, (byte) bits);
        } else if (buffer instanceof ShortBuffer s) {
            s.put(index, (short) bits);
        } else {
            IntBuffer ints = (IntBuffer) buffer;
            ints.put(index, ints.get(index) | bits);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
