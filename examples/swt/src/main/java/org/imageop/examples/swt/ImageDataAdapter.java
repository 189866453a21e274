package org.imageop.examples.swt;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.jspecify.annotations.Nullable;

/**
 * Makes SWT's ImageData known to the protocol. An ImageData has many forms; the adapter has two answers to them.
 *
 * <ul>
 *   <li>Grey palettes, and direct palettes whose masks do not cross a byte, are memory: bytes or 16-bit pixels, alpha in an
 *       array of its own. Such images can be written, and images of that form are shared.
 *   <li>All else (palettes of colours, a transparent pixel, a mask, one alpha for all) is looked up when it is read, by
 *       {@link PixelRows}. Such images are read-only, as most colours have no pixel in a palette.
 * </ul>
 */
public final class ImageDataAdapter implements ImageAdapter<ImageData> {
    private static final ImagePalette GRAYS = ImagePalette.wedge(Mode.RGB);

    @Override
    public Class<ImageData> type() {
        return ImageData.class;
    }

    @Override
    public ImageLike wrap(ImageData image) {
        if (image.data.length < (long) image.bytesPerLine * image.height
                || image.alphaData != null && image.alphaData.length < (long) image.width * image.height) {
            throw new UnsupportedImageException("The data or alphaData of this " + image.width + "×" + image.height
                    + " ImageData is too short for its pixels; give it longer arrays");
        }
        Mode mode = image.alpha == -1 && image.getTransparencyType() == SWT.TRANSPARENCY_NONE ? Mode.RGB : Mode.RGBA;
        Optional<PixelLayout> layout = memory(image);
        if (layout.isPresent()) {
            return StandardImage.wrapping(image, layout.get());
        }
        ImagePalette colors = palette(image.palette);
        PixelRows rows = new PixelRows(image, mode, colors);
        StandardImage wrapped = StandardImage.wrapping(image, mode, image.width, image.height, rows);
        if (!image.palette.isDirect) {
            wrapped.info().put(InfoKeys.PALETTE, colors);
        }
        return wrapped;
    }

    /** The colours of indices; none if the palette is direct. */
    private static ImagePalette palette(PaletteData palette) {
        RGB[] colors = palette.isDirect ? new RGB[0] : palette.colors;
        return ImagePalette.of(
                Mode.RGB,
                Arrays.stream(colors)
                        .flatMapToInt(color -> IntStream.of(color.red, color.green, color.blue))
                        .toArray());
    }

    private static PaletteData grays() {
        return new PaletteData(
                IntStream.range(0, 256).mapToObj(i -> new RGB(i, i, i)).toArray(RGB[]::new));
    }

    @Override
    public Sharing<ImageData> share(ImageLike image) {
        return Sharing.of(
                image.buffer().layout().flatMap(ImageDataAdapter::onItsArray),
                "an ImageData is a byte[] from its first byte on, grey or with 3 or 4 bytes per pixel, and alpha apart");
    }

    @Override
    public ImageData copy(ImageLike image) {
        int bytes = image.size().arrayLength(4);
        boolean gray = image.mode().family() == ColorFamily.GREY;
        PaletteData palette = gray ? grays() : new PaletteData(0xff0000, 0xff00, 0xff);
        ImageData copy = new ImageData(image.width(), image.height(), gray ? 8 : 24, palette);
        copy.alphaData = image.mode().hasAlpha() ? new byte[bytes / 4] : null;
        StandardImage.from(image, memory(copy).orElseThrow());
        return copy;
    }

    /** Where the samples lie; empty if they have to be looked up. */
    private static Optional<PixelLayout> memory(ImageData image) {
        PaletteData palette = image.palette;
        boolean gray = image.depth == 8 && palette(palette).equals(GRAYS);
        boolean lookedUp = image.transparentPixel != -1 || image.maskData != null || image.alpha != -1;
        int[] masks = gray ? new int[] {0xff} : new int[] {palette.redMask, palette.greenMask, palette.blueMask};
        Mode mode = Mode.of(gray ? ColorFamily.GREY : ColorFamily.RGB, 8, image.alphaData != null);
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        Plane[] planes = new Plane[mode.components()];
        Arrays.setAll(
                planes,
                c -> c < masks.length
                        ? plane(image, masks[c])
                        : Plane.of(ByteBuffer.wrap(image.alphaData), 0, 1, image.width));
        return lookedUp || Arrays.asList(planes).contains(null)
                ? Optional.empty()
                : Optional.of(PixelLayout.of(mode, image.width, image.height, alpha, planes));
    }

    /** The bits of a mask within a byte, or within a pixel of 16 bits, which alone has its lowest byte first; else null. */
    private static @Nullable Plane plane(ImageData image, int mask) {
        int element = image.depth == 16 ? 16 : 8;
        int size = image.depth / element;
        int shift = Integer.numberOfTrailingZeros(mask);
        int bits = Integer.bitCount(mask);
        boolean field = bits <= 8 && mask >>> shift == (1 << bits) - 1 && shift % element + bits <= element;
        ByteBuffer bytes = ByteBuffer.wrap(image.data).order(ByteOrder.LITTLE_ENDIAN);
        Buffer memory = element == 16 ? bytes.asShortBuffer() : bytes;
        int line = image.bytesPerLine * 8 / element;
        return field && shift < size * element && line * element == image.bytesPerLine * 8
                ? Plane.packed(memory, size - 1 - shift / element, size, line, shift % element, bits)
                : null;
    }

    /** An ImageData on the array of an image, if the ImageData then shows the same pixels. */
    private static Optional<ImageData> onItsArray(PixelLayout layout) {
        ImageSize size = layout.size();
        if (!(layout.arrangement() instanceof Arrangement.Interleaved at && at.memory() instanceof ByteBuffer bytes)
                || !bytes.hasArray()
                || at.lineStride() < (long) at.order().length() * size.width()
                || at.lineStride() * size.height() > bytes.array().length
                || at.order().length() > 4) {
            return Optional.empty();
        }
        int depth = 8 * at.order().length();
        int[] masks = layout.planes().stream()
                .mapToInt(p -> 0xff << depth - 8 - 8 * p.offset())
                .toArray();
        var palette = masks.length < 3 ? grays() : new PaletteData(masks[0], masks[1], masks[2]);
        ImageData made =
                new ImageData(size.width(), size.height(), depth, palette, (int) at.lineStride(), bytes.array());
        return memory(made).filter(layout::equals).map(same -> made);
    }
}
