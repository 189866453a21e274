package org.imageop.tck.engine;

import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** The bits of an image's memory that belong to no sample: padding, neighbours, unused bits of elements. */
public final class Surroundings {
    private record Memory(Buffer elements, int[] before, int[] samples) {}

    private final List<Memory> memories = new ArrayList<>();

    public static Surroundings of(ImageLike image) {
        Surroundings surroundings = new Surroundings();
        image.buffer().layout().filter(Surroundings::apart).ifPresent(surroundings::add);
        return surroundings;
    }

    /** Whether it is known for any two planes that they lie in one buffer or in different arrays. */
    private static boolean apart(PixelLayout layout) {
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        return layout.memory().isPresent()
                || layout.planes().stream()
                        .map(Plane::memory)
                        .allMatch(memory -> memory.hasArray() && arrays.add(memory.array()));
    }

    private void add(PixelLayout layout) {
        List<Plane> planes = layout.planes();
        for (int c = 0; c < planes.size(); c++) {
            boolean seen = c > 0 && planes.get(c).sharesMemory(planes.get(0));
            if (!seen) {
                Buffer elements = planes.get(c).memory().clear();
                memories.add(new Memory(elements, RawMemory.all(elements), new int[elements.capacity()]));
            }
            mark(layout, c, memories.get(memories.size() - 1).samples());
        }
    }

    private static void mark(PixelLayout layout, int component, int[] samples) {
        Plane plane = layout.planes().get(component);
        Shape shape =
                new Shape(layout.mode(), layout.size().width(), layout.size().height());
        int bits = plane.range() != null ? -1 : (-1 >>> (32 - plane.bits())) << plane.shift();
        for (int y = 0; y < shape.rows(component); y++) {
            for (int x = 0; x < shape.columns(component); x++) {
                samples[(int) (plane.offset() + y * plane.lineStride() + x * plane.pixelStride())] |= bits;
            }
        }
    }

    public void check(Probe probe) {
        for (Memory memory : memories) {
            int[] now = RawMemory.all(memory.elements());
            for (int i = 0; i < now.length; i++) {
                if (((now[i] ^ memory.before()[i]) & ~memory.samples()[i]) != 0) {
                    throw probe.violation(
                            "element " + i + " of the memory, which is beside the samples",
                            Integer.toHexString(memory.before()[i]),
                            Integer.toHexString(now[i]));
                }
            }
        }
    }
}
