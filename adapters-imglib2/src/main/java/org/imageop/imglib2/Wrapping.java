package org.imageop.imglib2;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;

/**
 * From an ImgLib2 image to one of the protocol: a layout where its samples lie in memory, else rows; and back to the image itself
 * from one that shows it.
 */
final class Wrapping {
    private Wrapping() {}

    static ImageLike wrap(
            RandomAccessibleInterval<?> image, int componentAxis, @Nullable Mode mode, Plane.@Nullable Range range) {
        Axes axes = Axes.of(image, componentAxis);
        PixelType type = PixelType.of(image.getType(), axes, mode, range);
        if (image instanceof LiveImage<?> live && range == null && live.shows(type.mode(), componentAxis)) {
            return live.image();
        }
        List<Trace> traces = new ArrayList<>(axes.components());
        for (int c = 0; c < axes.components(); c++) {
            traces.add(Trace.of(image, axes, c));
        }
        PixelLayout layout = Memory.layout(traces, type, axes);
        return layout != null
                ? StandardImage.wrapping(image, layout)
                : StandardImage.wrapping(
                        image, type.mode(), axes.width(), axes.height(), new ComputedRows(image, axes, type, traces));
    }
}
