package org.imageop.imagej.exporting;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.imagej.display.ColorTable;
import org.imageop.imagej.metadata.PlusInfo;
import org.imageop.imagej.pixels.PixelArray;
import org.jspecify.annotations.Nullable;

/** Processors as the slices of one ImagePlus, each on the array that it has. */
public final class ToStack {
    private ToStack() {}

    /**
     * A stack. ImageJ itself would crop, pad or convert what differs from the first slice.
     *
     * @param images the images that the processors were made of
     */
    public static ImagePlus of(String title, List<? extends ImageLike> images, List<ImageProcessor> processors) {
        ImageProcessor first = processors.get(0);
        ImageStack stack = new ImageStack(first.getWidth(), first.getHeight(), first.getColorModel());
        for (int i = 0; i < processors.size(); i++) {
            check(first, processors.get(i), i);
            String label = PlusInfo.title(images.get(i).info());
            stack.addSlice(label.isEmpty() ? null : label, processors.get(i).getPixels());
        }
        ImagePlus made = new ImagePlus(title, stack);
        ToImagePlus.calibrate(made, processors);
        PlusInfo.write(images.get(0).info(), made);
        if (!(first instanceof ColorProcessor)) {
            made.setDisplayRange(
                    processors.stream()
                            .mapToDouble(ImageProcessor::getMin)
                            .min()
                            .orElseThrow(),
                    processors.stream()
                            .mapToDouble(ImageProcessor::getMax)
                            .max()
                            .orElseThrow());
        }
        return made;
    }

    private static void check(ImageProcessor first, ImageProcessor other, int index) {
        if (other.getWidth() != first.getWidth() || other.getHeight() != first.getHeight()) {
            throw new IllegalArgumentException("Image " + index + " has " + other.getWidth() + "×" + other.getHeight()
                    + " pixels and the first one " + first.getWidth() + "×" + first.getHeight()
                    + ", and the slices of a stack are of one size; resize it with StandardImage.from(image, width,"
                    + " height) [errors.md#sizes-differ]");
        }
        String difference = difference(first, other);
        if (difference != null) {
            throw new IllegalArgumentException(
                    "Image " + index + " cannot be a slice of the stack that the first one begins: "
                            + difference + "; convert the images to one mode with StandardImage.from(image, mode)"
                            + " [errors.md#slices-differ]");
        }
    }

    private static @Nullable String difference(ImageProcessor first, ImageProcessor other) {
        if (other instanceof IntProcessor) {
            return "a stack would take the ints of an IntProcessor for colours";
        } else if (other.getBitDepth() != first.getBitDepth()) {
            return "it is of " + other.getBitDepth() + " bits, and the first one of " + first.getBitDepth();
        } else if (PixelArray.of(other).isSigned() != PixelArray.of(first).isSigned()) {
            return "one has signed numbers, and the other has not";
        } else if (!(first instanceof ColorProcessor)
                && !ColorTable.of(other).palette().equals(ColorTable.of(first).palette())) {
            return "it has another look-up table, and a stack has one";
        }
        return null;
    }
}
