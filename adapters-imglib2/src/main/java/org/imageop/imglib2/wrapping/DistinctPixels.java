package org.imageop.imglib2.wrapping;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.cell.AbstractCellImg;
import org.imageop.imglib2.geometry.Box;
import org.imageop.imglib2.geometry.Footprint;
import org.jspecify.annotations.Nullable;

/** Whether all pixels of a view are pixels of their own, so that writing one never changes another (as in L-3). */
final class DistinctPixels implements Footprint.Visitor {
    private record Part(Object source, Box box) {}

    private final List<Part> parts = new ArrayList<>();

    private DistinctPixels() {}

    static boolean of(RandomAccessibleInterval<?> image) {
        DistinctPixels pixels = new DistinctPixels();
        Footprint.visit(image, Box.of(image), pixels);
        long count = 0;
        for (int i = 0; i < pixels.parts.size(); i++) {
            Part part = pixels.parts.get(i);
            count += part.box.size();
            for (Part other : pixels.parts.subList(0, i)) {
                if (part.source == other.source && part.box.meets(other.box)) {
                    return false;
                }
            }
        }
        return count == image.size();
    }

    /** Several converters on one image are its channels. */
    @Override
    public boolean through(RandomAccessible<?> view, @Nullable Box box) {
        if (!Footprint.isConverter(view)) {
            return true;
        }
        end(view, box);
        return false;
    }

    @Override
    public void end(RandomAccessible<?> image, @Nullable Box box) {
        if (box != null) {
            parts.add(new Part(image instanceof AbstractCellImg<?, ?, ?, ?> cells ? cells.getCells() : image, box));
        }
    }
}
