package org.imageop.imagej.exporting;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.ColorModel;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.color.Profiles;
import org.imageop.imagej.display.ColorTable;
import org.imageop.imagej.pixels.PixelArray;
import org.imageop.imagej.wrapping.FromImageProcessor;
import org.imageop.spi.CopyMemory;
import org.imageop.spi.Losses;
import org.imageop.spi.Sharing;
import org.jspecify.annotations.Nullable;

/** Images as processors: on the same array, or new ones. */
public final class ToImageProcessor {
    private static final Set<Mode> MODES = EnumSet.of(Mode.L, Mode.L16, Mode.RGB);

    private ToImageProcessor() {}

    /** A processor on the array of an image. */
    public static Sharing<ImageProcessor> share(ImageLike image) {
        // that of an ImagePlus
        ImageProcessor own = Twins.processor(image).orElse(null);
        return own != null ? Sharing.of(own) : shareArray(image);
    }

    /** A new processor on the array of an image. */
    static Sharing<ImageProcessor> shareArray(ImageLike image) {
        return Sharing.of(
                image instanceof IndexedImage indexed ? onIndices(indexed) : onArray(image),
                "an ImageProcessor is an array of grey bytes, shorts or floats, of bytes with a table of opaque colours, or"
                        + " of opaque ARGB ints, and nothing else");
    }

    /** A new processor in the nearest form that ImageJ has; of a processor, one of the same class and table. */
    public static ImageProcessor copy(ImageLike image) {
        ImageProcessor own = Twins.processor(image).orElse(null);
        if (own != null) {
            return Twins.of(own, image);
        }
        boolean table = image instanceof IndexedImage indexed && hasTable(indexed);
        ImageLike source = table ? ((IndexedImage) image).indices() : image;
        Mode mode = source.mode().nearestIn(MODES);
        List<Plane.Range> ranges = mode == Mode.RGB ? List.of() : Numbers.ranges(source);
        Plane.Range range = ranges.isEmpty() ? null : ranges.get(0);
        ColorModel colors = table ? ColorTable.model(((IndexedImage) image).palette()) : null;
        ImageProcessor copy = processor(image.size(), array(image, mode, range != null), range, colors);
        PixelArray pixels = PixelArray.of(copy);
        StandardImage.from(source, range == null ? pixels.samples() : pixels.numbers(range));
        return copy;
    }

    /** What a copy has lost. One of the same class has lost nothing but what info says of the colours. */
    public static List<String> losses(ImageLike image, ImageProcessor copy) {
        if (Twins.processor(image).isPresent()) {
            return Profiles.of(image).isPresent() && !Profiles.isSrgb(image) ? List.of(Losses.PROFILE) : List.of();
        }
        return Losses.between(image, FromImageProcessor.wrap(copy));
    }

    private static Object array(ImageLike image, Mode mode, boolean floats) {
        int length = image.size().arrayLength(1);
        return CopyMemory.allocate(
                image,
                (long) length * (mode == Mode.RGB || floats ? 4 : mode == Mode.L16 ? 2 : 1),
                () -> mode == Mode.RGB
                        ? new int[length]
                        : floats ? new float[length] : mode == Mode.L16 ? new short[length] : new byte[length]);
    }

    /** A processor on the array of an image, if it then shows the same pixels. */
    private static Optional<ImageProcessor> onArray(ImageLike image) {
        PixelLayout layout = image.buffer().layout().orElse(null);
        if (layout == null) {
            return Optional.empty();
        }
        Plane.Range range = layout.plane(0).range();
        return wholeArray(layout)
                .map(array -> processor(layout.size(), array, range, null))
                .filter(made -> FromImageProcessor.wrap(made).buffer().layout().equals(Optional.of(layout)));
    }

    private static Optional<Object> wholeArray(PixelLayout layout) {
        return layout.memory()
                .filter(Buffer::hasArray)
                .map(Buffer::array)
                .filter(array -> Array.getLength(array) == layout.size().arrayLength(1));
    }

    /** A processor on the array of indices, with the colours that the palette has now. */
    private static Optional<ImageProcessor> onIndices(IndexedImage image) {
        ImageProcessor indices = hasTable(image) ? onArray(image.indices()).orElse(null) : null;
        if (!(indices instanceof ByteProcessor)) {
            return Optional.empty();
        }
        indices.setColorModel(ColorTable.model(image.palette()));
        return Optional.of(indices);
    }

    /** Whether ImageJ's tables can have the colours of an indexed image, and reveal that they are of its mode. */
    private static boolean hasTable(IndexedImage image) {
        ImagePalette palette = image.palette();
        return image.indices().mode() == Mode.L
                && (palette.mode() == Mode.L || palette.mode() == Mode.RGB)
                && palette.size() <= 256
                && ImagePalette.ofArgb(palette.toArgb()).mode() == palette.mode();
    }

    private static ImageProcessor processor(
            ImageSize size, Object array, Plane.@Nullable Range range, @Nullable ColorModel table) {
        int width = size.width();
        int height = size.height();
        if (array instanceof byte[] bytes) {
            return new ByteProcessor(width, height, bytes, table);
        } else if (array instanceof short[] shorts) {
            return new ShortProcessor(width, height, shorts, table);
        } else if (array instanceof int[] argb) {
            return new ColorProcessor(width, height, argb);
        }
        ImageProcessor floats = new FloatProcessor(width, height, (float[]) array);
        if (range != null) {
            floats.setMinAndMax(range.min(), range.max());
        }
        return floats;
    }
}
