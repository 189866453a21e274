package org.imageop;

import java.nio.Buffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.imageop.internal.Raster;

/**
 * What an image stands on, to know whether writing another one can change it before it has been read.
 *
 * <p>Arrays can be told apart. Java does not tell which memory is below a direct buffer, a read-only one or a view in
 * another byte order, and nobody what is below a buffer that offers bytes alone: those may be anything of their kind.
 * Computed samples are known by their {@link SampleRows#bases()}, if these tell the truth, and by what lies below them.
 */
final class Overlap {
    private final Set<Object> foundations = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean array;
    private boolean hiddenArray;
    private boolean direct;
    private boolean computed;
    private boolean unknown;

    private Overlap(Raster image) {
        for (SampleRows rows : image.rows()) {
            add(rows);
        }
    }

    /** False only if the images certainly stand on different memory. */
    static boolean possible(Raster a, Raster b) {
        Overlap first = new Overlap(a);
        Overlap second = new Overlap(b);
        return first.computed || second.computed || first.meets(second);
    }

    /**
     * Like {@link #possible}, but takes samples computed from different bases for different ones. Were they all held to
     * be the same, an image larger than memory could not be copied into another.
     */
    static boolean likely(Raster a, Raster b) {
        return new Overlap(a).meets(new Overlap(b));
    }

    private boolean meets(Overlap other) {
        return unknown
                || other.unknown
                || (direct && other.direct)
                || (hiddenArray && other.onHeap())
                || (other.hiddenArray && onHeap())
                || !Collections.disjoint(foundations, other.foundations);
    }

    private boolean onHeap() {
        return array || hiddenArray;
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
            computed = true;
            unknown |= rows instanceof ByteRows;
            rows.bases().forEach(this::addBase);
        }
    }

    private void addBase(Object base) {
        if (!foundations.add(base)) {
            // rows may name the image that they belong to
            return;
        }
        if (base instanceof Buffer memory) {
            add(memory);
        } else if (base instanceof SampleRows below) {
            add(below);
        } else if (base instanceof ImageLike image) {
            for (SampleRows below : Images.raster(image).rows()) {
                add(below);
            }
        }
        array |= base.getClass().isArray();
    }

    private void add(Buffer memory) {
        if (memory.hasArray()) {
            array = true;
            foundations.add(memory.array());
        } else if (memory.isDirect()) {
            direct = true;
        } else {
            hiddenArray = true;
        }
    }
}
