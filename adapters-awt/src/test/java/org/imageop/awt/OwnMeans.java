package org.imageop.awt;

import java.awt.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelGrabber;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/** Pixels as AWT itself reads and writes them, for the contract; the arithmetic is {@link Oracle}'s. */
final class OwnMeans {
    private OwnMeans() {}

    static Mode mode(RenderedImage image) {
        return mode(image.getColorModel(), image.getSampleModel());
    }

    /** What the colours, or without colours the bands, are in the protocol. */
    static Mode mode(@Nullable ColorModel model, SampleModel samples) {
        if (model instanceof IndexColorModel palette) {
            int[] colors = new int[palette.getMapSize()];
            palette.getRGBs(colors);
            boolean opaque = Arrays.stream(colors).allMatch(color -> color >>> 24 == 255);
            boolean grey = Arrays.stream(colors).allMatch(color -> (color & 0xffffff) == (color & 255) * 0x10101);
            return !opaque ? Mode.RGBA : grey ? Mode.L : Mode.RGB;
        }
        int components = model == null ? samples.getNumBands() : model.getNumComponents();
        int bits = Arrays.stream(samples.getSampleSize()).max().orElseThrow();
        boolean inks = model != null && model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
        return switch (components) {
            case 1 -> bits > 16 ? Mode.L32 : bits > 8 ? Mode.L16 : Mode.L;
            case 2 -> bits > 8 ? Mode.LA32 : Mode.LA;
            case 3 -> bits > 8 ? Mode.RGB48 : Mode.RGB;
            default -> inks ? bits > 8 ? Mode.CMYK64 : Mode.CMYK : bits > 8 ? Mode.RGBA64 : Mode.RGBA;
        };
    }

    static int[] pixel(RenderedImage image, int x, int y) {
        int column = image.getMinX() + x;
        int row = image.getMinY() + y;
        Raster tile = image.getTile(
                Math.floorDiv(column - image.getTileGridXOffset(), image.getTileWidth()),
                Math.floorDiv(row - image.getTileGridYOffset(), image.getTileHeight()));
        return pixel(image.getColorModel(), tile, column - tile.getMinX(), row - tile.getMinY());
    }

    /** A pixel of a raster, from its corner. */
    static int[] pixel(@Nullable ColorModel model, Raster raster, int x, int y) {
        Mode mode = mode(model, raster.getSampleModel());
        if (model instanceof IndexColorModel palette) {
            int index = raster.getSample(raster.getMinX() + x, raster.getMinY() + y, 0);
            return Arrays.copyOf(rgba(palette.getRGB(index)), mode.components());
        }
        Oracle oracle = Oracle.of(raster, model != null && model.isAlphaPremultiplied());
        return oracle.read(raster, x, y, mode.components(), mode.bitsPerComponent());
    }

    private static int[] rgba(int argb) {
        return new int[] {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
    }

    /** Writes a pixel of 0 and largest values into a raster. */
    static void set(@Nullable ColorModel model, WritableRaster raster, int x, int y, int[] pixel) {
        int column = raster.getMinX() + x;
        int row = raster.getMinY() + y;
        if (model instanceof IndexColorModel palette) {
            int argb = pixel.length == 1
                    ? 0xff000000 | pixel[0] * 0x10101
                    : (pixel.length == 3 ? 255 : pixel[3]) << 24 | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
            raster.setDataElements(column, row, palette.getDataElements(argb, null));
            return;
        }
        for (int b = 0; b < pixel.length; b++) {
            int bits = raster.getSampleModel().getSampleSize(b);
            raster.setSample(column, row, b, pixel[b] == 0 ? 0 : (int) ((1L << bits) - 1));
        }
    }

    static void set(RenderedImage image, int x, int y, int[] pixel) {
        if (image instanceof BufferedImage pixels) {
            set(pixels.getColorModel(), pixels.getRaster(), x, y, pixel);
        } else if (image instanceof Tiled tiled) {
            set(tiled.getColorModel(), tiled.pixels.getRaster(), x, y, pixel);
        } else {
            throw new UnsupportedOperationException("A " + image.getClass().getName() + " is read-only");
        }
    }

    /** A pixel of an image that only a PixelGrabber sees. */
    static int[] grabbed(Image image, int x, int y) {
        int[] argb = new int[1];
        try {
            if (!new PixelGrabber(image, x, y, 1, 1, argb, 0, 1).grabPixels()) {
                throw new IllegalStateException("The pixel (" + x + ", " + y + ") could not be grabbed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a pixel was grabbed", e);
        }
        return rgba(argb[0]);
    }
}
