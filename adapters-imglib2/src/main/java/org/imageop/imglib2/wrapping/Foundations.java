package org.imageop.imglib2.wrapping;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.View;
import net.imglib2.converter.read.BiConvertedRandomAccessible;
import net.imglib2.converter.read.BiConvertedRandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.view.RandomAccessiblePair;
import org.imageop.imglib2.geometry.Box;
import org.imageop.imglib2.geometry.Footprint;
import org.imageop.imglib2.live.LiveImage;
import org.jspecify.annotations.Nullable;

/**
 * What computed pixels are made of, so that two views of one image are known to belong together, and also a view and an
 * image that shares its arrays. Some views do not reveal their source: composites, pairs, and the second source of a
 * converter that has two. They may be made of any array; that they are made of cells is not noticed.
 */
final class Foundations implements Footprint.Visitor {
    /** Stands for an array that nobody can see. */
    private static final Buffer SOME_ARRAY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private Foundations() {}

    /** The arrays, cells and images under an image. */
    static List<Object> of(RandomAccessibleInterval<?> image) {
        Foundations foundations = new Foundations();
        Footprint.visit(image, Box.of(image), foundations);
        return new ArrayList<>(foundations.found);
    }

    @Override
    public boolean through(RandomAccessible<?> view, @Nullable Box box) {
        if (view instanceof BiConvertedRandomAccessible<?, ?, ?>
                || view instanceof BiConvertedRandomAccessibleInterval<?, ?, ?>) {
            found.add(SOME_ARRAY);
        }
        return true;
    }

    @Override
    public void end(RandomAccessible<?> node, @Nullable Box box) {
        if (node instanceof LiveImage<?> live) {
            found.add(live.image());
        } else if (node instanceof ArrayImg<?, ?> image) {
            addMemory(image.update(null));
        } else if (node instanceof PlanarImg<?, ?> image) {
            addPlanes(image, (box == null ? Box.of(image) : box).within(image));
        } else if (node instanceof AbstractCellImg<?, ?, ?, ?> image) {
            // another image may have the same cells
            found.add(image.getCells());
        } else {
            found.add(node);
            if (node instanceof View || node instanceof RandomAccessiblePair<?, ?>) {
                found.add(SOME_ARRAY);
            }
        }
    }

    private void addPlanes(PlanarImg<?, ?> image, Box box) {
        for (int slice = 0; slice < image.numSlices(); slice++) {
            long rest = slice;
            boolean within = true;
            for (int d = 2; d < image.numDimensions(); d++) {
                long at = rest % image.dimension(d);
                rest /= image.dimension(d);
                within &= at >= box.low()[d] && at <= box.high()[d] && (at - box.low()[d]) % box.step()[d] == 0;
            }
            if (within) {
                addMemory(image.getPlane(slice));
            }
        }
    }

    private void addMemory(Object access) {
        found.add(access instanceof ArrayDataAccess<?> memory ? memory.getCurrentStorageArray() : access);
    }
}
