package org.imageop.verification.matrix;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.imageop.Mode;
import org.imageop.verification.model.Formulas;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/** The samples of a BufferedImage's raster, and their meaning by its colour model. */
record AwtPixels(BufferedImage image, Mode mode) implements Pixels {

    @Override
    public int[] get(int x, int y) {
        WritableRaster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            int color = palette.getRGB(raster.getSample(x, y, 0));
            int[] all = {color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff, color >>> 24};
            return Arrays.copyOf(all, mode.components());
        }
        int[] samples = new int[mode.components()];
        for (int c = 0; c < samples.length; c++) {
            samples[c] = floating()
                    ? NUMBERS.sample(raster.getSampleFloat(x, y, c), mode.maxValue())
                    : Formulas.scale(raster.getSample(x, y, c) & 0xffffffffL, most(c), mode.maxValue());
        }
        return model.isAlphaPremultiplied() ? Formulas.straight(samples, mode.maxValue()) : samples;
    }

    @Override
    public void set(int x, int y, int... samples) {
        WritableRaster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            raster.setSample(x, y, 0, index(palette, samples));
            return;
        }
        int[] stored = model.isAlphaPremultiplied() ? Formulas.premultiplied(samples, mode.maxValue()) : samples;
        for (int c = 0; c < stored.length; c++) {
            if (floating()) {
                raster.setSample(x, y, c, NUMBERS.number(stored[c], mode.maxValue()));
            } else {
                raster.setSample(x, y, c, Formulas.scale(stored[c] & 0xffffffffL, mode.maxValue(), most(c)));
            }
        }
    }

    @Override
    public void scatter(int x, int y, Mode of, SplittableRandom random) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            image.getRaster().setSample(x, y, 0, random.nextInt(palette.getMapSize()));
        } else {
            Pixels.super.scatter(x, y, of, random);
        }
    }

    @Override
    public @Nullable Numbers numbers() {
        return floating() ? NUMBERS : null;
    }

    private boolean floating() {
        return image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_FLOAT;
    }

    private long most(int component) {
        return (1L << image.getColorModel().getComponentSize(component)) - 1;
    }

    private int index(IndexColorModel palette, int... samples) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            int color = palette.getRGB(i);
            int[] all = {color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff, color >>> 24};
            if (Arrays.equals(Arrays.copyOf(all, samples.length), samples)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The palette has no color " + Arrays.toString(samples));
    }
}
