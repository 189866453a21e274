package org.imageop.imglib2.wrapping;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.imglib2.exporting.ExportedModes;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.geometry.ViewPath;
import org.imageop.imglib2.live.LiveImage;
import org.imageop.imglib2.pixels.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * From an ImgLib2 image to one of the protocol: on a layout where its samples lie in memory, else on rows. A live image
 * gives back the image that it shows.
 */
public final class FromRandomAccessibleInterval {
    private FromRandomAccessibleInterval() {}

    /**
     * An image of the protocol on the pixels of an ImgLib2 image.
     *
     * @param componentAxis the dimension of the components, or {@link Axes#NONE}
     * @param mode the mode that is wanted; null for the one that suits, and for an image that was made here its own
     * @param range the numbers that are black and white; null for types that need none
     */
    public static ImageLike wrap(
            RandomAccessibleInterval<?> image, int componentAxis, @Nullable Mode mode, Plane.@Nullable Range range) {
        ExportedModes.Components known = mode == null && range == null ? ExportedModes.of(image) : null;
        if (known != null && (componentAxis == known.axis() || componentAxis == Axes.NONE)) {
            return wrap(image, known.axis(), known.mode(), null);
        }
        Axes axes = Axes.of(image, componentAxis);
        if (image instanceof LiveImage<?> live && live.showsNumbers(mode, componentAxis, range)) {
            return live.image();
        }
        PixelType type = PixelType.of(image.getType(), axes, mode, range);
        if (image instanceof LiveImage<?> live && range == null && live.shows(type.mode(), componentAxis)) {
            return live.image();
        }
        List<ViewPath> paths = ViewPath.of(image, axes);
        PixelLayout layout = MemoryLayout.layout(paths, type, axes);
        return layout != null
                ? StandardImage.wrapping(image, layout)
                : StandardImage.wrapping(
                        image, type.mode(), axes.width(), axes.height(), new ComputedRows(image, axes, type, paths));
    }

    /**
     * An image of the protocol for each position of an axis.
     *
     * @param range the numbers that are black and white; null for types that need none
     */
    public static List<ImageLike> channels(RandomAccessibleInterval<?> image, int axis, Plane.@Nullable Range range) {
        Axes axes = Axes.of(image, axis);
        List<ImageLike> channels = new ArrayList<>(axes.components());
        for (int c = 0; c < axes.components(); c++) {
            channels.add(wrap(Views.hyperSlice(image, axis, image.min(axis) + c), Axes.NONE, null, range));
        }
        return List.copyOf(channels);
    }
}
