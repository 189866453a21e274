package org.imageop.awt.exporting;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.SampleModel;
import java.util.Arrays;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.exporting.SharedRaster.Obstacle;
import org.jspecify.annotations.Nullable;

/** A BufferedImage on samples that are whole elements, in one or several arrays. */
final class SharedComponents {
    private SharedComponents() {}

    static BufferedImage of(PixelLayout layout, @Nullable ColorSpace profile) throws Obstacle {
        Mode mode = layout.mode();
        SharedMemory memory = new SharedMemory(layout, mode.components());
        int type = ModeColors.dataType(mode);
        int[] starts = memory.starts;
        int[] bankOf = new int[starts.length];
        Object[] banks = new Object[starts.length];
        int count = 0;
        int first = starts[0];
        int last = starts[0];
        for (int c = 0; c < starts.length; c++) {
            if (memory.bits[c] != mode.bitsPerComponent()) {
                throw memory.unseenDepth(memory.bits[c]);
            }
            if (SharedMemory.dataType(memory.arrays[c]) != type) {
                throw new Obstacle("its components are bits of different elements");
            }
            first = Math.min(first, starts[c]);
            last = Math.max(last, starts[c]);
            while (bankOf[c] < count && banks[bankOf[c]] != memory.arrays[c]) {
                bankOf[c]++;
            }
            if (bankOf[c] == count) {
                banks[count++] = memory.arrays[c];
            }
        }
        banks = Arrays.copyOf(banks, count);
        int step = memory.pixelStride;
        int stride = memory.lineStride;
        ColorModel model = profile == null
                ? plain(mode, step, memory.premultiplied)
                : ModeColors.model(mode, profile, memory.premultiplied);
        if (banks.length > 1 || last - first >= step || (long) step * memory.width > stride) {
            SampleModel samples = step == 1
                    ? new BandedSampleModel(type, memory.width, memory.height, stride, bankOf, starts)
                    : new ComponentSampleModel(type, memory.width, memory.height, step, stride, bankOf, starts);
            return memory.image(model, samples, banks, 0, 0);
        }
        // a child of the raster that begins with the array, if the image begins a whole number of pixels from there:
        // the
        // predefined types are recognised by small band offsets
        int x = first % stride / step;
        boolean child = first % stride % step == 0 && ((long) x + memory.width) * step <= stride;
        int left = child ? x : 0;
        int top = child ? first / stride : 0;
        int begin = child ? first : 0;
        int[] offsets = new int[starts.length];
        for (int c = 0; c < offsets.length; c++) {
            offsets[c] = starts[c] - begin;
        }
        SampleModel samples =
                new PixelInterleavedSampleModel(type, left + memory.width, top + memory.height, step, stride, offsets);
        return memory.image(model, samples, banks, left, top);
    }

    /** The predefined types of grey draw samples as they are, though getRGB returns others. */
    private static ColorModel plain(Mode mode, int pixelStride, boolean premultiplied) {
        if (pixelStride > 1 || (mode != Mode.L && mode != Mode.L16)) {
            return ModeColors.model(mode, ModeColors.plain(mode), premultiplied);
        }
        ColorSpace gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        return new ComponentColorModel(gray, false, false, ColorModel.OPAQUE, ModeColors.dataType(mode));
    }
}
