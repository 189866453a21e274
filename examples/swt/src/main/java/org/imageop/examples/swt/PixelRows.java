package org.imageop.examples.swt;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.imageop.SampleRows;

/** The colours of an ImageData of any kind, looked up when they are read. Read-only: most have no pixel in a palette. */
record PixelRows(ImageData image) implements SampleRows {

    static boolean transparent(ImageData image) {
        return image.alpha != -1 || image.getTransparencyType() != SWT.TRANSPARENCY_NONE;
    }

    @Override
    public void read(int x, int y, int count, int[] samples, int offset) {
        int[] pixels = new int[count];
        image.getPixels(x, y, count, pixels, 0);
        boolean transparent = transparent(image);
        int to = offset;
        for (int i = 0; i < count; i++) {
            PaletteData palette = image.palette;
            if (palette.isDirect) {
                samples[to++] = field(pixels[i], palette.redMask);
                samples[to++] = field(pixels[i], palette.greenMask);
                samples[to++] = field(pixels[i], palette.blueMask);
            } else {
                // a pixel that the palette lacks is black, as SWT draws it
                RGB color = pixels[i] < palette.colors.length ? palette.colors[pixels[i]] : new RGB(0, 0, 0);
                samples[to++] = color.red;
                samples[to++] = color.green;
                samples[to++] = color.blue;
            }
            if (transparent) {
                samples[to++] = alpha(x + i, y, pixels[i]);
            }
        }
    }

    /** Another ImageData may be on the same bytes. */
    @Override
    public Object base() {
        return image.data;
    }

    /** The bits of a mask, scaled to 0 … 255. */
    private static int field(int pixel, int mask) {
        long largest = Integer.toUnsignedLong(mask) >>> Integer.numberOfTrailingZeros(mask);
        long value = Integer.toUnsignedLong(pixel & mask) >>> Integer.numberOfTrailingZeros(mask);
        return mask == 0 ? 0 : (int) ((value * 255 + largest / 2) / largest);
    }

    private int alpha(int x, int y, int pixel) {
        if (image.alpha != -1) {
            return image.alpha;
        }
        return switch (image.getTransparencyType()) {
            case SWT.TRANSPARENCY_MASK -> maskBit(x, y) * 255;
            case SWT.TRANSPARENCY_PIXEL -> pixel == image.transparentPixel ? 0 : 255;
            default -> image.alphaData[y * image.width + x] & 0xff;
        };
    }

    private int maskBit(int x, int y) {
        int line = ((image.width + 7) / 8 + image.maskPad - 1) / image.maskPad * image.maskPad;
        return image.maskData[y * line + x / 8] >> 7 - x % 8 & 1;
    }
}
