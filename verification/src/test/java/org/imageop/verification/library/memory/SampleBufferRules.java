package org.imageop.verification.library.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.tck.adapter.ForeignImage;
import org.imageop.tck.engine.Check;
import org.imageop.tck.engine.Probe;
import org.imageop.tck.engine.Rule;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.model.ComputedRows;

/** The library's buffers, over memory and over samples that are computed. */
public final class SampleBufferRules {
    private static final Rule LIVE = Rule.of(
            "B-1",
            "buffers over memory and over computed samples are live and copy nothing",
            "whether samples are read when the buffer is made",
            "P-15",
            "L-13");
    private static final Rule LONG = Rule.of(
            "B-2", "indices and lengths are longs", "ints in the way from a byte's index to column and row", "B-1");
    private static final Rule ROWS = Rule.of(
            "B-9",
            "computed takes one SampleRows, in planar modes one per plane; it is read-only if one of them is",
            "the number of rows, and readOnly() of each",
            "B-1");
    private static final Rule CONTRADICTION = Rule.of(
            "B-10",
            "an image with the buffer of another image is an IllegalStateException when it is used",
            "whether length, mode and size are compared first",
            "B-1");

    private SampleBufferRules() {}

    private static Check check(Rule rule, String what, Check.Body body) {
        return new Check(rule, "buffers", what, body);
    }

    public static void addTo(List<Check> checks) {
        for (Mode mode : Mode.values()) {
            Shape shape = new Shape(mode, 6, 4);
            checks.add(check(LIVE, "buffer over memory of a " + shape, probe -> overMemory(probe, shape)));
            checks.add(check(LIVE, "computed buffer of a " + shape, probe -> computed(probe, shape)));
            checks.add(check(LONG, "bytes beyond 2³¹ of mode " + mode, probe -> beyondInts(probe, mode)));
            checks.add(check(ROWS, "rows of a " + shape, probe -> rows(probe, shape)));
        }
        for (Contradiction each : contradictions()) {
            for (Use use : USES) {
                checks.add(check(CONTRADICTION, use.name() + " of an image with " + each.what(), probe -> {
                    try {
                        use.of().run(each.image().get());
                    } catch (IllegalStateException e) {
                        probe.holds("a message", e.getMessage() != null);
                        return;
                    }
                    throw probe.violation(use.name(), "IllegalStateException", "no exception");
                }));
            }
        }
    }

    private static void same(Probe probe, String where, Samples expected, ImageBuffer buffer) {
        probe.same(where, expected.bytes(), Samples.read(expected.shape, buffer).bytes());
    }

    private static void overMemory(Probe probe, Shape shape) {
        Samples first = Samples.random(shape, 1);
        Samples second = Samples.random(shape, 2);
        byte[] bytes = first.bytes();
        PixelLayout layout = PixelLayout.of(
                shape.mode(),
                shape.width(),
                shape.height(),
                ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
        ImageBuffer buffer = ImageBuffer.of(layout);
        same(probe, "bytes", first, buffer);
        System.arraycopy(second.bytes(), 0, bytes, 0, bytes.length);
        same(probe, "bytes after the memory was changed", second, buffer);
        first.write(buffer);
        probe.same("memory after the buffer was written", first.bytes(), bytes);
        probe.holds("layout() is the layout", buffer.layout().orElseThrow() == layout);
    }

    private static void computed(Probe probe, Shape shape) {
        Samples there = Samples.random(shape, 1);
        Samples second = Samples.random(shape, 2);
        int[] accesses = {0};
        ImageBuffer buffer = ImageBuffer.computed(
                shape.mode(),
                shape.width(),
                shape.height(),
                ComputedRows.of(there, false, there, (writes, row) -> accesses[0]++));
        probe.same("samples that were asked for when it was made", 0, accesses[0]);
        probe.same("length()", shape.bytes(), buffer.length());
        same(probe, "bytes", there.copy(), buffer);
        second.each((c, x, y) -> there.of[c][y][x] = second.of[c][y][x]);
        same(probe, "bytes after the samples were changed", second, buffer);
        Samples third = Samples.random(shape, 3);
        third.write(buffer);
        probe.same("samples after the buffer was written", third.bytes(), there.bytes());
        probe.same("layout()", Optional.empty(), buffer.layout());
        probe.same("readOnly()", false, buffer.readOnly());
    }

    /** Samples that follow from their place alone, so that no memory is needed; what is written is noted. */
    private static final class Pattern implements SampleRows {
        private final int components;
        private final int plane;
        private final long max;
        private final List<String> written;

        Pattern(Shape shape, int plane, List<String> written) {
            this.components = shape.planar() ? 1 : shape.names().size();
            this.plane = plane;
            this.max = shape.max();
            this.written = written;
        }

        int at(int component, int x, int y) {
            return (int) ((x * 31L + y * 17L + (plane + component) * 101L) & max);
        }

        @Override
        public void read(int x, int y, int count, int[] target, int offset) {
            for (int k = 0; k < count * components; k++) {
                target[offset + k] = at(k % components, x + k / components, y);
            }
        }

        @Override
        public void write(int x, int y, int count, int[] source, int offset) {
            written.add(plane + " (" + x + "," + y + ") " + count);
        }

        @Override
        public boolean readOnly() {
            return false;
        }
    }

    private static void beyondInts(Probe probe, Mode mode) {
        Shape shape = new Shape(mode, 80_000, 60_000);
        int planes = shape.planar() ? 3 : 1;
        List<String> written = new ArrayList<>();
        Pattern[] rows = new Pattern[planes];
        Arrays.setAll(rows, plane -> new Pattern(shape, plane, written));
        ImageBuffer buffer = ImageBuffer.computed(mode, shape.width(), shape.height(), rows);
        probe.same("length()", shape.bytes(), buffer.length());
        int size = shape.bits() / 8;
        for (int c = 0; c < shape.names().size(); c++) {
            int x = shape.columns(c) - 2;
            int y = shape.rows(c) - 3;
            long index = shape.index(c, x, y);
            int sample = planes == 1 ? rows[0].at(c, x, y) : rows[c].at(0, x, y);
            String where = "component " + c + " at (" + x + "," + y + "), byte " + index;
            probe.same(where, sample, one(buffer, index, size));
            probe.same(where + " as a slice", run(buffer, index, size), buffer.get(Slice.of(index, index + size)));
            buffer.set(index, 1);
            String place = (planes == 1 ? 0 : c) + " (" + x + "," + y + ") 1";
            probe.same("what was written at byte " + index, List.of(place), written);
            written.clear();
        }
        for (long index : new long[] {buffer.length(), Long.MAX_VALUE}) {
            probe.refused(IndexOutOfBoundsException.class, "byte " + index, () -> buffer.get(index));
        }
    }

    private static byte[] run(ImageBuffer buffer, long index, int size) {
        byte[] bytes = new byte[size];
        buffer.get(index, bytes, 0, size);
        return bytes;
    }

    private static int one(ImageBuffer buffer, long index, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(run(buffer, index, size)).order(ByteOrder.nativeOrder());
        return size == 1 ? bytes.get(0) & 0xff : size == 2 ? bytes.getShort(0) & 0xffff : bytes.getInt(0);
    }

    private static void rows(Probe probe, Shape shape) {
        int planes = shape.planar() ? 3 : 1;
        Samples samples = new Samples(shape);
        SampleRows[] writable = ComputedRows.of(samples, false, samples, ComputedRows.NOBODY);
        for (int count = 0; count <= 4; count++) {
            SampleRows[] rows = new SampleRows[count];
            Arrays.fill(rows, writable[0]);
            if (count == planes) {
                ImageBuffer.computed(shape.mode(), 6, 4, rows);
            } else {
                probe.refused(
                        IllegalArgumentException.class,
                        count + " rows",
                        () -> ImageBuffer.computed(shape.mode(), 6, 4, rows));
            }
        }
        for (int plane = 0; plane < planes; plane++) {
            SampleRows[] rows = writable.clone();
            rows[plane] = writable[plane]::read;
            probe.same(
                    "readOnly() where rows " + plane + " are",
                    true,
                    ImageBuffer.computed(shape.mode(), 6, 4, rows).readOnly());
        }
        for (int[] size : new int[][] {{0, 4}, {6, -2}}) {
            probe.refused(
                    IllegalArgumentException.class,
                    "a size of " + size[0] + "×" + size[1],
                    () -> ImageBuffer.computed(shape.mode(), size[0], size[1], writable));
        }
    }

    private interface Using {
        void run(ImageLike image) throws Exception;
    }

    private record Use(String name, Using of) {}

    private static final List<Use> USES = List.of(
            new Use("StandardImage.from", StandardImage::from),
            new Use("map", image -> image.map(v -> 100)),
            new Use("rotate90()", ImageLike::rotate90),
            new Use("split()", ImageLike::split),
            new Use("plane(\"r\")", image -> image.plane("r")),
            new Use("get(0,0)", image -> image.get(0, 0).value()),
            new Use("get(columns, rows)", image -> image.get(Slice.ALL, Slice.ALL)),
            new Use("Views.transpose", Views::transpose),
            new Use("Images.rows", Images::rows),
            new Use("Images.copy from it", image -> Images.copy(image, StandardImage.of(Mode.RGBA, 6, 4))),
            new Use("Images.copy into it", image -> Images.copy(StandardImage.of(Mode.RGBA, 6, 4), image)));

    private record Contradiction(String what, Supplier<ImageLike> image) {}

    /** Images that claim to be of mode RGBA and 6×4, and have other buffers. */
    private static List<Contradiction> contradictions() {
        return List.of(
                new Contradiction("the buffer of another mode", () -> image(buffer(Mode.CMYK, 6, 4))),
                new Contradiction("the buffer of another size", () -> image(buffer(Mode.RGBA, 4, 6))),
                new Contradiction(
                        "too short a buffer", () -> image(new Own(buffer(Mode.RGBA, 6, 3), Optional.empty()))),
                new Contradiction("the layout of another size", () -> image(withLayout(Mode.RGBA, 4, 6))),
                new Contradiction("the layout of another mode", () -> image(withLayout(Mode.CMYK, 6, 4))));
    }

    private static ImageBuffer buffer(Mode mode, int width, int height) {
        return StandardImage.of(mode, width, height).buffer();
    }

    private static ImageBuffer withLayout(Mode mode, int width, int height) {
        return new Own(buffer(Mode.RGBA, 6, 4), buffer(mode, width, height).layout());
    }

    private static ImageLike image(ImageBuffer buffer) {
        return new ForeignImage(Mode.RGBA, new ImageSize(6, 4), buffer, Map.of());
    }

    /** A buffer of a class of its own, with any layout. */
    private record Own(ImageBuffer bytes, Optional<PixelLayout> layout) implements ImageBuffer {
        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public int get(long index) {
            return bytes.get(index);
        }

        @Override
        public void set(long index, int value) {
            bytes.set(index, value);
        }
    }
}
