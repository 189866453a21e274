package org.imageop.imglib2.wrapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessible;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.planar.PlanarImg;
import org.imageop.imglib2.geometry.ViewPath;
import org.imageop.imglib2.live.LiveImage;

/**
 * What computed pixels are made of, so that two views of one image are known to belong together, and also a view and an
 * image that shares its arrays. Some views do not reveal their source: composites, pairs, and the second source of a
 * converter that has two.
 */
final class Foundations {
    private final Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private Foundations() {}

    /** The arrays, cells and images under an image's planes. */
    static List<Object> of(List<ViewPath> paths) {
        Foundations foundations = new Foundations();
        for (ViewPath path : paths) {
            ViewPath under = path.beneathConverters();
            int slice = under.source() instanceof PlanarImg<?, ?> image ? MemoryLayout.slice(image, under) : -1;
            if (slice >= 0) {
                foundations.addMemory(((PlanarImg<?, ?>) under.source()).getPlane(slice));
            } else {
                foundations.add(under.source());
            }
        }
        return new ArrayList<>(foundations.found);
    }

    private void add(RandomAccessible<?> node) {
        List<? extends RandomAccessible<?>> under = ViewPath.under(node);
        if (!under.isEmpty()) {
            under.forEach(this::add);
        } else if (node instanceof LiveImage<?> live) {
            found.add(live.image());
        } else if (node instanceof ArrayImg<?, ?> image) {
            addMemory(image.update(null));
        } else if (node instanceof PlanarImg<?, ?> image) {
            for (int slice = 0; slice < image.numSlices(); slice++) {
                addMemory(image.getPlane(slice));
            }
        } else if (node instanceof AbstractCellImg<?, ?, ?, ?> image) {
            // another image may have the same cells
            found.add(image.getCells());
        } else {
            found.add(node);
        }
    }

    private void addMemory(Object access) {
        found.add(access instanceof ArrayDataAccess<?> memory ? memory.getCurrentStorageArray() : access);
    }
}
