package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.nio.BufferAccess;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.imglib2.adapters.RandomAccessibleIntervalAdapter;
import org.imageop.imglib2.live.LiveImage;
import org.imageop.spi.HandingOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From any image to ImgLib2, on the same pixels. */
class ExportTest {
    private static final Mode[] PIXEL_MODES =
            Arrays.stream(Mode.values()).filter(mode -> !mode.planar()).toArray(Mode[]::new);

    private static Object storage(RandomAccessibleInterval<?> image) {
        return ((ArrayDataAccess<?>) ((ArrayImg<?, ?>) image).update(null)).getCurrentStorageArray();
    }

    private static void noise(ImageLike image, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                image.set(x, y, values(image.mode(), random));
            }
        }
    }

    private static int[] values(Mode mode, SplittableRandom random) {
        return random.longs(mode.components(), 0, mode.maxValue() + 1)
                .mapToInt(v -> (int) v)
                .toArray();
    }

    static Stream<Mode> pixelModes() {
        return Stream.of(PIXEL_MODES);
    }

    @ParameterizedTest
    @MethodSource("pixelModes")
    void standardImagesAreArraysOnTheirArray(Mode mode) {
        StandardImage image = StandardImage.of(mode, 7, 5);
        noise(image, 3);

        // components are innermost in memory, so that only this order is one array from end to end
        RandomAccessibleInterval<?> flat = mode.components() == 1
                ? ImgLib2Images.toRandomAccessibleInterval(image)
                : ImgLib2Images.toRandomAccessibleInterval(image, 0);

        assertThat((Object) flat).isInstanceOf(ArrayImg.class);
        assertThat(storage(flat))
                .isSameAs(image.buffer()
                        .layout()
                        .orElseThrow()
                        .planes()
                        .get(0)
                        .memory()
                        .array());
        Samples.assertSame(image, flat, mode.components() == 1 ? -1 : 0);
        Samples.assertShared(image, flat, mode.components() == 1 ? -1 : 0, flat);
    }

    @ParameterizedTest
    @MethodSource("pixelModes")
    void theTypeFollowsTheMode(Mode mode) {
        RandomAccessibleInterval<?> image = ImgLib2Images.toRandomAccessibleInterval(StandardImage.of(mode, 7, 5));

        assertThat(image.getType())
                .isInstanceOf(
                        mode.bitsPerComponent() == 8
                                ? UnsignedByteType.class
                                : mode.bitsPerComponent() == 16 ? UnsignedShortType.class : UnsignedIntType.class);
        assertThat(image.dimensionsAsLongArray())
                .containsExactly(mode.components() == 1 ? new long[] {7, 5} : new long[] {7, 5, mode.components()});
        assertThat(image.minAsLongArray()).containsOnly(0);
    }

    static Stream<Arguments> layouts() {
        List<Arguments> cases = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(42);
        for (Mode mode : PIXEL_MODES) {
            for (int i = 0; i < 60; i++) {
                int[] sizes = {1, 1, 2, 5, 7};
                int width = sizes[random.nextInt(5)];
                int height = sizes[random.nextInt(5)];
                PixelLayout layout = layout(mode, width, height, random);
                cases.add(Arguments.of(layout, random.nextInt(3)));
            }
        }
        return cases.stream();
    }

    /** Components in any order, gaps between pixels, padded rows, an offset, planes; flipped, turned, thinned out. */
    private static PixelLayout layout(Mode mode, int width, int height, SplittableRandom random) {
        int n = mode.components();
        int[] order = random.ints(0, 1000).distinct().limit(n).toArray();
        int[] rank = new int[n];
        for (int c = 0; c < n; c++) {
            int value = order[c];
            rank[c] = (int) Arrays.stream(order).filter(v -> v < value).count();
        }
        boolean planes = random.nextBoolean();
        boolean backwards = random.nextBoolean();
        int pixel = planes ? 1 + random.nextInt(2) : n + random.nextInt(2);
        int line = pixel * width + random.nextInt(4);
        int plane = planes ? line * height + random.nextInt(3) : 1;
        int offset = random.nextInt(9);
        int size = offset + plane * (n - 1) + line * (height - 1) + pixel * (width - 1) + 1 + random.nextInt(4);
        Buffer memory = buffer(mode, size, random);
        Plane[] all = new Plane[n];
        for (int c = 0; c < n; c++) {
            all[c] = Plane.of(memory, offset + (long) (backwards ? n - 1 - c : rank[c]) * plane, pixel, line);
        }
        PixelLayout layout =
                PixelLayout.of(mode, width, height, mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE, all);
        return switch (random.nextInt(6)) {
            case 0 -> layout.flipLeftRight();
            case 1 -> layout.rotate90();
            case 2 -> layout.transpose().flipLeftRight();
            case 3 -> layout.select(Slice.ALL.by(2), Slice.ALL.by(-3));
            case 4 -> layout.rotate180();
            default -> layout;
        };
    }

    private static Buffer buffer(Mode mode, int size, SplittableRandom random) {
        int bytes = mode.bitsPerComponent() / 8;
        boolean direct = random.nextBoolean();
        int before = random.nextInt(5);
        ByteBuffer memory = ByteBuffer.allocateDirect(size * bytes).order(ByteOrder.nativeOrder());
        return switch (bytes) {
            case 1 ->
                direct
                        ? memory
                        : ByteBuffer.wrap(new byte[before + size], before, size).slice();
            case 2 ->
                direct
                        ? memory.asShortBuffer()
                        : ShortBuffer.wrap(new short[before + size], before, size)
                                .slice();
            default ->
                direct
                        ? memory.asIntBuffer()
                        : IntBuffer.wrap(new int[before + size], before, size).slice();
        };
    }

    @ParameterizedTest(name = "{0}, components at {1}")
    @MethodSource("layouts")
    void anyLayoutIsShared(PixelLayout layout, int axis) {
        ImageLike image = StandardImage.wrap(layout);
        noise(image, 7);
        Mode mode = layout.mode();

        RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image, axis);

        assertThat((Object) seen)
                .as("strides of whole samples are always expressed")
                .isNotInstanceOf(LiveImage.class);
        Samples.assertSame(image, seen, axis);
        Samples.assertShared(image, seen, axis, seen);
        assertOnlyPixelsChange(layout, image, seen, axis);
        if (mode.components() == 1) {
            RandomAccessibleInterval<?> grey = ImgLib2Images.toRandomAccessibleInterval(image);
            Samples.assertSame(image, grey, -1);
            Samples.assertShared(image, grey, -1, grey);
        }
        ImageLike again = ImgLib2Images.wrap(seen, axis, mode);
        assertThat(Images.sameContent(again, image)).isTrue();
        assertThat(again.buffer().layout()).isPresent();
    }

    /** Writing every sample through ImgLib2 leaves the elements between them alone. */
    private static void assertOnlyPixelsChange(
            PixelLayout layout, ImageLike image, RandomAccessibleInterval<?> seen, int axis) {
        for (Plane plane : layout.planes()) {
            fill(plane.memory(), 0);
        }
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int[] ones = new int[image.components()];
                Arrays.fill(ones, 1);
                Samples.set(seen, axis, x, y, ones);
            }
        }
        int expected = image.width() * image.height() * image.components();
        assertThat(sum(layout.planes().get(0).memory())).isEqualTo(expected);
    }

    private static void fill(Buffer memory, int value) {
        for (int i = 0; i < memory.limit(); i++) {
            if (memory instanceof ByteBuffer b) {
                b.put(i, (byte) value);
            } else if (memory instanceof ShortBuffer s) {
                s.put(i, (short) value);
            } else {
                ((IntBuffer) memory).put(i, value);
            }
        }
    }

    private static int sum(Buffer memory) {
        int sum = 0;
        for (int i = 0; i < memory.limit(); i++) {
            sum += memory instanceof ByteBuffer b
                    ? b.get(i)
                    : memory instanceof ShortBuffer s ? s.get(i) : ((IntBuffer) memory).get(i);
        }
        return sum;
    }

    @Test
    void blocksOfImgLib2ReadSharedViews() {
        byte[] bytes = new byte[6 * 20 + 3];
        new SplittableRandom(3).nextBytes(bytes);
        ByteBuffer memory = ByteBuffer.wrap(bytes);
        ImageLike bgr = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                5,
                6,
                AlphaType.OPAQUE,
                Plane.of(memory, 5, 3, 18),
                Plane.of(memory, 4, 3, 18),
                Plane.of(memory, 3, 3, 18)));
        @SuppressWarnings("unchecked")
        var seen = (RandomAccessibleInterval<UnsignedByteType>) ImgLib2Images.toRandomAccessibleInterval(bgr);
        byte[] copied = new byte[5 * 6 * 3];

        PrimitiveBlocks.of(seen, PrimitiveBlocks.OnFallback.FAIL).copy(seen, copied);

        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 5; x++) {
                    assertThat(copied[x + 5 * (y + 6 * c)])
                            .isEqualTo(bytes[3 + 2 - c + 3 * x + 18 * y])
                            .isEqualTo((byte) bgr.get(x, y).get(c));
                }
            }
        }
    }

    @Test
    void directMemoryIsAnArrayImgOnTheBuffer() {
        ByteBuffer memory = ByteBuffer.allocateDirect(12);
        ImageLike image = StandardImage.wrap(PixelLayout.of(Mode.L, 4, 3, memory));

        RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image);

        assertThat((Object) seen).isInstanceOf(ArrayImg.class);
        assertThat(((ArrayImg<?, ?>) seen).update(null)).isInstanceOf(BufferAccess.class);
        memory.put(7, (byte) 99);
        assertThat(Samples.at(seen, -1, 3, 1)).containsExactly(99);
    }

    private static PixelLayout ints(Mode mode, AlphaType alpha, IntBuffer memory, int offset, int line, int... shifts) {
        Plane[] planes = new Plane[shifts.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, offset, 1, line, shifts[c], 8);
        }
        return PixelLayout.of(mode, 5, 4, alpha, planes);
    }

    @Test
    void straightArgbIsSharedAsArgbType() {
        int[] array = new SplittableRandom(1).ints(20).toArray();
        IntBuffer direct =
                ByteBuffer.allocateDirect(80).order(ByteOrder.nativeOrder()).asIntBuffer();
        direct.put(0, array);
        for (IntBuffer memory : List.of(IntBuffer.wrap(array), direct)) {
            ImageLike image = StandardImage.wrap(ints(Mode.RGBA, AlphaType.STRAIGHT, memory, 0, 5, 16, 8, 0, 24));

            RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image);

            assertThat((Object) seen).isInstanceOf(ArrayImg.class);
            assertThat(seen.getType()).isInstanceOf(ARGBType.class);
            assertThat(seen.numDimensions()).isEqualTo(2);
            Samples.assertSame(image, seen, -1);
            Samples.assertShared(image, seen, -1, seen);
            assertThat(ImgLib2Images.wrap(seen).buffer().layout()).isPresent();
        }
        assertThat(storage(ImgLib2Images.toArgb(StandardImage.wrap(
                        ints(Mode.RGBA, AlphaType.STRAIGHT, IntBuffer.wrap(array), 0, 5, 16, 8, 0, 24)))))
                .isSameAs(array);
    }

    @Test
    void straightArgbOfASubImageIsAViewOnTheArray() {
        int[] array = new SplittableRandom(1).ints(50).toArray();
        ImageLike image =
                StandardImage.wrap(ints(Mode.RGBA, AlphaType.STRAIGHT, IntBuffer.wrap(array), 3, 9, 16, 8, 0, 24));

        RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(Views.flipTopBottom(image));

        assertThat((Object) seen).isNotInstanceOf(LiveImage.class);
        Samples.assertSame(Views.flipTopBottom(image), seen, -1);
        Samples.assertShared(Views.flipTopBottom(image), seen, -1, ArrayImgs.argbs(array, 50));
    }

    /** ARGBType is straight, whatever lies below. */
    @Test
    void premultipliedArgbIsALiveStraightView() {
        int[] array = new int[20];
        ImageLike canvas =
                StandardImage.wrap(ints(Mode.RGBA, AlphaType.PREMULTIPLIED, IntBuffer.wrap(array), 0, 5, 16, 8, 0, 24));
        array[7] = 0x80402010;

        RandomAccessibleInterval<ARGBType> seen = ImgLib2Images.toArgb(canvas);

        assertThat(seen.getAt(2, 1).get()).isEqualTo(0x80804020);
        seen.getAt(3, 1).set(0x80ff8040);
        assertThat(array[8]).isEqualTo(0x80804020);
        canvas.set(4, 3, 200, 100, 50, 255);
        assertThat(seen.getAt(4, 3).get()).isEqualTo(0xffc86432);
        Transfer<?> transfer = Images.transfer(canvas, RandomAccessibleInterval.class, Copy.NEVER);
        assertThat(transfer.shared()).isTrue();
        assertThat(transfer.writable()).isTrue();
        assertThat(((RandomAccessibleInterval<?>) transfer.image()).getType()).isInstanceOf(ARGBType.class);
        Samples.assertSame(canvas, (RandomAccessibleInterval<?>) transfer.image(), -1);
    }

    /** All pairs of alpha and colour, also beyond alpha, and vice versa; on heap and direct, padded and turned. */
    @Test
    void premultipliedArgbIsThatOfTheProtocol() {
        int line = 259;
        IntBuffer direct = ByteBuffer.allocateDirect(4 * 256 * line).asIntBuffer();
        for (IntBuffer memory : List.of(IntBuffer.allocate(256 * line), direct)) {
            Plane[] planes = new Plane[4];
            for (int c = 0; c < 4; c++) {
                planes[c] = Plane.packed(memory, 2, 1, line, c == 3 ? 24 : 16 - 8 * c, 8);
            }
            ImageLike image = Views.rotate90(
                    StandardImage.wrap(PixelLayout.of(Mode.RGBA, 256, 256, AlphaType.PREMULTIPLIED, planes)));
            RandomAccessibleInterval<ARGBType> seen = ImgLib2Images.toArgb(image);
            for (int alpha = 0; alpha < 256; alpha++) {
                for (int v = 0; v < 256; v++) {
                    memory.put(2 + alpha * line + v, alpha << 24 | v << 16 | (255 - v) << 8 | v / 2);
                }
            }
            Samples.assertSame(image, seen, -1);

            ImageLike expected = StandardImage.canvas(256, 256);
            for (int alpha = 0; alpha < 256; alpha++) {
                for (int v = 0; v < 256; v++) {
                    expected.set(v, alpha, v, 255 - v, v / 2, alpha);
                    seen.getAt(v, alpha).set(alpha << 24 | v << 16 | (255 - v) << 8 | v / 2);
                }
            }
            assertThat(Images.sameContent(image, expected)).isTrue();
            int[] ints = ((IntBuffer) expected.buffer()
                            .layout()
                            .orElseThrow()
                            .planes()
                            .get(0)
                            .memory())
                    .array();
            for (int y = 0; y < 256; y++) {
                for (int x = 0; x < 256; x++) {
                    // rotate90 has the old right column as its top row
                    assertThat(memory.get(2 + x * line + 255 - y)).isEqualTo(ints[y * 256 + x]);
                }
            }
            assertThat(memory.get(1)).isZero();
            assertThat(memory.get(2 + 256)).isZero();
        }
    }

    /** The byte that INT_RGB leaves undefined is read as opaque and left alone. */
    @Test
    void intsWithoutAlphaAreALiveOpaqueView() {
        int[] array = new int[20];
        array[6] = 0x00112233;
        for (int[] shifts : new int[][] {{16, 8, 0}, {0, 8, 16}}) {
            ImageLike image = StandardImage.wrap(ints(Mode.RGB, AlphaType.OPAQUE, IntBuffer.wrap(array), 0, 5, shifts));

            RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image);

            assertThat(Samples.at(seen, -1, 1, 1))
                    .containsExactly(shifts[0] == 16 ? 0x11 : 0x33, 0x22, shifts[0] == 16 ? 0x33 : 0x11, 255);
            Samples.set(seen, -1, 2, 2, 1, 2, 3, 77);
            assertThat(image.get(2, 2).value()).containsExactly(1, 2, 3);
            assertThat(array[12] >>> 24).isZero();
        }
    }

    @Test
    void intsInOtherOrdersAreALiveView() {
        int[] array = new SplittableRandom(1).ints(20).toArray();
        ImageLike image =
                StandardImage.wrap(ints(Mode.RGBA, AlphaType.STRAIGHT, IntBuffer.wrap(array), 0, 5, 24, 16, 8, 0));

        RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image);

        assertThat(seen.getType()).isInstanceOf(ARGBType.class);
        Samples.assertSame(image, seen, -1);
        Samples.assertShared(image, seen, -1, seen);
    }

    @ParameterizedTest
    @MethodSource("pixelModes")
    void argbOfAnyModeIsThatOfConversion(Mode mode) {
        StandardImage image = StandardImage.of(mode, 64, 33);
        noise(image, 5);

        RandomAccessibleInterval<ARGBType> argb = ImgLib2Images.toArgb(image);

        Samples.assertSame(StandardImage.from(image, Mode.RGBA), argb, -1);
        image.set(3, 4, image.get(5, 6).value());
        assertThat(argb.getAt(3, 4).get()).isEqualTo(argb.getAt(5, 6).get());
        boolean writable = mode.componentNames().contains("r");
        if (writable) {
            argb.getAt(0, 0).set(0x80402010);
            assertThat(StandardImage.from(image, Mode.RGBA).get(0, 0).value())
                    .containsExactly(0x40, 0x20, 0x10, mode.hasAlpha() ? 0x80 : 255);
        } else {
            assertThatThrownBy(() -> argb.getAt(0, 0).set(1))
                    .isInstanceOf(ReadOnlyBufferException.class)
                    .hasMessageContaining(mode.name())
                    .hasMessageContaining("Mode.RGBA");
        }
    }

    static Stream<Arguments> computed() {
        List<Arguments> cases = new ArrayList<>();
        for (Mode mode : PIXEL_MODES) {
            cases.add(Arguments.of(mode, true));
            cases.add(Arguments.of(mode, false));
        }
        return cases.stream();
    }

    /** A palette, hidden pixels and the like. */
    @ParameterizedTest
    @MethodSource("computed")
    void computedImagesAreLive(Mode mode, boolean concurrent) {
        StandardImage memory = StandardImage.of(mode, 6, 5);
        noise(memory, 8);
        SampleRows rows = Images.rows(memory);
        ImageLike image = StandardImage.wrapping(new Object(), mode, 6, 5, new SampleRows() {
            @Override
            public void read(int x, int y, int count, int[] samples, int offset) {
                rows.read(x, y, count, samples, offset);
            }

            @Override
            public void write(int x, int y, int count, int[] samples, int offset) {
                rows.write(x, y, count, samples, offset);
            }

            @Override
            public boolean readOnly() {
                return false;
            }

            @Override
            public boolean concurrent() {
                return concurrent;
            }
        });

        for (int axis = mode.components() == 1 ? -1 : 0; axis < (mode.components() == 1 ? 0 : 3); axis++) {
            RandomAccessibleInterval<?> seen = axis < 0
                    ? ImgLib2Images.toRandomAccessibleInterval(image)
                    : ImgLib2Images.toRandomAccessibleInterval(image, axis);

            assertThat((Object) seen).isInstanceOf(LiveImage.class);
            Samples.assertSame(memory, seen, axis);
            Samples.assertShared(image, seen, axis, seen);
            ImageLike again = axis < 0 ? ImgLib2Images.wrap(seen) : ImgLib2Images.wrap(seen, axis, mode);
            assertThat(Images.sameContent(again, memory)).isTrue();
            again.set(1, 1, memory.get(2, 2).value());
            assertThat(memory.get(1, 1).value()).isEqualTo(memory.get(2, 2).value());
            RandomAccess<?> access = seen.randomAccess();
            access.setPosition(new long[seen.numDimensions()]);
            access.move(-1, axis == 0 ? 1 : 0);
            assertThatThrownBy(() -> Samples.of(access.get()))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("-1")
                    .hasMessageContaining("extend");
        }
    }

    @Test
    void narrowFieldsAreScaledLive() {
        ShortBuffer memory = ShortBuffer.allocate(12);
        ImageLike image = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                4,
                3,
                AlphaType.OPAQUE,
                Plane.packed(memory, 0, 1, 4, 11, 5),
                Plane.packed(memory, 0, 1, 4, 5, 6),
                Plane.packed(memory, 0, 1, 4, 0, 5)));
        RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image);
        assertThat((Object) seen).isInstanceOf(LiveImage.class);
        memory.put(5, (short) 0b11111_000000_10000);

        assertThat(Samples.at(seen, 2, 1, 1)).containsExactly(255, 0, 132);
        Samples.set(seen, 2, 3, 2, 255, 255, 0);
        assertThat(memory.get(11)).isEqualTo((short) 0b11111_111111_00000);
    }

    @Test
    void premultipliedBytesAreLive() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * 4);
        ImageLike image = StandardImage.wrap(PixelLayout.of(
                Mode.RGBA,
                2,
                2,
                AlphaType.PREMULTIPLIED,
                Plane.of(bytes, 2, 4, 8),
                Plane.of(bytes, 1, 4, 8),
                Plane.of(bytes, 0, 4, 8),
                Plane.of(bytes, 3, 4, 8)));
        image.set(1, 1, 200, 100, 50, 128);

        RandomAccessibleInterval<?> seen = ImgLib2Images.toRandomAccessibleInterval(image);

        assertThat(seen.numDimensions()).isEqualTo(3);
        assertThat(Samples.at(seen, 2, 1, 1)).isEqualTo(image.get(1, 1).value());
        assertThat(Samples.at(ImgLib2Images.toArgb(image), -1, 1, 1))
                .isEqualTo(image.get(1, 1).value());
    }

    @Test
    void readOnlyImagesStayReadOnly() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[12]).asReadOnlyBuffer();
        ImageLike image = StandardImage.wrap(PixelLayout.of(Mode.L, 4, 3, bytes));

        Transfer<RandomAccessibleInterval<?>> transfer =
                HandingOn.transfer(new RandomAccessibleIntervalAdapter(), image, Copy.NEVER);

        assertThat(transfer.shared()).isTrue();
        assertThat(transfer.writable()).isFalse();
        assertThatThrownBy(() -> Samples.set(transfer.image(), -1, 0, 0, 1))
                .isInstanceOf(ReadOnlyBufferException.class);
        ImageLike again = ImgLib2Images.wrap(transfer.image());
        assertThat(again.buffer().readOnly()).isTrue();
        assertThat(again.buffer().layout()).isPresent();
        ImageLike computed = StandardImage.wrapping(new Object(), Mode.L, 4, 3, (x, y, n, samples, at) -> {
            Arrays.fill(samples, at, at + n, 5);
        });
        assertThatThrownBy(() -> Samples.set(ImgLib2Images.toRandomAccessibleInterval(computed), -1, 0, 0, 1))
                .isInstanceOf(ReadOnlyBufferException.class);
        assertThat(ImgLib2Images.wrap(ImgLib2Images.toRandomAccessibleInterval(computed))
                        .buffer()
                        .readOnly())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("pixelModes")
    void copiesAreOfTheSameType(Mode mode) {
        StandardImage image = StandardImage.of(mode, 5, 4);
        noise(image, 2);
        checkCopy(image);
    }

    @Test
    void copiesOfPackedPixelsAreArgb() {
        for (AlphaType alpha : List.of(AlphaType.STRAIGHT, AlphaType.PREMULTIPLIED)) {
            StandardImage image =
                    StandardImage.wrap(ints(Mode.RGBA, alpha, IntBuffer.allocate(20), 0, 5, 16, 8, 0, 24));
            noise(image, 2);
            checkCopy(image);
        }
    }

    private static void checkCopy(ImageLike image) {
        RandomAccessibleInterval<?> shared = ImgLib2Images.toRandomAccessibleInterval(image);

        Transfer<RandomAccessibleInterval<?>> copy =
                HandingOn.transfer(new RandomAccessibleIntervalAdapter(), image, Copy.ALWAYS);

        assertThat(copy.image().getType()).hasSameClassAs(shared.getType());
        assertThat(copy.image().dimensionsAsLongArray()).isEqualTo(shared.dimensionsAsLongArray());
        Samples.assertSame(image, copy.image(), shared.numDimensions() == 3 ? 2 : -1);
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void planarImagesAreConvertedAndTheirPlanesShared(Mode mode) {
        StandardImage image = StandardImage.of(mode, 6, 4);
        SplittableRandom random = new SplittableRandom(1);
        for (long i = 0; i < image.buffer().length(); i++) {
            image.buffer().set(i, 16 + random.nextInt(200));
        }

        Transfer<RandomAccessibleInterval<?>> transfer =
                HandingOn.transfer(new RandomAccessibleIntervalAdapter(), image, Copy.IF_NEEDED);
        RandomAccessibleInterval<?> cr = ImgLib2Images.toRandomAccessibleInterval(image.plane("cr"));

        assertThat(transfer.shared()).isFalse();
        assertThat(transfer.reason().orElseThrow()).contains("planes");
        assertThat(transfer.losses()).singleElement().asString().startsWith("YCbCr → RGB");
        Samples.assertSame(StandardImage.from(image, Mode.RGB), transfer.image(), 2);
        assertThatThrownBy(() -> HandingOn.transfer(new RandomAccessibleIntervalAdapter(), image, Copy.NEVER))
                .isInstanceOf(CopyRequiredException.class)
                .hasMessageContaining("plane(\"y\")");
        assertThat(cr.dimensionsAsLongArray()).containsExactly(3, 2);
        Samples.assertShared(image.plane("cr"), cr, -1, cr);
        Samples.set(cr, -1, 1, 1, 77);
        assertThat(image.buffer().get(24 + 3 + 1)).isEqualTo(77);
    }

    @Test
    void unwrappingGivesTheSameObject() {
        var planar = PlanarImgs.unsignedBytes(4, 3, 3);
        ImageLike image = ImgLib2Images.wrap(planar, 2);

        assertThat((Object) ImgLib2Images.toRandomAccessibleInterval(image)).isSameAs(planar);
        assertThat((Object) ImgLib2Images.toRandomAccessibleInterval(planar)).isSameAs(planar);
        assertThat((Object) Images.to(image, RandomAccessibleInterval.class)).isSameAs(planar);
    }

    @Test
    void S6_aLiveViewGivesBackTheImageThatItShows() {
        StandardImage canvas = StandardImage.canvas(7, 5);
        RandomAccessibleInterval<?> view = ImgLib2Images.toRandomAccessibleInterval(canvas);
        assertThat((Object) view).isInstanceOf(LiveImage.class);
        assertThat(Images.of(view)).isSameAs(canvas);

        ImageLike green = canvas.plane("g"); // computed, as the memory is premultiplied
        assertThat(Images.of(ImgLib2Images.toRandomAccessibleInterval(green))).isSameAs(green);
        for (int axis = 0; axis < 3; axis++) {
            RandomAccessibleInterval<?> components = ImgLib2Images.toRandomAccessibleInterval(canvas, axis);
            assertThat(ImgLib2Images.wrap(components, axis)).isSameAs(canvas);
            assertThat(ImgLib2Images.wrap(components, axis, Mode.CMYK)).isNotSameAs(canvas);
        }
    }

    @Test
    void aLiveViewInOtherColoursIsAnImageOfItsOwn() {
        StandardImage grey = StandardImage.filled(Mode.L, 7, 5, 100);
        ImageLike colours = ImgLib2Images.wrap(ImgLib2Images.toArgb(grey));
        assertThat(colours.mode()).isEqualTo(Mode.RGBA);
        assertThat(colours.get(6, 4).value()).containsExactly(100, 100, 100, 255);

        StandardImage square = StandardImage.canvas(4, 4);
        ImageLike otherwise = ImgLib2Images.wrap(ImgLib2Images.toRandomAccessibleInterval(square, 2), 0, Mode.RGBA);
        square.set(1, 2, 9, 8, 7, 255);
        assertThat(otherwise).isNotSameAs(square);
        assertThat(otherwise.get(2, 0).value()).containsExactly(0, 9, 0, 0);
    }
}
