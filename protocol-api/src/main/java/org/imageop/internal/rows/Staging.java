package org.imageop.internal.rows;

import java.nio.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.imageop.SampleRows;
import org.imageop.internal.memory.ElementRuns;
import org.imageop.internal.memory.Field;
import org.jspecify.annotations.Nullable;

/**
 * Brings runs of pixels into arrays, where all loops are fast, and back, from memory that is not an array: direct buffers,
 * and views of buffers that are read-only or have another type.
 *
 * <p>An instance keeps a row and belongs to one thread. Other images stay where they are, and nothing is moved.
 */
public final class Staging {
    /** Wider rows stay: an instance would hold more than a few rows of usual images. */
    private static final int WIDEST = Runs.LONGEST;

    private final ImageRows image;
    private final @Nullable PlaneRows memory;
    private final List<Span> spans;

    private Staging(ImageRows image, @Nullable PlaneRows memory, List<Span> spans) {
        this.image = image;
        this.memory = memory;
        this.spans = spans;
    }

    /** An image to be read; {@link #fetch} each run first. Planar images are staged plane by plane. */
    public static Staging reading(ImageRows image) {
        return of(image, false);
    }

    /** An image to be written; {@link #store} each run afterwards. Planar images are staged plane by plane. */
    public static Staging writing(ImageRows image) {
        return of(image, true);
    }

    /** The image as loops see it: each of its rows is the one that was brought last. */
    public ImageRows image() {
        return image;
    }

    /**
     * Brings a run of pixels.
     *
     * @throws IllegalStateException if the memory was freed by its owner
     */
    public void fetch(int x, int y, int count) {
        if (memory != null) {
            memory.checkAlive();
            for (Span span : spans) {
                span.fetch(x, y, count);
            }
        }
    }

    /**
     * Takes a run of pixels back.
     *
     * @throws IllegalStateException if the memory was freed by its owner
     */
    public void store(int x, int y, int count) {
        if (memory != null) {
            memory.checkAlive();
            for (Span span : spans) {
                span.store(x, y, count);
            }
        }
    }

    private static Staging of(ImageRows image, boolean writing) {
        SampleRows only = image.rows()[0];
        Staging here = new Staging(image, null, List.of());
        if (image.rows().length > 1
                || image.width() > WIDEST
                || !(only instanceof PlaneRows memory)
                || memory.inArrays()) {
            return here;
        }
        List<Span> spans = new ArrayList<>();
        List<Field> fields = memory.fields();
        Field[] moved = new Field[fields.size()];
        for (int next = 0; next < moved.length; next++) {
            Field first = fields.get(next);
            if (moved[next] != null) {
                continue;
            }
            List<Field> together =
                    fields.stream().filter(each -> between(first, each)).toList();
            // what is between samples may be another thread's, and is not written back
            if (!ElementRuns.dense(first.pixelStride()) || writing && !Field.gapless(together)) {
                return here;
            }
            Span span = Span.of(together, image.width());
            for (int c = 0; c < moved.length; c++) {
                if (together.contains(fields.get(c))) {
                    moved[c] = span.staged(fields.get(c));
                }
            }
            spans.add(span);
        }
        SampleRows[] rows = {memory.in(moved)};
        return new Staging(new ImageRows(image.mode(), image.width(), image.height(), rows), memory, spans);
    }

    /** Whether the elements of a field lie between those of another one, or are the same. */
    private static boolean between(Field one, Field other) {
        return other.memory() == one.memory()
                && other.pixelStride() == one.pixelStride()
                && other.lineStride() == one.lineStride()
                && Math.abs(other.offset() - one.offset()) <= Math.abs(one.pixelStride());
    }

    /** A row of neighbouring elements. */
    private record Span(Buffer memory, Buffer row, long low, int extent, int pixelStride, long lineStride, int start) {

        static Span of(List<Field> together, int width) {
            Field first = together.get(0);
            long low = together.stream().mapToLong(Field::offset).min().orElseThrow();
            long high = together.stream().mapToLong(Field::offset).max().orElseThrow();
            int extent = (int) (high - low) + 1;
            int step = (int) first.pixelStride();
            int distance = Math.abs(step) * (width - 1);
            Buffer row = ElementRuns.allocate(first.memory(), distance + extent);
            return new Span(first.memory(), row, low, extent, step, first.lineStride(), step < 0 ? distance : 0);
        }

        Field staged(Field field) {
            return field.on(row, 0).at(start + field.offset() - low, pixelStride, 0);
        }

        void fetch(int x, int y, int count) {
            ElementRuns.copy(memory, index(x, y, count), row, rowIndex(x, count), length(count));
        }

        void store(int x, int y, int count) {
            ElementRuns.copy(row, rowIndex(x, count), memory, index(x, y, count), length(count));
        }

        private int index(int x, int y, int count) {
            return (int) (low + y * lineStride + (long) lowest(x, count) * pixelStride);
        }

        private int rowIndex(int x, int count) {
            return start + lowest(x, count) * pixelStride;
        }

        /** The column whose elements come first: in a mirrored image the last one. */
        private int lowest(int x, int count) {
            return pixelStride < 0 ? x + count - 1 : x;
        }

        private int length(int count) {
            return Math.abs(pixelStride) * (count - 1) + extent;
        }
    }
}
