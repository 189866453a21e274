package org.imageop.verification.matrix;

import static org.imageop.verification.matrix.Pixels.HEIGHT;
import static org.imageop.verification.matrix.Pixels.WIDTH;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.imageop.AlphaType;
import org.imageop.ImageBuffer;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;

/** StandardImage in each mode and layout. */
final class MemorySources {
    private static final String GROUP = "`StandardImage`";
    private static final int[] EIGHTS = {8, 8, 8, 8};

    private MemorySources() {}

    static List<Source> all() {
        List<Source> sources = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (mode.planar()) {
                planar(sources, mode);
            } else {
                samples(sources, mode);
            }
        }
        packed(sources);
        return sources;
    }

    private static void samples(List<Source> sources, Mode mode) {
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        int n = mode.components();
        int row = n * WIDTH;
        add(sources, "array of samples", Memory.whole(mode, alpha, heap(mode, row * HEIGHT), 0, n, row));
        if (mode.bitsPerComponent() > 8) {
            ByteBuffer bytes = ByteBuffer.allocate((int) mode.length(WIDTH, HEIGHT));
            add(sources, "array of bytes", Memory.whole(mode, alpha, view(mode, bytes), 0, n, row));
        }
        add(
                sources,
                "part of a larger image",
                Memory.whole(mode, alpha, heap(mode, (row + 4 * n) * (HEIGHT + 2)), row + 6 * n, n, row + 4 * n));
        add(sources, "every other pixel", Memory.whole(mode, alpha, heap(mode, 2 * row * HEIGHT), 0, 2 * n, 2 * row));
        add(
                sources,
                "rows from bottom to top",
                Memory.whole(mode, alpha, heap(mode, row * HEIGHT), row * (HEIGHT - 1), n, -row));
        add(sources, "direct memory", Memory.whole(mode, alpha, direct(mode, row * HEIGHT), 0, n, row));
        Memory fixed = Memory.whole(mode, alpha, heap(mode, row * HEIGHT), 0, n, row);
        addReadOnly(sources, "read-only memory", fixed);
        if (n > 1) {
            List<Memory.Place> reversed = new ArrayList<>();
            List<Memory.Place> separate = new ArrayList<>();
            Buffer memory = heap(mode, row * HEIGHT);
            int bits = Memory.elementBits(memory);
            for (int c = 0; c < n; c++) {
                reversed.add(new Memory.Place(memory, n - 1 - c, n, row, 0, bits));
                separate.add(new Memory.Place(heap(mode, WIDTH * HEIGHT), 0, 1, WIDTH, 0, bits));
            }
            add(sources, "components in reverse order", new Memory(mode, alpha, reversed));
            add(sources, "an array for each component", new Memory(mode, alpha, separate));
        }
        if (mode.hasAlpha()) {
            add(
                    sources,
                    "array of samples, premultiplied",
                    Memory.whole(mode, AlphaType.PREMULTIPLIED, heap(mode, row * HEIGHT), 0, n, row));
        }
        if (mode.bitsPerComponent() == 16) {
            FloatBuffer floats = FloatBuffer.allocate(row * HEIGHT);
            add(sources, "floating-point numbers of a range", Memory.whole(mode, alpha, floats, 0, n, row));
            Memory shorts = Memory.whole(mode, alpha, heap(mode, row * HEIGHT), 0, n, row);
            add(sources, "signed numbers of a range", shorts.of(new Numbers(-1024, 3071, true)));
            Memory window = Memory.whole(mode, alpha, heap(mode, row * HEIGHT), 0, n, row);
            add(sources, "unsigned numbers, a window of 0 to 4095", window.of(new Numbers(0, 4095, false)));
        }
        computed(sources, mode, alpha);
    }

    private static void planar(List<Source> sources, Mode mode) {
        Buffer one = heap(mode, 2 * WIDTH * HEIGHT);
        List<Memory.Place> together = new ArrayList<>();
        List<Memory.Place> separate = new ArrayList<>();
        List<Memory.Place> direct = new ArrayList<>();
        int offset = 0;
        for (int c = 0; c < 3; c++) {
            int width = c == 0 ? WIDTH : WIDTH / 2;
            int length = c == 0 ? WIDTH * HEIGHT : WIDTH * HEIGHT / 4;
            together.add(new Memory.Place(one, offset, 1, width, 0, 8));
            separate.add(new Memory.Place(heap(mode, length), 0, 1, width, 0, 8));
            direct.add(new Memory.Place(direct(mode, length), 0, 1, width, 0, 8));
            offset += length;
        }
        Buffer kept = heap(mode, 2 * WIDTH * HEIGHT);
        Memory fixed = new Memory(
                mode,
                AlphaType.OPAQUE,
                together.stream()
                        .map(p -> new Memory.Place(kept, p.offset(), 1, p.lineStride(), 0, 8))
                        .toList());
        add(sources, "array of samples", new Memory(mode, AlphaType.OPAQUE, together));
        add(sources, "an array for each component", new Memory(mode, AlphaType.OPAQUE, separate));
        add(sources, "direct memory", new Memory(mode, AlphaType.OPAQUE, direct));
        addReadOnly(sources, "read-only memory", fixed);
    }

    private static void packed(List<Source> sources) {
        for (AlphaType alpha : new AlphaType[] {AlphaType.PREMULTIPLIED, AlphaType.STRAIGHT}) {
            String how = alpha == AlphaType.STRAIGHT ? ", straight" : ", premultiplied";
            add(sources, "ARGB ints" + how, ints(Mode.RGBA, alpha, 0, WIDTH, 16, 8, 0, 24));
            add(
                    sources,
                    "ARGB ints" + how + ", part of a larger image",
                    ints(Mode.RGBA, alpha, 23, WIDTH + 3, 16, 8, 0, 24));
            add(sources, "ABGR ints" + how, ints(Mode.RGBA, alpha, 0, WIDTH, 0, 8, 16, 24));
            List<Memory.Place> bgra = new ArrayList<>();
            ByteBuffer bytes = ByteBuffer.allocate(4 * WIDTH * HEIGHT);
            for (int place : new int[] {2, 1, 0, 3}) {
                bgra.add(new Memory.Place(bytes, place, 4, 4 * WIDTH, 0, 8));
            }
            add(sources, "BGRA bytes" + how, new Memory(Mode.RGBA, alpha, bgra));
        }
        IntBuffer direct = ByteBuffer.allocateDirect(4 * WIDTH * HEIGHT)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        add(
                sources,
                "ARGB ints, premultiplied, direct memory",
                Memory.packed(Mode.RGBA, AlphaType.PREMULTIPLIED, direct, 0, WIDTH, EIGHTS, 16, 8, 0, 24));
        Memory fixed = ints(Mode.RGBA, AlphaType.PREMULTIPLIED, 0, WIDTH, 16, 8, 0, 24);
        addReadOnly(sources, "ARGB ints, premultiplied, read-only memory", fixed);
        add(sources, "RGB ints", ints(Mode.RGB, AlphaType.OPAQUE, 0, WIDTH, 16, 8, 0));
        add(sources, "BGR ints", ints(Mode.RGB, AlphaType.OPAQUE, 0, WIDTH, 0, 8, 16));
        ShortBuffer shorts = ShortBuffer.allocate(WIDTH * HEIGHT);
        add(
                sources,
                "565 shorts",
                Memory.packed(Mode.RGB, AlphaType.OPAQUE, shorts, 0, WIDTH, new int[] {5, 6, 5}, 11, 5, 0));
        ShortBuffer others = ShortBuffer.allocate(WIDTH * HEIGHT);
        add(
                sources,
                "555 shorts",
                Memory.packed(Mode.RGB, AlphaType.OPAQUE, others, 0, WIDTH, new int[] {5, 5, 5}, 10, 5, 0));
    }

    private static Memory ints(Mode mode, AlphaType alpha, int offset, int lineStride, int... shifts) {
        return Memory.packed(
                mode, alpha, IntBuffer.allocate(lineStride * (HEIGHT + 3)), offset, lineStride, EIGHTS, shifts);
    }

    private static void computed(List<Source> sources, Mode mode, AlphaType alpha) {
        int n = mode.components();
        Memory memory = Memory.whole(mode, alpha, heap(mode, n * WIDTH * HEIGHT), 0, n, n * WIDTH);
        for (boolean readOnly : new boolean[] {false, true}) {
            sources.add(new Source(
                    "your own class, samples computed",
                    readOnly ? "read-only" : "writable",
                    mode,
                    new Computed(mode, new Rows(memory, n, readOnly)),
                    memory));
        }
    }

    private static void add(List<Source> sources, String kind, Memory memory) {
        StandardImage image = StandardImage.wrap(memory.layout(false));
        sources.add(new Source(GROUP, kind, image.mode(), image, memory));
    }

    private static void addReadOnly(List<Source> sources, String kind, Memory memory) {
        StandardImage image = StandardImage.wrap(memory.layout(true));
        sources.add(new Source(GROUP, kind, image.mode(), image, memory));
    }

    private static Buffer heap(Mode mode, int samples) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> ByteBuffer.allocate(samples);
            case 16 -> ShortBuffer.allocate(samples);
            default -> IntBuffer.allocate(samples);
        };
    }

    private static Buffer direct(Mode mode, int samples) {
        return view(mode, ByteBuffer.allocateDirect(samples * mode.bitsPerComponent() / 8));
    }

    private static Buffer view(Mode mode, ByteBuffer bytes) {
        ByteBuffer ordered = bytes.order(ByteOrder.nativeOrder());
        return switch (mode.bitsPerComponent()) {
            case 8 -> ordered;
            case 16 -> ordered.asShortBuffer();
            default -> ordered.asIntBuffer();
        };
    }

    /** An image of somebody's own. */
    private static final class Computed implements ImageMixin {
        private final Mode mode;
        private final ImageBuffer buffer;

        Computed(Mode mode, SampleRows rows) {
            this.mode = mode;
            this.buffer = ImageBuffer.computed(mode, WIDTH, HEIGHT, rows);
        }

        @Override
        public Mode mode() {
            return mode;
        }

        @Override
        public ImageSize size() {
            return new ImageSize(WIDTH, HEIGHT);
        }

        @Override
        public ImageBuffer buffer() {
            return buffer;
        }

        @Override
        public Map<String, Object> info() {
            return Collections.emptyMap();
        }
    }

    private record Rows(Memory memory, int components, boolean readOnly) implements SampleRows {
        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(memory.get(x + i, y), 0, samples, offset + i * components, components);
            }
        }

        @Override
        public void write(int x, int y, int count, int[] samples, int offset) {
            if (readOnly) {
                SampleRows.super.write(x, y, count, samples, offset);
                return;
            }
            for (int i = 0; i < count; i++) {
                int[] pixel = new int[components];
                System.arraycopy(samples, offset + i * components, pixel, 0, components);
                memory.set(x + i, y, pixel);
            }
        }
    }
}
