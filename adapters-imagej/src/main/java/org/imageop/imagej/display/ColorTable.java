package org.imageop.imagej.display;

import ij.process.ImageProcessor;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.imageop.ImagePalette;

/** The colours of a look-up table: of 256 steps, as ImageJ's tables have them. Entries that a shorter table lacks are black. */
public final class ColorTable {
    private static final int SIZE = 256;
    private static final int LAST = SIZE - 1;
    private static final int OPAQUE = 0xff000000;

    private final int[] colors;

    private ColorTable(IntUnaryOperator colors) {
        this.colors = new int[SIZE];
        Arrays.setAll(this.colors, i -> OPAQUE | colors.applyAsInt(i));
    }

    /** The table of a processor, whatever its display range is. */
    public static ColorTable of(ImageProcessor processor) {
        return of(processor.getColorModel());
    }

    /** The colours of bytes: the table of a processor, with its display range. A threshold does not paint over them. */
    public static ColorTable ofBytes(ImageProcessor processor) {
        if (processor.getMinThreshold() == ImageProcessor.NO_THRESHOLD) {
            return of(processor.getCurrentColorModel());
        }
        double min = processor.getMin();
        double max = processor.getMax();
        ColorTable table = of(processor);
        return new ColorTable(i -> table.colors[i < min ? 0 : i > max ? LAST : step(256 * (i - min) / (max - min))]);
    }

    private static ColorTable of(ColorModel model) {
        if (model instanceof IndexColorModel table) {
            return new ColorTable(i -> i < table.getMapSize() ? table.getRGB(i) : 0);
        }
        return new ColorTable(ColorTable::grey);
    }

    private static int grey(int level) {
        return level * 0x010101;
    }

    /** The step that a position on the table is; black if it is not a number, as in ImageJ. */
    static int step(double position) {
        return (int) Math.max(0, Math.min(LAST, (long) position));
    }

    /** Whether the table runs from black to white, so that numbers are greys. */
    public boolean isGreyRamp() {
        return is(ColorTable::grey);
    }

    /** Whether the table runs from white to black. */
    public boolean isInverted() {
        return is(i -> grey(LAST - i));
    }

    private boolean is(IntUnaryOperator other) {
        return Arrays.equals(colors, new ColorTable(other).colors);
    }

    /** The colours, of mode L if all are grey, else RGB. */
    public ImagePalette palette() {
        return ImagePalette.ofArgb(colors);
    }

    /** The colour of a step, as ARGB. */
    public int argb(int step) {
        return colors[step];
    }

    /** A colour model for processors, of the entries of a palette. */
    public static IndexColorModel model(ImagePalette palette) {
        int[] argb = palette.toArgb();
        byte[][] bands = new byte[3][SIZE];
        for (int i = 0; i < Math.min(SIZE, argb.length); i++) {
            bands[0][i] = (byte) (argb[i] >> 16);
            bands[1][i] = (byte) (argb[i] >> 8);
            bands[2][i] = (byte) argb[i];
        }
        return new IndexColorModel(Byte.SIZE, SIZE, bands[0], bands[1], bands[2]);
    }
}
