package org.imageop.imagej.wrapping;

import ij.process.ImageProcessor;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.imagej.display.ColorTable;
import org.imageop.imagej.display.DisplayRange;
import org.imageop.imagej.pixels.InvertedRows;
import org.imageop.imagej.pixels.PixelArray;
import org.imageop.imagej.pixels.SignedRows;
import org.imageop.imagej.pixels.TableRows;
import org.jspecify.annotations.Nullable;

/** Processors as live images of the protocol. */
public final class FromImageProcessor {
    private FromImageProcessor() {}

    /** Numbers as greys, colours as colours; tables as far as numbers can say them. */
    public static StandardImage wrap(ImageProcessor processor) {
        return wrap(processor, PixelArray.of(processor));
    }

    /**
     * The same for an array that something else than its processor stands for.
     *
     * @param source what the image can be unwrapped to
     */
    static StandardImage wrap(Object source, PixelArray pixels) {
        ColorTable table = pixels.isColors() ? null : ColorTable.of(pixels.processor());
        if (table == null || pixels.isInts() || table.isGreyRamp()) {
            return values(source, pixels, null);
        } else if (pixels.elements() instanceof byte[]) {
            ColorTable shown = ColorTable.ofBytes(pixels.processor());
            StandardImage colors = image(source, shown.palette().mode(), pixels, new TableRows(pixels, shown));
            colors.info().put(InfoKeys.PALETTE, shown.palette());
            return colors;
        } else if (!table.isInverted()) {
            return values(source, pixels, null);
        } else if (pixels.elements() instanceof float[] || pixels.isSigned()) {
            throw new UnsupportedImageException("The numbers of this "
                    + pixels.processor().getClass().getSimpleName()
                    + " are shown from white to black, by an inverted table, and a range of numbers runs from black to"
                    + " white; take the numbers with ImageJImages.values(processor), or what is shown with"
                    + " ImageJImages.displayed(processor) [errors.md#inverted-numbers]");
        }
        return image(source, Mode.L16, pixels, new InvertedRows(pixels));
    }

    /** The numbers, or colours, without a look-up table. They stand for no processor, since that has a table. */
    public static StandardImage values(ImageProcessor processor) {
        return values(null, PixelArray.of(processor), null);
    }

    /**
     * The same.
     *
     * @param range the floats that are black and white; null for those of the processor
     */
    static StandardImage values(@Nullable Object source, PixelArray pixels, Plane.@Nullable Range range) {
        if (pixels.isInts()) {
            throw new UnsupportedImageException(
                    "The ints of an IntProcessor are signed numbers without a black and white"
                            + " of their own; give their range with ImageJImages.wrap(processor, new Plane.Range(min, max))"
                            + " [errors.md#range-needed]");
        } else if (pixels.isSigned()) {
            return image(source, Mode.L16, pixels, new SignedRows(pixels, SignedRows.ALL));
        } else if (pixels.elements() instanceof float[]) {
            return image(source, pixels.numbers(range == null ? DisplayRange.of(pixels.processor()) : range));
        }
        return image(source, pixels.samples());
    }

    /** Numbers of a range that the caller knows. */
    public static StandardImage wrap(ImageProcessor processor, Plane.Range range) {
        PixelArray pixels = PixelArray.of(processor);
        if (pixels.isColors()) {
            throw new UnsupportedImageException(
                    "The pixels of a ColorProcessor are colours, not numbers, and take no value"
                            + " range; wrap it without one [errors.md#range-of-colours]");
        }
        return pixels.isSigned()
                ? image(processor, Mode.L16, pixels, new SignedRows(pixels, range))
                : image(processor, pixels.numbers(range));
    }

    private static StandardImage image(@Nullable Object source, PixelLayout layout) {
        return source == null ? StandardImage.wrap(layout) : StandardImage.wrapping(source, layout);
    }

    private static StandardImage image(@Nullable Object source, Mode mode, PixelArray pixels, SampleRows rows) {
        int width = pixels.processor().getWidth();
        int height = pixels.processor().getHeight();
        return source == null
                ? StandardImage.computed(mode, width, height, rows)
                : StandardImage.wrapping(source, mode, width, height, rows);
    }
}
