package org.imageop.imagej.display;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import java.nio.IntBuffer;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.spi.Argb;

/** Images as ImageJ shows them: numbers in a display range, through a look-up table; composites of channels. */
public final class Shown {
    private Shown() {}

    /** What ImageJ shows of an ImagePlus now. */
    public static StandardImage of(ImagePlus image) {
        if (image.isComposite()) {
            // what ImageJ does before it paints: the current channel gets its table, a composite is added up
            image.updateImage();
            if (image.getCompositeMode() == IJ.COMPOSITE && image.getNChannels() > 1) {
                return of(new ColorProcessor(image.getImage()));
            }
        }
        return of(image.getProcessor());
    }

    /** What ImageJ shows of a processor now. */
    public static StandardImage of(ImageProcessor processor) {
        int width = processor.getWidth();
        int height = processor.getHeight();
        if (processor instanceof ColorProcessor && !(processor instanceof IntProcessor)) {
            IntBuffer argb = IntBuffer.wrap((int[]) processor.getPixels());
            return StandardImage.from(StandardImage.wrap(PixelLayout.argb(argb, width, height, AlphaType.OPAQUE)));
        }
        ColorTable table =
                processor instanceof ByteProcessor ? ColorTable.ofBytes(processor) : ColorTable.of(processor);
        Mode mode = table.palette().mode();
        Scale scale = Scale.of(processor);
        SampleRows rows = (x, y, count, samples, offset) -> {
            for (int i = 0, k = offset; i < count; i++, k += mode.components()) {
                int argb = table.argb(scale.step(y * width + x + i));
                Argb.unpack(argb, mode.components(), samples, k);
            }
        };
        return StandardImage.from(StandardImage.computed(mode, width, height, rows));
    }

    /** Where the number at an index is on the table. */
    @FunctionalInterface
    private interface Scale {
        int step(int index);

        /** By ImageJ's arithmetic: whole numbers have 256 steps of equal width, others are rounded to the nearest of 255. */
        static Scale of(ImageProcessor processor) {
            if (processor instanceof IntProcessor) {
                // only then it looks for its smallest and largest number
                processor.createImage();
            }
            double min = processor.getMin();
            double max = processor.getMax();
            if (processor instanceof ByteProcessor) {
                return processor::get;
            } else if (processor instanceof ShortProcessor) {
                double steps = 256 / (max - min + 1);
                return index -> ColorTable.step(Math.max(0, processor.get(index) - min) * steps + 0.5);
            } else if (processor instanceof IntProcessor) {
                double steps = 255 / (max - min);
                return index -> ColorTable.step(Math.max(0, processor.get(index) - min) * steps + 0.5);
            }
            double steps = 255 / (max - min);
            return index -> ColorTable.step(Math.max(0, processor.getf(index) - min) * steps + 0.5);
        }
    }
}
