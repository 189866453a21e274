package org.imageop.examples.swt;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.imageop.ImagePalette;
import org.imageop.Mode;
import org.imageop.SampleRows;

/** The colours of an ImageData of any form, looked up when they are read; in a palette, unless it is direct. */
record PixelRows(ImageData image, Mode mode, ImagePalette palette) implements SampleRows {
    private static final int[] BLACK = new int[3];

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        for (int i = 0, to = offset; i < count; i++) {
            int pixel = image.getPixel(x + i, y);
            for (int value : image.palette.isDirect ? fields(image.palette, pixel) : entry(pixel)) {
                samples[to++] = value;
            }
            if (mode.hasAlpha()) {
                samples[to++] = image.alpha != -1 ? image.alpha : alpha(x + i, y, pixel);
            }
        }
    }

    /** Another ImageData may have the same bytes. */
    @Override
    public List<?> foundations() {
        return List.of(image.data);
    }

    /** A pixel that the palette lacks is black, as SWT draws it. */
    private int[] entry(int pixel) {
        return pixel < palette.size() ? palette.get(pixel) : BLACK;
    }

    private static int[] fields(PaletteData from, int pixel) {
        return new int[] {field(pixel, from.redMask), field(pixel, from.greenMask), field(pixel, from.blueMask)};
    }

    /** The bits of a mask, scaled to 0 … 255. */
    private static int field(int pixel, int mask) {
        return mask == 0 ? 0 : (int) Math.round(255.0 * (pixel & mask & 0xffffffffL) / (mask & 0xffffffffL));
    }

    private int alpha(int x, int y, int pixel) {
        return switch (image.getTransparencyType()) {
            case SWT.TRANSPARENCY_MASK -> image.getTransparencyMask().getPixel(x, y) * 255;
            case SWT.TRANSPARENCY_PIXEL -> pixel == image.transparentPixel ? 0 : 255;
            default -> image.alphaData[y * image.width + x] & 0xff;
        };
    }
}
