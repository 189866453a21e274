package org.imageop.imglib2;

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

/**
 * What computed pixels are made of, so that two views of one image are known to belong together, and a view and an image
 * that shares its arrays too. Some views do not tell their source: composites, pairs, and the second source of a
 * converter that has two.
 */
final class Bases {
    private final Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private Bases() {}

    /** The arrays, cells and images under an image's planes. */
    static List<Object> of(List<Trace> traces) {
        Bases bases = new Bases();
        for (Trace trace : traces) {
            Trace under = trace.beneathConverters();
            int slice = under.source() instanceof PlanarImg<?, ?> image ? Memory.slice(image, under) : -1;
            if (slice >= 0) {
                bases.addMemory(((PlanarImg<?, ?>) under.source()).getPlane(slice));
            } else {
                bases.add(under.source());
            }
        }
        return new ArrayList<>(bases.found);
    }

    private void add(RandomAccessible<?> node) {
        List<? extends RandomAccessible<?>> under = Trace.under(node);
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
