package org.imageop.examples.imagej;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.EnumSet;
import java.util.Optional;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.jspecify.annotations.Nullable;

/**
 * Makes ImageJ's ImageProcessor known to the protocol. It is the smallest adapter that does all that an adapter can do: start
 * yours from a copy of it.
 *
 * <pre>{@code
 * ImageLike image = Images.of(processor);                          // wraps: both have one array
 * ImageProcessor same = Images.to(image, ImageProcessor.class);    // unwraps: the same object
 * ImageProcessor made = Images.to(photo, ImageProcessor.class);    // shares the photo's array, or copies it
 * }</pre>
 *
 * <ul>
 *   <li>A ByteProcessor is an L image, a ShortProcessor an L16 image. The display range does not change their samples.
 *   <li>A FloatProcessor is an L16 image. Its display range, {@code getMin()} to {@code getMax()} at the time of wrapping, is
 *       black to white; 0 to 1 if all its numbers are equal. The numbers stay floats, in copies too.
 *   <li>A ColorProcessor is an RGB image. ImageJ has no alpha: a copy loses it.
 *   <li>A processor with a colour LUT or an inverting LUT is refused, and so is an IntProcessor, whose ints are not colours.
 * </ul>
 */
public final class ImageProcessorAdapter implements ImageAdapter<ImageProcessor> {
    @Override
    public Class<ImageProcessor> type() {
        return ImageProcessor.class;
    }

    @Override
    public ImageLike wrap(ImageProcessor processor) {
        return StandardImage.wrapping(processor, layout(processor));
    }

    @Override
    public Sharing<ImageProcessor> share(ImageLike image) {
        return Sharing.of(
                image.buffer().layout().flatMap(ImageProcessorAdapter::onItsArray),
                "an ImageProcessor is an array of grey bytes, shorts or floats or of opaque ARGB ints, and nothing else");
    }

    @Override
    public ImageProcessor copy(ImageLike image) {
        int pixels = image.size().arrayLength(1);
        Mode mode = image.mode().nearestIn(EnumSet.of(Mode.L, Mode.L16, Mode.RGB));
        Plane.Range range =
                image.buffer().layout().map(layout -> layout.plane(0).range()).orElse(null);
        Object array = mode == Mode.RGB
                ? new int[pixels]
                : range != null ? new float[pixels] : mode == Mode.L ? new byte[pixels] : new short[pixels];
        ImageProcessor copy = processor(image.size(), array, range);
        StandardImage.from(image, layout(copy));
        return copy;
    }

    /** A processor on the array of an image, if the processor then shows the same pixels. */
    private static Optional<ImageProcessor> onItsArray(PixelLayout layout) {
        return layout.memory()
                .filter(memory -> memory.hasArray()
                        && Array.getLength(memory.array()) == layout.size().arrayLength(1))
                .map(memory ->
                        processor(layout.size(), memory.array(), layout.plane(0).range()))
                .filter(made -> layout(made).equals(layout));
    }

    private static ImageProcessor processor(ImageSize size, Object array, Plane.@Nullable Range range) {
        if (array instanceof byte[] bytes) {
            return new ByteProcessor(size.width(), size.height(), bytes);
        } else if (array instanceof short[] shorts) {
            return new ShortProcessor(size.width(), size.height(), shorts, null);
        } else if (array instanceof int[] argb) {
            return new ColorProcessor(size.width(), size.height(), argb);
        }
        ImageProcessor floats = new FloatProcessor(size.width(), size.height(), (float[]) array);
        floats.setMinAndMax(range.min(), range.max());
        return floats;
    }

    /** The array of a processor, and what its elements mean. */
    private static PixelLayout layout(ImageProcessor image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean plain = !image.isColorLut() && !image.isInvertedLut() && !(image instanceof IntProcessor);
        return switch (plain ? image.getBitDepth() : 0) {
            case 8 -> PixelLayout.of(Mode.L, width, height, ByteBuffer.wrap((byte[]) image.getPixels()));
            case 16 -> PixelLayout.of(Mode.L16, width, height, ShortBuffer.wrap((short[]) image.getPixels()));
            case 24 -> PixelLayout.argb(IntBuffer.wrap((int[]) image.getPixels()), width, height, AlphaType.OPAQUE);
            case 32 -> {
                boolean flat = !(image.getMin() < image.getMax() && Double.isFinite(image.getMax() - image.getMin()));
                var range = flat ? new Plane.Range(0, 1) : new Plane.Range(image.getMin(), image.getMax());
                yield PixelLayout.ranged(
                        Mode.L16, width, height, "L", range, FloatBuffer.wrap((float[]) image.getPixels()), 0, width);
            }
            default ->
                throw new UnsupportedImageException("The pixels of this " + image + " are neither grey nor RGB: it has"
                        + " a colour LUT, an inverting LUT or ints that are not colours; to keep the colours pass new"
                        + " ColorProcessor(processor.createImage()), to keep the numbers call setColorModel(null)");
        };
    }
}
