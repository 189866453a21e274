package org.imageop.imagej.wrapping;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.imagej.display.DisplayRange;
import org.imageop.imagej.metadata.PlusInfo;
import org.imageop.imagej.pixels.PixelArray;

/** The slices of a stack, each made when it is asked for. */
public final class Slices extends AbstractList<ImageLike> implements RandomAccess {
    private final int size;
    private final IntFunction<ImageLike> slices;

    private Slices(int size, IntFunction<ImageLike> slices) {
        this.size = size;
        this.slices = slices;
    }

    /** The slices of a stack, with the table and display range of the stack. */
    public static List<ImageLike> of(ImageStack stack) {
        return new Slices(stack.getSize(), i -> {
            StandardImage slice = slice(stack, i + 1);
            PlusInfo.readLabel(stack, i + 1, slice.info());
            return slice;
        });
    }

    /** The slices of an ImagePlus, with what it says of their pixels. */
    public static List<ImageLike> of(ImagePlus image) {
        ImageProcessor shown = FromImagePlus.processor(image);
        ImageStack stack = image.getStack();
        int current = image.getCurrentSlice();
        if (!stack.isVirtual() && stack.getPixels(current) != shown.getPixels()) {
            // as ImageJ does when another slice is to be shown
            stack.setPixels(shown.getPixels(), current);
        }
        return new Slices(stack.getSize(), i -> {
            StandardImage slice = image.isComposite()
                    ? channel(stack, i + 1, ((CompositeImage) image).getChannelLut(i % image.getNChannels() + 1))
                    : slice(stack, i + 1);
            PlusInfo.readSlice(image, stack, i + 1, slice.info());
            return slice;
        });
    }

    private static StandardImage slice(ImageStack stack, int n) {
        ImageProcessor processor = stack.getProcessor(n);
        return stack.isVirtual()
                ? readOnly(FromImageProcessor.wrap(processor))
                : FromImageProcessor.wrap(processor, PixelArray.of(processor, stack, n));
    }

    /** The numbers of a channel: its table is the colour in which it is added to the others. */
    private static StandardImage channel(ImageStack stack, int n, LUT table) {
        ImageProcessor processor = stack.getProcessor(n);
        PixelArray pixels = stack.isVirtual() ? PixelArray.of(processor) : PixelArray.of(processor, stack, n);
        StandardImage channel = FromImageProcessor.values(null, pixels, DisplayRange.of(table.min, table.max));
        return stack.isVirtual() ? readOnly(channel) : channel;
    }

    /** The slice that was read from somewhere; nobody would write it there. */
    private static StandardImage readOnly(StandardImage read) {
        StandardImage slice = Views.readOnly(read);
        slice.info().putAll(read.info());
        return slice;
    }

    @Override
    public ImageLike get(int index) {
        return slices.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }

    /** The slice at a position of a hyperstack; ImageJ itself takes the nearest one for a position outside. */
    public static ImageLike at(ImagePlus image, int channel, int slice, int frame) {
        check("channel", channel, image.getNChannels());
        check("slice", slice, image.getNSlices());
        check("frame", frame, image.getNFrames());
        return of(image).get(image.getStackIndex(channel, slice, frame) - 1);
    }

    private static void check(String axis, int position, int count) {
        if (position < 1 || position > count) {
            throw new IndexOutOfBoundsException("There is no " + axis + " " + position + " in an ImagePlus of " + count
                    + "; ImageJ counts channels, slices and frames from 1 [errors.md#no-such-index]");
        }
    }
}
