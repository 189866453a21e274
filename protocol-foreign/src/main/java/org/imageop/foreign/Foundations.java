package org.imageop.foreign;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.Views;
import org.jspecify.annotations.Nullable;

/**
 * What an image is made of, to know whether writing another one can change it: memory, compared by its addresses, and objects of
 * other kinds. One file mapped twice, and objects that computed samples do not name, are not found out.
 */
final class Foundations {
    private final List<MemorySegment> memory = new ArrayList<>();
    private final Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());

    private Foundations() {}

    /**
     * The foundations of an image.
     *
     * @param layout where it lies, or null if it is computed
     */
    static Foundations of(ImageLike image, @Nullable SegmentLayout layout) {
        Foundations found = new Foundations();
        if (layout == null) {
            found.add(image);
            return found;
        }
        List<SegmentPlane> planes = layout.planes();
        List<SegmentPlane.Span> spans = layout.spans();
        for (int c = 0; c < planes.size(); c++) {
            found.memory.add(planes.get(c).slice(spans.get(c)));
        }
        return found;
    }

    /** False if writing one image leaves the other as it is. */
    boolean meet(Foundations other) {
        return !Collections.disjoint(objects, other.objects)
                || memory.stream()
                        .anyMatch(mine -> other.memory.stream()
                                .anyMatch(theirs ->
                                        mine.asOverlappingSlice(theirs).isPresent()));
    }

    private void add(ImageLike image) {
        Mode mode = image.mode();
        if (!mode.planar()) {
            Images.rows(image).foundations().forEach(this::add);
            return;
        }
        for (String component : mode.componentNames()) {
            Images.rows(Views.component(image, component)).foundations().forEach(this::add);
        }
    }

    private void add(Object foundation) {
        if (!objects.add(foundation)) {
            // rows may name the image that they belong to
            return;
        }
        switch (foundation) {
            case Buffer buffer ->
                memory.add(MemorySegment.ofBuffer(buffer.duplicate().clear()));
            case byte[] array -> memory.add(MemorySegment.ofArray(array));
            case short[] array -> memory.add(MemorySegment.ofArray(array));
            case int[] array -> memory.add(MemorySegment.ofArray(array));
            case float[] array -> memory.add(MemorySegment.ofArray(array));
            case SampleRows rows -> rows.foundations().forEach(this::add);
            case ImageLike image -> add(image);
            default -> {}
        }
    }
}
