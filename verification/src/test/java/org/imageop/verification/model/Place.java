package org.imageop.verification.model;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.imageop.ImageLike;
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
        return premultiplied() ? Formulas.straight(Formulas.premultiplied(given)) : given;
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
            default -> {
                StoredImage stored = stored(shape);
                stored.store(samples);
                yield StandardImage.wrap(stored.layout(false));
            }
        };
    }

    private StoredImage stored(Shape shape) {
        int n = shape.names().size();
        boolean apart = shape.planar() || this == SEPARATE;
        int pixelStride = (apart || packed() ? 1 : n) + (this == GAPPED ? 2 : 0);
        int margin = this == TIGHT ? 0 : 3;
        int room = margin + (shape.width() * pixelStride + margin) * shape.height();
        Buffer shared = memory(shape.bits(), n * room);
        return StoredImage.of(shape, premultiplied(), c -> {
            int place = this == REVERSED || packed() && this != PACKED_IN_REVERSE ? n - 1 - c : c;
            int lineStride = shape.columns(c) * pixelStride + margin;
            int offset = margin + (packed() || this == SEPARATE ? 0 : shape.planar() ? place * room : place);
            Buffer buffer = this == SEPARATE ? memory(shape.bits(), room) : shared;
            int across = this == MIRRORED ? -pixelStride : pixelStride;
            int down = this == UPSIDE_DOWN ? -lineStride : lineStride;
            offset += this == MIRRORED ? (shape.columns(c) - 1) * pixelStride : 0;
            offset += this == UPSIDE_DOWN ? (shape.rows(c) - 1) * lineStride : 0;
            int shift = packed() ? 8 * place : 0;
            return packed()
                    ? StoredImage.Field.packed(buffer, offset, across, down, shift, 8)
                    : StoredImage.Field.of(buffer, offset, across, down);
        });
    }

    /** Elements as wide as a component; packed pixels are ints. */
    private Buffer memory(int bits, int elements) {
        return switch (this) {
            case DIRECT -> Elements.direct(bits, elements, ByteOrder.nativeOrder());
            case IN_THE_OTHER_BYTE_ORDER -> Elements.bytes(bits, elements, Elements.FOREIGN);
            case INSIDE_AN_ARRAY ->
                Elements.array(bits, 7 + elements).position(7).slice();
            default -> Elements.array(packed() ? 32 : bits, elements);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
