package org.imageop.awt.exporting;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.exporting.SharedRaster.Obstacle;

/** A BufferedImage on samples that are whole elements, in one or several arrays. */
final class SharedComponents {
    private final SharedMemory memory;
    private final ColorModel model;
    private final int dataType;
    /** Each array once. */
    private final List<Object> banks = new ArrayList<>();

    private final int[] bankOf;
    private final int[] starts;

    private SharedComponents(SharedMemory memory) {
        this.memory = memory;
        Mode mode = memory.mode;
        dataType = ModeColors.dataType(mode);
        // TYPE_BYTE_GRAY and TYPE_USHORT_GRAY draw samples as they are; getRGB does not
        boolean predefinedGray = (mode == Mode.L || mode == Mode.L16) && memory.pixelStride == 1;
        ColorSpace gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        model = predefinedGray
                ? new ComponentColorModel(gray, false, false, ColorModel.OPAQUE, dataType)
                : ModeColors.model(mode, memory.premultiplied);
        bankOf = new int[mode.components()];
        starts = new int[mode.components()];
        for (int band = 0; band < bankOf.length; band++) {
            bankOf[band] = bank(memory.array(band));
            starts[band] = memory.start(band);
        }
    }

    /** The array's index in the list of banks, where it is added if it is new; identity decides. */
    private int bank(Object array) {
        int bank = 0;
        while (bank < banks.size() && banks.get(bank) != array) {
            bank++;
        }
        if (bank == banks.size()) {
            banks.add(array);
        }
        return bank;
    }

    static BufferedImage of(PixelLayout layout) throws Obstacle {
        Mode mode = layout.mode();
        SharedMemory memory = new SharedMemory(layout, mode.components());
        for (int c = 0; c < mode.components(); c++) {
            int bits = memory.planes.get(c).bits();
            if (bits != mode.bitsPerComponent()) {
                throw memory.unseenDepth(bits);
            }
            if (SharedMemory.dataType(memory.array(c)) != ModeColors.dataType(mode)) {
                throw new Obstacle("its components are bits of different elements");
            }
        }
        return new SharedComponents(memory).image();
    }

    private BufferedImage image() {
        int first = Arrays.stream(starts).min().orElseThrow();
        int last = Arrays.stream(starts).max().orElseThrow();
        boolean interleaved = banks.size() == 1
                && last - first < memory.pixelStride
                && (long) memory.pixelStride * memory.width <= memory.lineStride;
        return interleaved ? interleaved(first) : scattered();
    }

    /**
     * A child of the raster that begins with the array, if the image begins a whole number of pixels from there: the
     * predefined types are recognised by small band offsets.
     */
    private BufferedImage interleaved(int first) {
        int step = memory.pixelStride;
        int stride = memory.lineStride;
        int x = first % stride / step;
        boolean child = first % stride % step == 0 && ((long) x + memory.width) * step <= stride;
        int left = child ? x : 0;
        int top = child ? first / stride : 0;
        int[] offsets = Arrays.stream(starts)
                .map(start -> child ? start - first : start)
                .toArray();
        return image(
                new PixelInterleavedSampleModel(
                        dataType, left + memory.width, top + memory.height, step, stride, offsets),
                left,
                top);
    }

    private BufferedImage scattered() {
        int step = memory.pixelStride;
        int stride = memory.lineStride;
        SampleModel samples = step == 1
                ? new BandedSampleModel(dataType, memory.width, memory.height, stride, bankOf, starts)
                : new ComponentSampleModel(dataType, memory.width, memory.height, step, stride, bankOf, starts);
        return image(samples, 0, 0);
    }

    private BufferedImage image(SampleModel samples, int left, int top) {
        DataBuffer data = SharedMemory.data(banks);
        return memory.image(model, Raster.createWritableRaster(samples, data, null), left, top);
    }
}
