package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.List;
import org.imageop.imagej.ImageJImages;

/** Processors of each kind, and a slice of a stack. */
final class ImageJSources {
    private static final String GROUP = "`ImageProcessor`";

    private ImageJSources() {}

    static List<Source> all() {
        List<Source> sources = new ArrayList<>();
        add(sources, "`ByteProcessor`", new ByteProcessor(WIDTH, HEIGHT));
        ImageProcessor inverted = new ByteProcessor(WIDTH, HEIGHT);
        inverted.invertLut();
        add(sources, "`ByteProcessor`, inverted", inverted);
        ImageProcessor colors = new ByteProcessor(WIDTH, HEIGHT);
        colors.setLut(corners());
        add(sources, "`ByteProcessor` with a table of colours", colors);
        ImageProcessor shorts = new ShortProcessor(WIDTH, HEIGHT);
        shorts.setMinAndMax(0, 4095);
        add(sources, "`ShortProcessor`", shorts);
        ImageProcessor floats = new FloatProcessor(WIDTH, HEIGHT);
        floats.setMinAndMax(Pixels.NUMBERS.min(), Pixels.NUMBERS.max());
        add(sources, "`FloatProcessor`", floats);
        add(sources, "`ColorProcessor`", new ColorProcessor(WIDTH, HEIGHT));

        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        stack.addSlice(new ShortProcessor(WIDTH, HEIGHT));
        stack.addSlice(new ShortProcessor(WIDTH, HEIGHT));
        ImageJPixels slice = new ImageJPixels(stack.getProcessor(2));
        sources.add(new Source(
                GROUP,
                "slice of an `ImageStack`",
                slice.mode(),
                ImageJImages.slices(stack).get(1),
                slice));
        return sources;
    }

    /** Each colour of 0 and 255, and others between. */
    private static LUT corners() {
        byte[][] bands = new byte[3][256];
        for (int i = 0; i < 256; i++) {
            for (int c = 0; c < 3; c++) {
                bands[c][i] = (byte) (i < 8 ? (i >> c & 1) * 255 : i * (c + 3));
            }
        }
        return new LUT(bands[0], bands[1], bands[2]);
    }

    private static void add(List<Source> sources, String kind, ImageProcessor processor) {
        ImageJPixels pixels = new ImageJPixels(processor);
        sources.add(new Source(GROUP, kind, pixels.mode(), processor, pixels));
    }
}
