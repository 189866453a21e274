package org.imageop.cli.compare;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Optional;
import org.imageop.Mode;

/**
 * The pixels of a BufferedImage as AWT itself has them, by {@link Raster} and {@link ColorModel}.
 */
public final class SwingPixels implements LibraryPixels {
    private final WritableRaster raster;
    private final ColorModel colors;
    private final Mode mode;

    /**
     * The pixels of an image, with as many components and bits as a mode has, straight.
     *
     * @param image the image
     * @param mode the mode
     */
    public SwingPixels(BufferedImage image, Mode mode) {
        this.raster = image.getRaster();
        this.colors = image.getColorModel();
        this.mode = mode;
    }

    /** Whether the raster holds this mode's components and enough bits, so that its samples can be compared at all. */
    public boolean comparable() {
        if (colors instanceof IndexColorModel) {
            return mode.bitsPerComponent() == 8;
        }
        boolean fits = !mode.planar() && raster.getNumBands() == mode.components();
        for (int size : colors.getComponentSize()) {
            fits &= size <= mode.bitsPerComponent() && (size > 8 || mode.bitsPerComponent() == 8);
        }
        return fits;
    }

    @Override
    public void read(int y, int[] samples) {
        int[] pixels = raster.getPixels(0, y, raster.getWidth(), 1, (int[]) null);
        decode(pixels, samples);
    }

    @Override
    public String library() {
        return "Swing";
    }

    @Override
    public int[] pixel(int x, int y) {
        int[] samples = new int[mode.components()];
        decode(raster.getPixel(x, y, (int[]) null), samples);
        return samples;
    }

    @Override
    public Optional<Runnable> change(int x, int y) {
        int[] before = raster.getPixel(x, y, (int[]) null);
        int[] other = colors instanceof IndexColorModel palette ? otherColor(palette, before) : opposite(before);
        if (Arrays.equals(other, before)) {
            return Optional.empty();
        }
        raster.setPixel(x, y, other);
        return Optional.of(() -> raster.setPixel(x, y, before));
    }

    /** The far end of each band's own range, and opaque, which all memory layouts can hold. */
    private int[] opposite(int[] pixel) {
        int[] opposite = new int[pixel.length];
        for (int band = 0; band < opposite.length; band++) {
            long most = (1L << colors.getComponentSize(band)) - 1;
            boolean alpha = mode.hasAlpha() && band == opposite.length - 1;
            opposite[band] = alpha ? (int) most : SharedMemoryProof.farEnd(pixel[band], most);
        }
        return opposite;
    }

    private static int[] otherColor(IndexColorModel palette, int[] pixel) {
        for (int index = 0; index < palette.getMapSize(); index++) {
            if (palette.getRGB(index) != palette.getRGB(pixel[0])) {
                return new int[] {index};
            }
        }
        return pixel;
    }

    private void decode(int[] pixels, int[] samples) {
        int components = mode.components();
        int count = pixels.length / raster.getNumBands();
        for (int i = 0; i < count; i++) {
            if (colors instanceof IndexColorModel palette) {
                lookUp(palette, pixels[i], samples, i * components);
            } else {
                for (int c = 0; c < components; c++) {
                    samples[i * components + c] = scaled(pixels[i * components + c], c);
                }
                if (colors.isAlphaPremultiplied() && colors.hasAlpha()) {
                    unmultiply(samples, i * components);
                }
            }
        }
    }

    private void lookUp(IndexColorModel palette, int index, int[] samples, int at) {
        int argb = index < palette.getMapSize() ? palette.getRGB(index) : 0;
        int[] rgba = {argb >> 16 & 255, argb >> 8 & 255, argb & 255, argb >>> 24};
        int components = mode.components();
        for (int c = 0; c < components; c++) {
            boolean alpha = mode.hasAlpha() && c == components - 1;
            samples[at + c] = alpha ? rgba[3] : rgba[c];
        }
    }

    private int scaled(int sample, int band) {
        // 10-bit samples may lie in 16-bit elements
        int bits = colors.getComponentSize(band);
        if (bits == mode.bitsPerComponent()) {
            return sample;
        }
        long most = (1L << bits) - 1;
        return (int) ((sample * mode.maxValue() * 2 + most) / (2 * most));
    }

    private void unmultiply(int[] samples, int at) {
        long most = mode.maxValue();
        int last = mode.components() - 1;
        long alpha = samples[at + last];
        for (int c = 0; c < last; c++) {
            samples[at + c] = alpha == 0 ? 0 : (int) Math.min(most, (samples[at + c] * most * 2 + alpha) / (2 * alpha));
        }
    }
}
