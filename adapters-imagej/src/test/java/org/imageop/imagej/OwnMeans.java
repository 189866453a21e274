package org.imageop.imagej;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.imageop.Mode;

/** Processors read and written by ImageJ's own getPixel, getf, get and tables. */
final class OwnMeans {
    private OwnMeans() {}

    static ImageProcessor ranged(ImageProcessor processor, double min, double max) {
        processor.setMinAndMax(min, max);
        return processor;
    }

    static ImageProcessor inverted(ImageProcessor processor) {
        processor.invertLut();
        return processor;
    }

    /** Colours at no even distances, some of them twice. */
    static IndexColorModel table(int size) {
        SplittableRandom random = new SplittableRandom(7);
        byte[][] bands = new byte[3][size];
        for (int i = 0; i < size; i++) {
            for (byte[] band : bands) {
                band[i] = (byte) (random.nextInt(5) * 63);
            }
        }
        return new IndexColorModel(8, size, bands[0], bands[1], bands[2]);
    }

    static ImageProcessor withTable(ImageProcessor processor, IndexColorModel table) {
        processor.setColorModel(table);
        return processor;
    }

    /** Numbers of every kind, in floats also beyond any display range. */
    static ImageProcessor noise(ImageProcessor processor) {
        SplittableRandom random = new SplittableRandom(processor.getWidth());
        for (int i = 0; i < processor.getPixelCount(); i++) {
            if (processor instanceof FloatProcessor) {
                processor.setf(i, (float) (random.nextDouble(-2000, 6000)));
            } else {
                processor.set(i, random.nextInt() & (processor instanceof ByteProcessor ? 0xff : -1));
            }
        }
        return processor;
    }

    /** The 256 colours that bytes have, in ImageJ's own table. */
    static int[] colors(ImageProcessor processor) {
        IndexColorModel model = (IndexColorModel) processor.getCurrentColorModel();
        return IntStream.range(0, 256).map(i -> 0xff000000 | model.getRGB(i)).toArray();
    }

    static Mode mode(ImageProcessor processor) {
        if (processor instanceof ByteProcessor) {
            boolean grey = Arrays.stream(colors(processor)).allMatch(c -> (c & 0xffffff) == (c & 255) * 0x10101);
            return grey ? Mode.L : Mode.RGB;
        }
        return processor instanceof ColorProcessor ? Mode.RGB : Mode.L16;
    }

    static int[] pixel(ImageProcessor processor, int x, int y) {
        if (processor instanceof ColorProcessor) {
            return processor.getPixel(x, y, null);
        } else if (processor instanceof FloatProcessor) {
            double black = black(processor);
            double share = (processor.getf(x, y) - black) / (white(processor) - black);
            return new int[] {(int) Math.max(0, Math.min(65535, Math.round(share * 65535)))};
        } else if (processor instanceof ShortProcessor) {
            int value = processor.get(x, y);
            return new int[] {processor.isInvertedLut() ? 65535 - value : value};
        } else if (processor.isDefaultLut()) {
            return new int[] {processor.get(x, y)};
        }
        Color color = new Color(colors(processor)[processor.get(x, y)]);
        return mode(processor) == Mode.L
                ? new int[] {color.getRed()}
                : new int[] {color.getRed(), color.getGreen(), color.getBlue()};
    }

    static void setPixel(ImageProcessor processor, int x, int y, int[] pixel) {
        if (processor instanceof ColorProcessor) {
            processor.putPixel(x, y, pixel);
        } else if (processor instanceof FloatProcessor) {
            double black = black(processor);
            processor.setf(x, y, (float) (black + pixel[0] / 65535.0 * (white(processor) - black)));
        } else if (processor instanceof ShortProcessor) {
            processor.set(x, y, processor.isInvertedLut() ? 65535 - pixel[0] : pixel[0]);
        } else if (processor.isDefaultLut()) {
            processor.set(x, y, pixel[0]);
        } else {
            int[] colors = colors(processor);
            int best = 0;
            for (int i = 0; i < 256; i++) {
                best = distance(colors[i], pixel) < distance(colors[best], pixel) ? i : best;
            }
            processor.set(x, y, best);
        }
    }

    private static int distance(int argb, int[] pixel) {
        int sum = 0;
        for (int c = 0; c < 3; c++) {
            int difference = (argb >> 16 - 8 * c & 255) - pixel[pixel.length == 1 ? 0 : c];
            sum += difference * difference;
        }
        return sum;
    }

    private static double black(ImageProcessor processor) {
        return processor.getMin();
    }

    /** One more than black, if both are the same. */
    private static double white(ImageProcessor processor) {
        return processor.getMin() < processor.getMax() ? processor.getMax() : processor.getMin() + 1;
    }
}
