package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversions straight from memory to memory give what conversions by rows of samples give, and leave all other memory as it
 * is: for all modes, orders of components, steps, corners and sizes.
 */
class DirectConversionTest {
    /** Where the components of a pixel are. */
    private enum Form {
        CANONICAL,
        REVERSED,
        ALPHA_FIRST,
        GAP_BEFORE,
        GAP_BETWEEN,
        ASTRIDE,
        PLANES,
        ROWS_OF_PLANES,
        PACKED,
        PACKED_REVERSED,
        PACKED_PREMULTIPLIED,
        PREMULTIPLIED
    }

    /** How the image lies in a larger one. */
    private enum View {
        WHOLE,
        CROPPED,
        MIRRORED,
        UPSIDE_DOWN,
        TURNED,
        THINNED
    }

    /** What holds the elements. */
    private enum Kind {
        ARRAY,
        DIRECT,
        OTHER_ORDER
    }

    /** An image in memory with more elements; arrays begin before their buffer. */
    private record Memory(Buffer memory, PixelLayout layout) {
        static Memory of(Mode mode, Form form, View view, int width, int height, SplittableRandom random) {
            return of(mode, form, view, Kind.ARRAY, width, height, random);
        }

        static Memory of(Mode mode, Form form, View view, Kind kind, int width, int height, SplittableRandom random) {
            boolean turned = view == View.TURNED;
            int thin = view == View.THINNED ? 2 : 1;
            int w = (turned ? height : width) * thin + 3;
            int h = (turned ? width : height) * thin + 2;
            PixelLayout all = of(mode, form, kind, w, h, random);
            if (all.alpha() == AlphaType.PREMULTIPLIED) {
                limitColors(all);
            }
            PixelLayout part = all.crop(2, 1, w - 3, h - 2);
            PixelLayout seen = switch (view) {
                case WHOLE, CROPPED -> part;
                case MIRRORED -> part.flipLeftRight();
                case UPSIDE_DOWN -> part.flipTopBottom();
                case TURNED -> part.rotate90();
                case THINNED -> part.select(Slice.ALL.by(2), Slice.ALL.by(-2));
            };
            return new Memory(all.planes().get(0).memory(), seen);
        }

        /** All elements, also those that are around the image. */
        int[] elements() {
            return IntStream.range(0, memory.capacity())
                    .map(k -> memory instanceof ByteBuffer bytes
                            ? bytes.get(k)
                            : memory instanceof ShortBuffer shorts ? shorts.get(k) : ((IntBuffer) memory).get(k))
                    .toArray();
        }

        /** A colour beyond alpha is copied as it is, and limited where rows divide it by alpha. */
        private static void limitColors(PixelLayout layout) {
            SampleRows rows = layout.rows();
            int[] row = new int[layout.size().width() * layout.mode().components()];
            for (int y = 0; y < layout.size().height(); y++) {
                rows.read(0, y, layout.size().width(), row, 0);
                rows.write(0, y, layout.size().width(), row, 0);
            }
        }

        private static PixelLayout of(Mode mode, Form form, Kind kind, int w, int h, SplittableRandom random) {
            int n = mode.components();
            boolean packed = form.name().startsWith("PACKED");
            int elements = packed ? w * h : w * h * (n + 1);
            Buffer memory = packed
                    ? IntBuffer.wrap(ints(elements, random), 5, elements)
                    : mode.bitsPerComponent() == 8
                            ? ByteBuffer.wrap(bytes(elements, random), 5, elements)
                            : mode.bitsPerComponent() == 16
                                    ? ShortBuffer.wrap(shorts(elements, random), 5, elements)
                                    : IntBuffer.wrap(ints(elements, random), 5, elements);
            memory = kind == Kind.ARRAY ? sliced(memory) : outside(memory, kind);
            Plane[] planes = new Plane[n];
            for (int c = 0; c < n; c++) {
                planes[c] = switch (form) {
                    case CANONICAL, PREMULTIPLIED -> Plane.of(memory, c, n, n * w);
                    case REVERSED -> Plane.of(memory, n - 1 - c, n, n * w);
                    case ALPHA_FIRST -> Plane.of(memory, (c + 1) % n, n, n * w);
                    case GAP_BEFORE -> Plane.of(memory, c + 1, n + 1, (n + 1) * w);
                    case GAP_BETWEEN -> Plane.of(memory, c == 0 ? 0 : c + 1, n + 1, (n + 1) * w);
                    // some components lie between those of the next pixel
                    case ASTRIDE -> Plane.of(memory, c == 0 ? n - 1 : c == 1 ? 0 : n + c - 1, n, n * w);
                    case PLANES -> Plane.of(memory, c * w * h, 1, w);
                    case ROWS_OF_PLANES -> Plane.of(memory, (n - 1 - c) * w, 1, n * w);
                    case PACKED, PACKED_PREMULTIPLIED -> Plane.packed(memory, 0, 1, w, 8 * c, 8);
                    case PACKED_REVERSED -> Plane.packed(memory, 0, 1, w, 24 - 8 * c, 8);
                };
            }
            AlphaType alpha = !mode.hasAlpha()
                    ? AlphaType.OPAQUE
                    : form.name().endsWith("PREMULTIPLIED") ? AlphaType.PREMULTIPLIED : AlphaType.STRAIGHT;
            return PixelLayout.of(mode, w, h, alpha, planes);
        }

        private static Buffer sliced(Buffer memory) {
            return memory instanceof ByteBuffer bytes
                    ? bytes.slice()
                    : memory instanceof ShortBuffer shorts ? shorts.slice() : ((IntBuffer) memory).slice();
        }

        private static Buffer outside(Buffer memory, Kind kind) {
            ByteOrder other =
                    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            ByteBuffer bytes = ByteBuffer.allocateDirect(memory.remaining() * Integer.BYTES)
                    .order(kind == Kind.DIRECT ? ByteOrder.nativeOrder() : other);
            if (memory instanceof ByteBuffer b) {
                return bytes.put(b).flip().slice();
            } else if (memory instanceof ShortBuffer s) {
                return bytes.asShortBuffer().put(s).flip().slice();
            }
            return bytes.asIntBuffer().put((IntBuffer) memory).flip().slice();
        }

        private static byte[] bytes(int elements, SplittableRandom random) {
            byte[] bytes = new byte[elements + 10];
            random.nextBytes(bytes);
            return bytes;
        }

        private static short[] shorts(int elements, SplittableRandom random) {
            short[] shorts = new short[elements + 10];
            for (int k = 0; k < shorts.length; k++) {
                shorts[k] = (short) random.nextInt();
            }
            return shorts;
        }

        private static int[] ints(int elements, SplittableRandom random) {
            return random.ints(elements + 10L).toArray();
        }
    }

    static Stream<Object[]> pairs() {
        List<Object[]> pairs = new ArrayList<>();
        for (Mode from : Mode.values()) {
            for (Mode to : Mode.values()) {
                if (!from.planar() && !to.planar()) {
                    pairs.add(new Object[] {from, to});
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void equalsTheConversionByRows(Mode from, Mode to) {
        SplittableRandom random = new SplittableRandom(11);
        for (Form source : forms(from)) {
            for (View view : View.values()) {
                compare(from, source, view, to, Form.CANONICAL, View.WHOLE, 7, 5, random);
            }
            for (Form target : forms(to)) {
                View view = View.values()[random.nextInt(View.values().length)];
                compare(from, source, View.CROPPED, to, target, view, 1, 1, random);
                compare(from, source, view, to, target, View.CROPPED, 4, 3, random);
                compare(from, source, View.CROPPED, to, target, view, 13, 2, random);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void equalsTheConversionByRowsInBlocksAndStrips(Mode from, Mode to) {
        SplittableRandom random = new SplittableRandom(12);
        for (Form source : List.of(Form.CANONICAL, Form.PLANES)) {
            compare(from, source, View.WHOLE, to, Form.CANONICAL, View.CROPPED, 2051, 2, random);
            compare(from, source, View.TURNED, to, Form.REVERSED, View.CROPPED, 259, 3, random);
        }
    }

    static Stream<Mode> modes() {
        return Stream.of(Mode.values()).filter(mode -> !mode.planar() && mode != Mode.L32);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void mapsSplitsAndSetsAsRowsDo(Mode mode) {
        for (Form form : forms(mode)) {
            for (View view : View.values()) {
                Memory mapped = Memory.of(mode, form, view, 5, 3, new SplittableRandom(13));
                Memory expected = Memory.of(mode, form, view, 5, 3, new SplittableRandom(13));
                StandardImage image = StandardImage.wrap(mapped.layout());
                int n = mode.components();
                int max = (int) mode.maxValue();
                SampleRows rows = expected.layout().rows();
                int[] row = new int[5 * n];
                List<StandardImage> split = image.split();
                image.map(IntStream.range(0, n)
                        .<DoubleUnaryOperator>mapToObj(c -> value -> c % 2 == 0 ? max - value : value / 2)
                        .toArray(DoubleUnaryOperator[]::new));
                image.set(1, 2, new int[n]);
                for (int y = 0; y < 3; y++) {
                    rows.read(0, y, 5, row, 0);
                    for (int k = 0; k < row.length; k++) {
                        int c = k % n;
                        assertThat(split.get(c).get(k / n, y).l())
                                .as("%s %s %s, component %d", mode, form, view, c)
                                .isEqualTo(row[k]);
                        row[k] = k / n == 1 && y == 2 ? 0 : c % 2 == 0 ? max - row[k] : (row[k] + 1) / 2;
                    }
                    rows.write(0, y, 5, row, 0);
                }
                assertThat(mapped.elements()).as("%s %s %s", mode, form, view).isEqualTo(expected.elements());
            }
        }
    }

    private static List<Form> forms(Mode mode) {
        return Stream.of(Form.values())
                .filter(form -> mode.bitsPerComponent() == 8 || !form.name().startsWith("PACKED"))
                .filter(form -> mode.hasAlpha() || !form.name().endsWith("PREMULTIPLIED"))
                .toList();
    }

    private static void compare(
            Mode from,
            Form source,
            View sourceView,
            Mode to,
            Form target,
            View targetView,
            int width,
            int height,
            SplittableRandom random) {
        long sourceSeed = random.nextLong();
        PixelLayout pixels = Memory.of(from, source, sourceView, width, height, new SplittableRandom(sourceSeed))
                .layout();
        long seed = random.nextLong();
        Memory byRows = Memory.of(to, target, targetView, width, height, new SplittableRandom(seed));

        // computed samples have no memory that could be copied directly
        StandardImage.from(StandardImage.computed(from, width, height, pixels.rows()::read), byRows.layout());
        int[] expected = byRows.elements();

        for (Kind kind : Kind.values()) {
            PixelLayout given = Memory.of(
                            from, source, sourceView, kind, width, height, new SplittableRandom(sourceSeed))
                    .layout();
            for (Kind into : Kind.values()) {
                Memory direct = Memory.of(to, target, targetView, into, width, height, new SplittableRandom(seed));
                StandardImage.from(StandardImage.wrap(given), direct.layout());
                assertThat(direct.elements())
                        .as(
                                "%s %s %s %s to %s %s %s %s, %d×%d",
                                from, source, sourceView, kind, to, target, targetView, into, width, height)
                        .isEqualTo(expected);
            }
        }
    }
}
