package org.imageop.awt.exporting;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.awt.color.ModeColors;
import org.imageop.awt.exporting.SharedRaster.Obstacle;
import org.jspecify.annotations.Nullable;

/** A BufferedImage on pixels whose components are fields of bits in one element. */
final class SharedFields {
    private SharedFields() {}

    static BufferedImage of(PixelLayout layout, @Nullable ColorSpace profile) throws Obstacle {
        Mode mode = layout.mode();
        SharedMemory memory = new SharedMemory(layout, 1);
        int most = layout.planes().stream().mapToInt(Plane::bits).max().orElseThrow();
        if ((most > 8 ? 16 : 8) != mode.bitsPerComponent()) {
            throw memory.unseenDepth(most);
        }
        if (mode.family() != ColorFamily.RGB) {
            throw new Obstacle("AWT has no packed pixels of " + mode.componentNames() + " (" + mode + ")");
        }
        if (memory.pixelStride != 1) {
            throw new Obstacle(
                    "AWT has no packed pixels with gaps between them (the pixel stride is " + memory.pixelStride + ")");
        }
        int left = memory.starts[0] % memory.lineStride;
        int top = memory.starts[0] / memory.lineStride;
        int[] masks = layout.planes().stream()
                .mapToInt(plane -> (-1 >>> Integer.SIZE - plane.bits()) << plane.shift())
                .toArray();
        Object array = memory.arrays[0];
        int type = SharedMemory.dataType(array);
        // an unused byte or bit is not part of a pixel of the predefined types
        int used = Arrays.stream(masks).reduce(0, (a, b) -> a | b);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(used);
        int alpha = mode.hasAlpha() ? masks[3] : 0;
        ColorSpace space = profile == null ? ModeColors.plain(mode) : profile;
        ColorModel model =
                new DirectColorModel(space, bits, masks[0], masks[1], masks[2], alpha, memory.premultiplied, type);
        SinglePixelPackedSampleModel samples = new SinglePixelPackedSampleModel(
                type, left + memory.width, top + memory.height, memory.lineStride, masks);
        return memory.image(model, samples, new Object[] {array}, left, top);
    }
}
