package org.imageop.verification.matrix;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.imageop.Mode;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/** The pixels of a processor through its own methods, and through its look-up table, if bytes have one. */
record ImageJPixels(ImageProcessor processor) implements Pixels {

    Mode mode() {
        if (processor instanceof ByteProcessor) {
            return processor.isColorLut() ? Mode.RGB : Mode.L;
        }
        return processor instanceof ColorProcessor ? Mode.RGB : Mode.L16;
    }

    private boolean table() {
        return processor instanceof ByteProcessor && !processor.isDefaultLut();
    }

    private int[] color(int index) {
        int rgb = ((IndexColorModel) processor.getCurrentColorModel()).getRGB(index);
        return mode() == Mode.L ? new int[] {rgb & 255} : new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
    }

    @Override
    public int[] get(int x, int y) {
        if (processor instanceof ColorProcessor) {
            return processor.getPixel(x, y, null);
        } else if (processor instanceof FloatProcessor) {
            return new int[] {range().sample(processor.getf(x, y), Mode.L16.maxValue())};
        }
        return table() ? color(processor.get(x, y)) : new int[] {processor.get(x, y)};
    }

    @Override
    public void set(int x, int y, int... samples) {
        if (processor instanceof ColorProcessor) {
            processor.set(x, y, 0xff000000 | (samples[0] & 255) << 16 | (samples[1] & 255) << 8 | (samples[2] & 255));
        } else if (processor instanceof FloatProcessor) {
            processor.setf(x, y, (float) range().number(samples[0], Mode.L16.maxValue()));
        } else if (table()) {
            int index = 0;
            while (!Arrays.equals(color(index), samples)) {
                index++;
            }
            processor.set(x, y, index);
        } else {
            processor.set(x, y, samples[0] & (processor instanceof ByteProcessor ? 255 : 65535));
        }
    }

    @Override
    public void scatter(int x, int y, Mode mode, SplittableRandom random) {
        if (table()) {
            processor.set(x, y, random.nextInt(256));
        } else {
            Pixels.super.scatter(x, y, mode, random);
        }
    }

    private Numbers range() {
        return new Numbers(processor.getMin(), processor.getMax(), true);
    }

    @Override
    public @Nullable Numbers numbers() {
        return processor instanceof FloatProcessor ? range() : null;
    }
}
