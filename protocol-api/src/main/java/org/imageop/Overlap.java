package org.imageop;

import java.nio.Buffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.imageop.spi.SampleRows;

/**
 * What an image stands on, to know whether writing another one can change it before it has been read.
 *
 * <p>Arrays can be told apart. Java does not tell which memory is below a direct buffer, a read-only one or a view in
 * another byte order, nor what computed samples are computed from: those may be anything of their kind.
 */
final class Overlap {
    private final Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean hiddenArray;
    private boolean direct;
    private boolean unknown;

    private Overlap(ImageLike image) {
        for (SampleRows rows : Images.raster(image).rows()) {
            add(rows);
        }
    }

    /** False only if the images certainly stand on different memory. */
    static boolean possible(ImageLike a, ImageLike b) {
        Overlap first = new Overlap(a);
        Overlap second = new Overlap(b);
        return first.unknown
                || second.unknown
                || (first.direct && second.direct)
                || (first.hiddenArray && second.onHeap())
                || (second.hiddenArray && first.onHeap())
                || !Collections.disjoint(first.arrays, second.arrays);
    }

    private boolean onHeap() {
        return hiddenArray || !arrays.isEmpty();
    }

    private void add(SampleRows rows) {
        if (rows instanceof PlaneRows inMemory) {
            for (Plane plane : inMemory.planes()) {
                add(plane.elements());
            }
        } else if (rows instanceof SelectedRows part) {
            add(part.source());
        } else if (rows instanceof TransposedRows turned) {
            add(turned.source());
        } else if (rows instanceof ComponentRows component) {
            add(component.source());
        } else {
            unknown = true;
        }
    }

    private void add(Buffer memory) {
        if (memory.hasArray()) {
            arrays.add(memory.array());
        } else if (memory.isDirect()) {
            direct = true;
        } else {
            hiddenArray = true;
        }
    }
}
