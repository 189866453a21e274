package org.imageop.tck;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.JPEG_YV12;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.YV12;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Line;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.PixelLayout;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.spi.SampleRows;

/** Images each of which breaks one rule, as people break it. */
final class BrokenImages {
    interface Maker {
        ImageLike make(Mode mode, int width, int height);
    }

    private final List<Broken> list = new ArrayList<>();

    private void add(String rule, String mistake, Mode mode, Maker maker) {
        addSource(rule, mistake, mode, new Declared(mode, (m, w, h) -> {
            // what no image can be is refused as whole images refuse it
            m.length(w, h);
            return maker.make(m, w, h);
        }));
    }

    private void addSource(String rule, String mistake, Mode mode, ImageSource source) {
        list.add(new Broken(rule, mode + " image: " + mistake, Kit.ofImages(source)));
    }

    /** Images of one mode, in one size, that declare no other. */
    private static class Declared implements ImageSource {
        private final Mode declared;
        private final Maker maker;

        Declared(Mode declared, Maker maker) {
            this.declared = declared;
            this.maker = maker;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            ImageSize size = new ImageSize(width, height);
            boolean left = Shape.usualSizes(mode).contains(size) && !sizes(mode).contains(size);
            return mode == declared && !left ? Optional.of(maker.make(mode, width, height)) : Optional.empty();
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(declared);
        }

        @Override
        public List<ImageSize> sizes(Mode mode) {
            return List.of(mode == YV12 || mode == JPEG_YV12 ? new ImageSize(6, 4) : new ImageSize(7, 5));
        }
    }

    static List<Broken> all() {
        BrokenImages images = new BrokenImages();
        images.basics();
        images.buffers();
        images.threads();
        images.readOnly();
        images.alpha();
        images.rows();
        images.maps();
        images.wholes();
        images.pixels();
        images.areas();
        return images.list;
    }

    /** Images of any size that declare other modes than they have. */
    private static class Declaring implements ImageSource {
        private final Set<Mode> modes;
        private final Set<Mode> made;

        Declaring(Set<Mode> modes, Set<Mode> made) {
            this.modes = modes;
            this.made = made;
        }

        @Override
        public Set<Mode> modes() {
            return modes;
        }

        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return made.contains(mode) ? Optional.of(new BrokenImage(mode, width, height)) : Optional.empty();
        }
    }

    private void basics() {
        Set<Mode> both = EnumSet.of(RGB, CMYK);
        addSource("P-2", "a mode that is not declared is made", RGB, new Declaring(EnumSet.of(RGB), both));
        addSource("P-2", "a mode that is declared is not made", CMYK, new Declaring(both, EnumSet.of(RGB)));
        addSource("E-1", "a size that is not declared is made", RGB, new Declaring(EnumSet.of(RGB), EnumSet.of(RGB)) {
            @Override
            public List<ImageSize> sizes(Mode mode) {
                return List.of(new ImageSize(7, 5));
            }
        });
        addSource(
                "P-10",
                "rounds odd sizes up",
                YV12,
                new Declared(YV12, (m, w, h) -> StandardImage.of(m, w + w % 2, h + h % 2)));
        addSource(
                "P-64",
                "makes sides of 0 one pixel wide",
                RGB,
                new Declared(RGB, (m, w, h) -> StandardImage.of(m, Math.max(1, w), Math.max(1, h))));
        add("P-17", "another mode than asked for", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Mode mode() {
                return Mode.L;
            }
        });
        add("P-18", "height() counts from 0", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public int height() {
                return super.height() - 1;
            }
        });
        add("P-19", "buffer() is a copy", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageBuffer buffer() {
                return StandardImage.from(whole).buffer();
            }
        });
        add("P-20", "rows are padded in the buffer", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            private final StandardImage padded = StandardImage.of(m, w + 1, h);

            @Override
            public ImageBuffer buffer() {
                return padded.buffer();
            }
        });
        add("P-22", "samples are big-endian in the buffer", L16, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageBuffer buffer() {
                return new BrokenImage.Bytes(whole.buffer()) {
                    @Override
                    public int get(long index) {
                        return whole.get(index ^ 1);
                    }

                    @Override
                    public void set(long index, int value) {
                        whole.set(index ^ 1, value);
                    }
                };
            }
        });
        add("P-23", "the buffer refuses bytes outside of the intervals", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageBuffer buffer() {
                return new BrokenImage.Bytes(whole.buffer()) {
                    @Override
                    public void set(long index, int value) {
                        if (value < 16 || value > 240) {
                            throw new IllegalArgumentException(value + " is not valid in YV12");
                        }
                        super.set(index, value);
                    }
                };
            }
        });
        add("P-25", "info() is a new map each time", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Map<String, Object> info() {
                return new HashMap<>();
            }
        });
        add("P-27", "bytesPerPixel() leaves alpha out", RGBA, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public int bytesPerPixel() {
                return 3;
            }
        });
        add("P-28", "images of the same size are equal", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public boolean equals(Object other) {
                return other instanceof ImageLike image && image.size().equals(size());
            }

            @Override
            public int hashCode() {
                return size().hashCode();
            }
        });
    }

    private void buffer(String rule, String mistake, Function<ImageBuffer, ImageBuffer> breaking) {
        add(rule, mistake, RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            private final ImageBuffer broken = breaking.apply(whole.buffer());

            @Override
            public ImageBuffer buffer() {
                return broken;
            }
        });
    }

    private void buffers() {
        buffer("P-21", "slices of the buffer lose their step", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public byte[] get(Slice slice) {
                return super.get(slice.by(1));
            }
        });
        buffer("P-21", "bytes above 255 lose their upper bits", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public void set(long index, int value) {
                super.set(index, value & 0xff);
            }
        });
        buffer("B-3", "runs are copied until the end is hit", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public void get(long index, byte[] target, int offset, int count) {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (byte) get(index + i);
                }
            }
        });
        buffer("B-5", "readOnly() is true where writing is possible", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public boolean readOnly() {
                return true;
            }
        });
        buffer("B-8", "readOnly() is not that of the layout", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public Optional<PixelLayout> layout() {
                return whole.layout()
                        .map(layout -> PixelLayout.of(
                                layout.mode(),
                                layout.size().width(),
                                layout.size().height(),
                                ((ByteBuffer) layout.memory().orElseThrow()).asReadOnlyBuffer()));
            }
        });
        buffer("B-7", "the iterator goes on after the end", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public PrimitiveIterator.OfInt iterator() {
                return LongStream.range(0, length() + 1)
                        .mapToInt(i -> get(i % length()))
                        .iterator();
            }
        });
        buffer("P-58", "bytes beyond the end are 0", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public int get(long index) {
                return index == length() ? 0 : super.get(index);
            }
        });
        buffer("B-6", "the layout is another image's", whole -> new BrokenImage.Bytes(whole) {
            private final StandardImage other = StandardImage.of(RGB, 7, 5);

            @Override
            public Optional<PixelLayout> layout() {
                return other.buffer().layout();
            }
        });
        buffer("B-7", "the iterator gives the bytes of an earlier time", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public PrimitiveIterator.OfInt iterator() {
                byte[] then = get(Slice.ALL);
                return IntStream.range(0, then.length).map(i -> then[i] & 0xff).iterator();
            }
        });
    }

    private void map(String rule, String mistake, Mode mode, MapBreak breaking) {
        add(rule, mistake, mode, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void map(DoubleUnaryOperator... functions) {
                breaking.map(whole, functions);
            }
        });
    }

    private void threads() {
        buffer("T-2", "the buffer works in the thread that made it only", whole -> new BrokenImage.Bytes(whole) {
            @Override
            public Optional<PixelLayout> layout() {
                return whole.layout();
            }

            private final Thread owner = Thread.currentThread();

            @Override
            public int get(long index) {
                if (Thread.currentThread() != owner) {
                    throw new IllegalStateException("another thread");
                }
                return super.get(index);
            }
        });
        buffer("T-3", "writing works in the thread that made it only", whole -> new BrokenImage.Bytes(whole) {
            private final Thread owner = Thread.currentThread();

            @Override
            public Optional<PixelLayout> layout() {
                return whole.layout();
            }

            @Override
            public void set(long index, int value) {
                if (Thread.currentThread() != owner) {
                    throw new IllegalStateException("another thread");
                }
                super.set(index, value);
            }
        });
    }

    /** Rows of memory that can be broken. */
    private static class Rows implements SampleRows {
        final SampleRows whole;

        Rows(SampleRows whole) {
            this.whole = whole;
        }

        @Override
        public void read(int x, int y, int count, int[] target, int offset) {
            whole.read(x, y, count, target, offset);
        }

        @Override
        public void write(int x, int y, int count, int[] source, int offset) {
            whole.write(x, y, count, source, offset);
        }

        @Override
        public boolean readOnly() {
            return false;
        }
    }

    private void computed(String rule, String mistake, UnaryOperator<SampleRows> breaking) {
        add(rule, "computed, " + mistake, RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            private final ImageBuffer computed = ImageBuffer.computed(m, w, h, breaking.apply(Images.rows(whole)));

            @Override
            public ImageBuffer buffer() {
                return computed;
            }
        });
    }

    private void rows() {
        computed("A-10", "runs always begin at the left", whole -> new Rows(whole) {
            @Override
            public void read(int x, int y, int count, int[] target, int offset) {
                whole.read(count > 1 ? 0 : x, y, count, target, offset);
            }
        });
        computed("A-10", "runs are written at the array's beginning", whole -> new Rows(whole) {
            @Override
            public void write(int x, int y, int count, int[] source, int offset) {
                whole.write(x, y, count, source, count > 1 ? 0 : offset);
            }
        });
        computed("T-4", "rows that are concurrent work in one thread only", whole -> new Rows(whole) {
            private final Thread owner = Thread.currentThread();

            @Override
            public void read(int x, int y, int count, int[] target, int offset) {
                if (Thread.currentThread() != owner) {
                    throw new IllegalStateException("another thread");
                }
                super.read(x, y, count, target, offset);
            }

            @Override
            public boolean concurrent() {
                return true;
            }
        });
    }

    private void alpha() {
        add("P-14", "colours are kept multiplied by alpha", RGBA, (m, w, h) -> StandardImage.canvas(w, h));
        addSource("B-4", "straight colours are declared premultiplied", RGBA, new Declared(RGBA, StandardImage::of) {
            @Override
            public boolean premultiplied() {
                return true;
            }
        });
    }

    /** Read-only images that can be broken. */
    private void readOnly(String rule, String mistake, Maker maker) {
        addSource(
                rule,
                "read-only, " + mistake,
                RGB,
                new Declared(RGB, (m, w, h) -> {
                    m.length(w, h);
                    return maker.make(m, w, h);
                }) {
                    @Override
                    public boolean readOnly() {
                        return true;
                    }
                });
    }

    private static StandardImage fixed(Mode mode, int width, int height) {
        return StandardImage.wrap(PixelLayout.of(
                mode,
                width,
                height,
                ByteBuffer.allocate((int) mode.length(width, height)).asReadOnlyBuffer()));
    }

    private void readOnly() {
        readOnly("B-5", "it can be written", (m, w, h) -> new BrokenImage(m, w, h));
        readOnly("B-5", "map does nothing instead of refusing", (m, w, h) -> new BrokenImage(fixed(m, w, h)) {
            @Override
            public void map(DoubleUnaryOperator... functions) {
                // as if there were nothing to say
            }
        });
        readOnly("B-5", "set is refused by another exception", (m, w, h) -> new BrokenImage(fixed(m, w, h)) {
            @Override
            public void set(int x, int y, int... value) {
                throw new IllegalStateException("read-only");
            }
        });
    }

    private interface MapBreak {
        void map(StandardImage whole, DoubleUnaryOperator... functions);
    }

    private void maps() {
        map("P-29", "map takes the functions in reverse order", RGB, (whole, functions) -> {
            DoubleUnaryOperator[] reversed = new DoubleUnaryOperator[functions.length];
            for (int i = 0; i < reversed.length; i++) {
                reversed[i] = functions[functions.length - 1 - i];
            }
            whole.map(reversed);
        });
        map("P-30", "map leaves the last row out", RGB, (whole, functions) -> {
            StandardImage last = whole.get(Slice.from(-1));
            whole.map(functions);
            whole.set(Slice.from(-1), last);
        });
        map("P-30", "map leaves the last row of chroma out", JPEG_YV12, (whole, functions) -> {
            StandardImage cr = StandardImage.from(whole.plane("cr"));
            StandardImage cb = StandardImage.from(whole.plane("cb"));
            whole.map(functions);
            Images.copy(cr.get(Slice.from(-1)), Views.select(whole.plane("cr"), Slice.ALL, Slice.from(-1)));
            Images.copy(cb.get(Slice.from(-1)), Views.select(whole.plane("cb"), Slice.ALL, Slice.from(-1)));
        });
        map("P-31", "map rounds down", RGB, (whole, functions) -> {
            DoubleUnaryOperator[] down = new DoubleUnaryOperator[functions.length];
            for (int i = 0; i < down.length; i++) {
                DoubleUnaryOperator function = functions[i];
                down[i] = v -> Math.floor(function.applyAsDouble(v));
            }
            whole.map(down);
        });
        map("P-32", "map wraps around", RGB, (whole, functions) -> {
            DoubleUnaryOperator[] wrapped = new DoubleUnaryOperator[functions.length];
            for (int i = 0; i < wrapped.length; i++) {
                DoubleUnaryOperator function = functions[i];
                wrapped[i] = v -> {
                    double result = function.applyAsDouble(v);
                    return Double.isNaN(result) ? result : result >= 0 && result < 256 ? result : (long) result & 0xff;
                };
            }
            whole.map(wrapped);
        });
        map("P-32", "map clips to the intervals", YV12, (whole, functions) -> {
            whole.map(functions);
            whole.clip();
        });
        map("P-33", "map writes while it asks", RGB, (whole, functions) -> {
            if (functions.length != 1) {
                whole.map(functions);
                return;
            }
            for (Line line : whole) {
                for (Pixel pixel : line) {
                    for (int c = 0; c < pixel.length(); c++) {
                        double result = functions[0].applyAsDouble(pixel.get(c));
                        if (Double.isNaN(result)) {
                            throw new IllegalArgumentException("NaN");
                        }
                        pixel.set(c, (int) Math.max(0, Math.min(255, Math.round(result))));
                    }
                }
            }
        });
        add("P-38", "clip() does nothing", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void clip() {}
        });
        add("P-39", "clip() limits JPEG_YV12 too", JPEG_YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void clip() {
                whole.map(v -> Math.max(16, Math.min(235, v)));
            }
        });
    }

    private void wholes() {
        add("P-34", "rotate90() is a view", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate90() {
                return Views.rotate90(whole);
            }
        });
        add("P-35", "rotate90() turns clockwise", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate90() {
                return whole.rotate270();
            }
        });
        add("P-36", "rotate180() leaves chroma as it was", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate180() {
                StandardImage turned = StandardImage.from(whole);
                Images.copy(Views.rotate180(whole.plane("y")), turned.plane("y"));
                return turned;
            }
        });
        add("P-37", "rotate270() takes the info along", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike rotate270() {
                StandardImage turned = whole.rotate270();
                turned.info().put("orientation", 8);
                return turned;
            }
        });
        add("P-40", "split() gives planes, not copies", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public List<? extends ImageLike> split() {
                return componentNames().stream().map(whole::plane).toList();
            }
        });
        add("P-41", "unknown planes are the first", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return whole.plane(componentNames().contains(name) ? name : "r");
            }
        });
        add("P-41", "planes are transposed", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return Views.transpose(whole.plane(name));
            }
        });
        add("P-42", "plane() is a copy", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return StandardImage.from(whole.plane(name));
            }
        });
        add("P-43", "cb comes before cr", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike plane(String name) {
                return whole.plane(name.equals("cr") ? "cb" : name.equals("cb") ? "cr" : name);
            }
        });
        add("P-44", "a planar image gives pixels of luma", YV12, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return whole.plane("y").get(x, y);
            }
        });
    }

    private void pixels() {
        add("P-45", "pixels() can be iterated once", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Iterable<Pixel> pixels() {
                Iterator<Pixel> once = whole.pixels().iterator();
                return () -> once;
            }
        });
        add("P-46", "lines come from bottom to top", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Iterator<Line> iterator() {
                return Views.flipTopBottom(whole).iterator();
            }
        });
        add("P-47", "line(0) is the bottom", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Line line(int y) {
                return whole.line(height() - 1 - y);
            }
        });
        add("P-48", "get(0,0) is the top right", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return whole.get(width() - 1 - x, y);
            }
        });
        add("P-58", "negative columns count from the end", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return whole.get(x < 0 ? x + width() : x, y);
            }
        });
        add("P-51", "set clips values instead of refusing them", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(int x, int y, int... value) {
                int[] clipped = value.clone();
                for (int c = 0; c < clipped.length; c++) {
                    clipped[c] = Math.max(0, Math.min(255, value[c]));
                }
                whole.set(x, y, clipped);
            }
        });
        add("P-51", "set writes into the padding of the row", RGB, (m, w, h) -> {
            m.length(w, h);
            StandardImage memory = StandardImage.of(m, w + 1, h);
            return new BrokenImage(Views.crop(memory, 0, 0, w, h)) {
                @Override
                public void set(int x, int y, int... value) {
                    whole.set(x, y, value);
                    memory.set(w, y, value);
                }
            };
        });
        add("P-78", "a line is a copy of its row", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Line line(int y) {
                return StandardImage.from(whole).line(y);
            }
        });
        add("P-85", "a pixel is a copy", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public Pixel get(int x, int y) {
                return StandardImage.from(whole).get(x, y);
            }
        });
    }

    private void areas() {
        add("P-49", "one slice selects columns", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice rows) {
                return whole.get(rows, Slice.ALL);
            }
        });
        add("P-50", "an area is a view", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice columns, Slice rows) {
                return Views.select(whole, columns, rows);
            }
        });
        add("P-59", "a negative step walks forwards", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public ImageLike get(Slice columns, Slice rows) {
                return whole.get(columns.equals(Slice.ALL.by(-1)) ? Slice.ALL : columns, rows);
            }
        });
        add("P-52", "a source of another mode is converted", CMYK, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(Slice columns, Slice rows, ImageLike source) {
                whole.set(columns, rows, StandardImage.from(source, mode()));
            }
        });
        add("P-52", "a pixel is written before the size is checked", RGB, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(Slice rows, ImageLike source) {
                whole.set(0, 0, 1, 2, 3);
                whole.set(rows, source);
            }
        });
        add(
                "P-53",
                "an overlapping source is overwritten while it is read",
                RGB,
                (m, w, h) -> new BrokenImage(m, w, h) {
                    @Override
                    public void set(Slice columns, Slice rows, ImageLike source) {
                        StandardImage area = Views.select(whole, columns, rows);
                        if (source.mode() != mode() || !source.size().equals(area.size())) {
                            throw new IllegalArgumentException("another mode or size");
                        }
                        for (int y = 0; y < area.height(); y++) {
                            for (int x = 0; x < area.width(); x++) {
                                area.set(x, y, source.get(x, y).value());
                            }
                        }
                    }
                });
        add("P-60", "the result is opaque, as after blending", RGBA, (m, w, h) -> new BrokenImage(m, w, h) {
            @Override
            public void set(Slice columns, Slice rows, ImageLike source) {
                StandardImage copy = StandardImage.from(source);
                whole.set(columns, rows, source);
                if (copy.mode() == mode()) {
                    StandardImage area = Views.select(whole, columns, rows);
                    area.plane("a").map(v -> 255);
                }
            }
        });
    }
}
