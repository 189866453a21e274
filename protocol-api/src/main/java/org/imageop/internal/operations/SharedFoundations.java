package org.imageop.internal.operations;

import java.nio.Buffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.imageop.ImageBuffer;
import org.imageop.ImageCore;
import org.imageop.SampleRows;
import org.imageop.internal.rows.ImageRows;

/**
 * What an image is backed by, to know whether writing another one can change it before it has been read.
 *
 * <p>Arrays can be compared. Java cannot reveal which memory is below a direct buffer, a read-only one or a view in
 * another byte order, and the memory below a buffer that offers bytes alone is unknown: it may be anything of its kind.
 * Computed samples are known by their {@link SampleRows#foundations()}, if these are complete, and by what lies below them.
 */
public final class SharedFoundations {
    private final Set<Object> foundations = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean array;
    private boolean hiddenArray;
    private boolean direct;
    private boolean computed;
    private boolean unknown;

    private SharedFoundations(ImageRows image) {
        for (SampleRows rows : image.rows()) {
            rows.foundations().forEach(this::add);
        }
    }

    /** False only if the images certainly use different memory. */
    public static boolean possible(ImageRows a, ImageRows b) {
        SharedFoundations first = new SharedFoundations(a);
        SharedFoundations second = new SharedFoundations(b);
        return first.computed || second.computed || first.meets(second);
    }

    /**
     * Like {@link #possible}, but takes samples computed from different foundations for different ones. Were they all held
     * to be the same, an image larger than memory could not be copied into another.
     */
    public static boolean likely(ImageRows a, ImageRows b) {
        return new SharedFoundations(a).meets(new SharedFoundations(b));
    }

    private boolean meets(SharedFoundations other) {
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

    private void add(Object foundation) {
        if (!foundations.add(foundation)) {
            // rows may name the image that they belong to
            return;
        }
        if (foundation instanceof Buffer memory) {
            add(memory);
            return;
        }
        computed = true;
        array |= foundation.getClass().isArray();
        if (foundation instanceof SampleRows below) {
            below.foundations().forEach(this::add);
        } else if (foundation instanceof ImageCore image) {
            for (SampleRows below : ImageAccess.all(image).rows()) {
                below.foundations().forEach(this::add);
            }
        } else if (foundation instanceof ImageBuffer) {
            unknown = true;
        }
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
