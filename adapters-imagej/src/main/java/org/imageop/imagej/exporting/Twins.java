package org.imageop.imagej.exporting;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import java.awt.image.ColorModel;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.imagej.pixels.PixelArray;
import org.imageop.imagej.pixels.SignedRows;
import org.imageop.spi.CopyMemory;
import org.jspecify.annotations.Nullable;

/** Copies of ImageJ's own images: of the same class, with the same table, display range and calibration. */
final class Twins {
    private Twins() {}

    /** The processor that an image stands for, if it still has the array that the image has. */
    static Optional<ImageProcessor> processor(ImageLike image) {
        return Images.unwrap(image, ImageProcessor.class)
                .or(() -> Images.unwrap(image, ImagePlus.class).map(ImagePlus::getProcessor))
                .filter(processor -> foundations(image)
                        .anyMatch(memory -> memory.hasArray() && memory.array() == processor.getPixels()));
    }

    private static Stream<Buffer> foundations(ImageLike image) {
        return image.buffer().layout().stream()
                .map(layout -> layout.plane(0).memory())
                .findAny()
                .map(Stream::of)
                .orElseGet(() -> Images.rows(image).foundations().stream()
                        .filter(Buffer.class::isInstance)
                        .map(Buffer.class::cast));
    }

    /** A copy of the processor that an image stands for, displayed in the range that the image has. */
    static ImageProcessor of(ImageProcessor processor, ImageLike image) {
        Object pixels = processor.getPixels();
        int length = Array.getLength(pixels);
        long bytes = (long) length * (pixels instanceof byte[] ? 1 : pixels instanceof short[] ? 2 : 4);
        Object array = CopyMemory.allocate(
                image, bytes, () -> Array.newInstance(pixels.getClass().getComponentType(), length));
        System.arraycopy(pixels, 0, array, 0, length);
        ImageProcessor twin = twin(processor, array);
        if (processor instanceof ColorProcessor && !(processor instanceof IntProcessor)) {
            return twin;
        }
        Plane.Range range = range(processor, image);
        double min = range == null ? processor.getMin() : range.min();
        double max = range == null ? processor.getMax() : range.max();
        // bytes get another table for that
        if (!(twin instanceof ByteProcessor) || min != twin.getMin() || max != twin.getMax()) {
            twin.setMinAndMax(min, max);
        }
        twin.setCalibrationTable(processor.getCalibrationTable());
        return twin;
    }

    /** The range in which the image has the elements; null if it has them as they are. */
    private static Plane.@Nullable Range range(ImageProcessor processor, ImageLike image) {
        List<Plane.Range> ranges = Numbers.ranges(image);
        if (ranges.isEmpty()) {
            return null;
        }
        Plane.Range range = ranges.get(0);
        if (PixelArray.of(processor).isSigned()) {
            return range.equals(SignedRows.ALL)
                    ? null
                    : new Plane.Range(range.min() - Short.MIN_VALUE, range.max() - Short.MIN_VALUE);
        }
        return range;
    }

    private static ImageProcessor twin(ImageProcessor processor, Object array) {
        int width = processor.getWidth();
        int height = processor.getHeight();
        ColorModel table = processor.getColorModel();
        if (array instanceof byte[] bytes) {
            return new ByteProcessor(width, height, bytes, table);
        } else if (array instanceof short[] shorts) {
            return new ShortProcessor(width, height, shorts, table);
        } else if (array instanceof float[] floats) {
            return new FloatProcessor(width, height, floats, table);
        } else if (processor instanceof IntProcessor) {
            ImageProcessor ints = new IntProcessor(width, height, (int[]) array);
            ints.setColorModel(table);
            return ints;
        }
        return new ColorProcessor(width, height, (int[]) array);
    }
}
