package org.imageop;

import java.nio.Buffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.imageop.spi.SampleRows;

/** Whether writing one image can change another before it has been read. */
final class Overlap {
    /** Stands for memory whose identity Java does not tell: direct, read-only and byte-order views. */
    private static final Object HIDDEN_MEMORY = new Object();

    private Overlap() {}

    /**
     * True if the images stand on the same array or object, or both on memory that cannot be told apart. Images
     * that are computed by adapters are known by their rows alone; they are read and written in the same order,
     * row by row in one thread, so that only a mirrored copy of an image onto itself could go wrong.
     */
    static boolean possible(ImageLike a, ImageLike b) {
        return !Collections.disjoint(foundations(a), foundations(b));
    }

    private static Set<Object> foundations(ImageLike image) {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SampleRows rows : Images.raster(image).rows()) {
            add(rows, found);
        }
        return found;
    }

    private static void add(SampleRows rows, Set<Object> found) {
        if (rows instanceof PlaneRows inMemory) {
            for (Plane plane : inMemory.planes()) {
                Buffer memory = plane.elements();
                found.add(memory.hasArray() ? memory.array() : HIDDEN_MEMORY);
            }
        } else if (rows instanceof SelectedRows part) {
            add(part.source(), found);
        } else if (rows instanceof TransposedRows turned) {
            add(turned.source(), found);
        } else if (rows instanceof ComponentRows component) {
            add(component.source(), found);
        } else if (rows instanceof ByteRows bytes) {
            found.add(bytes.buffer());
        } else {
            found.add(rows);
        }
    }
}
