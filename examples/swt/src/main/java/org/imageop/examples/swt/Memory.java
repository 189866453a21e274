package org.imageop.examples.swt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** Where the samples of an ImageData lie, and which other memory could be an ImageData's. */
final class Memory {
    private Memory() {}

    /** The palette that makes pixels of 8 bits grey. */
    static PaletteData greys() {
        return new PaletteData(
                IntStream.range(0, 256).mapToObj(i -> new RGB(i, i, i)).toArray(RGB[]::new));
    }

    /** Empty if samples must be computed: from a palette, a transparent pixel, a mask, or unusual bits. */
    static Optional<PixelLayout> layout(ImageData image) {
        if (image.transparentPixel != -1 || image.maskData != null || image.alpha != -1) {
            return Optional.empty();
        }
        boolean alpha = image.alphaData != null;
        PaletteData palette = image.palette;
        int[] masks = {palette.redMask, palette.greenMask, palette.blueMask};
        Plane[] planes = new Plane[(palette.isDirect ? 3 : 1) + (alpha ? 1 : 0)];
        if (palette.isDirect) {
            for (int c = 0; c < 3; c++) {
                Optional<Plane> plane = plane(image, masks[c]);
                if (plane.isEmpty()) {
                    return Optional.empty();
                }
                planes[c] = plane.get();
            }
        } else if (image.depth == 8 && Arrays.equals(palette.colors, greys().colors)) {
            planes[0] = Plane.of(ByteBuffer.wrap(image.data), 0, 1, image.bytesPerLine);
        } else {
            return Optional.empty();
        }
        if (alpha) {
            planes[planes.length - 1] = Plane.of(ByteBuffer.wrap(image.alphaData), 0, 1, image.width);
        }
        Mode mode = palette.isDirect ? alpha ? Mode.RGBA : Mode.RGB : alpha ? Mode.LA : Mode.L;
        return Optional.of(
                PixelLayout.of(mode, image.width, image.height, alpha ? AlphaType.STRAIGHT : AlphaType.OPAQUE, planes));
    }

    /** The bits of a mask: in bytes with the highest first, but in pixels of 16 bits with the lowest first. */
    private static Optional<Plane> plane(ImageData image, int mask) {
        int shift = Integer.numberOfTrailingZeros(mask);
        int bits = Integer.bitCount(mask);
        boolean oneField = bits > 0 && bits <= 8 && Integer.numberOfLeadingZeros(mask) + shift + bits == 32;
        ByteBuffer bytes = ByteBuffer.wrap(image.data);
        int line = image.bytesPerLine;
        if (!oneField || shift + bits > image.depth) {
            return Optional.empty();
        }
        return switch (image.depth) {
            case 8 -> Optional.of(Plane.packed(bytes, 0, 1, line, shift, bits));
            case 16 ->
                line % 2 != 0
                        ? Optional.empty()
                        : Optional.of(Plane.packed(
                                bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer(), 0, 1, line / 2, shift, bits));
            case 24, 32 -> {
                int size = image.depth / 8;
                int first = size - 1 - shift / 8;
                yield shift % 8 + bits > 8
                        ? Optional.empty()
                        : Optional.of(Plane.packed(bytes, first, size, line, shift % 8, bits));
            }
            default -> Optional.empty();
        };
    }

    /** An ImageData on the memory of others; empty if it has no such form. */
    static Optional<ImageData> share(PixelLayout layout) {
        List<Plane> planes = layout.planes();
        Plane first = planes.get(0);
        int size = (int) first.pixelStride();
        boolean grey = layout.mode() == Mode.L && size == 1;
        boolean color = layout.mode() == Mode.RGB && (size == 3 || size == 4);
        int width = layout.size().width();
        if (layout.readOnly() || !grey && !color || first.lineStride() < (long) size * width) {
            return Optional.empty();
        }
        int[] masks = new int[planes.size()];
        for (int c = 0; c < masks.length; c++) {
            Plane plane = planes.get(c);
            boolean wholeBytes = plane.bits() == 8 && plane.range() == null && plane.memory() instanceof ByteBuffer;
            if (!wholeBytes || !sameGrid(plane, first) || plane.offset() >= size) {
                return Optional.empty();
            }
            masks[c] = 0xff << 8 * (size - 1 - plane.offset());
        }
        ByteBuffer memory = (ByteBuffer) first.memory();
        long bytes = first.lineStride() * layout.size().height();
        if (!memory.hasArray() || memory.arrayOffset() != 0 || memory.array().length < bytes) {
            return Optional.empty();
        }
        PaletteData palette = grey ? greys() : new PaletteData(masks[0], masks[1], masks[2]);
        return Optional.of(new ImageData(
                width, layout.size().height(), 8 * size, palette, (int) first.lineStride(), memory.array()));
    }

    private static boolean sameGrid(Plane plane, Plane other) {
        return plane.sharesMemory(other)
                && plane.pixelStride() == other.pixelStride()
                && plane.lineStride() == other.lineStride();
    }
}
