package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The component axis may stand anywhere, in any view. */
class ComponentAxisTest {
    static final Mode[][] MODES = {
        {Mode.L, Mode.LA, Mode.RGB, Mode.RGBA}, {Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64}
    };

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            for (int n = 1; n <= 4; n++) {
                long[] sides = new long[3];
                for (int d = 0, next = 0; d < 3; d++) {
                    sides[d] = d == axis ? n : next++ == 0 ? 7 : 5;
                }
                int size = 35 * n;
                String name = n + " components at " + axis + " of ";
                cases.add(Arguments.of(name + "array bytes", ArrayImgs.unsignedBytes(sides), axis, MODES[0][n - 1]));
                cases.add(Arguments.of(name + "array shorts", ArrayImgs.unsignedShorts(sides), axis, MODES[1][n - 1]));
                cases.add(Arguments.of(name + "planar bytes", PlanarImgs.unsignedBytes(sides), axis, MODES[0][n - 1]));
                cases.add(
                        Arguments.of(name + "planar shorts", PlanarImgs.unsignedShorts(sides), axis, MODES[1][n - 1]));
                cases.add(Arguments.of(
                        name + "direct bytes",
                        ArrayImgs.unsignedBytes(new ByteBufferAccess(ByteBuffer.allocateDirect(size), true), sides),
                        axis,
                        MODES[0][n - 1]));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void wholeImages(String name, RandomAccessibleInterval<?> root, int axis, Mode mode) {
        check(name, root, root, axis, mode);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void croppedAndMovedImages(String name, RandomAccessibleInterval<?> root, int axis, Mode mode) {
        long[] min = {2, 2, 2};
        long[] max = root.maxAsLongArray();
        min[axis] = 0;
        check(name, root, Views.translate(Views.interval(root, min, max), 10, -20, 30), axis, mode);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void turnedImages(String name, RandomAccessibleInterval<?> root, int axis, Mode mode) {
        int x = axis == 0 ? 1 : 0;
        int y = axis == 2 ? 1 : 2;
        check(name, root, Views.rotate(root, x, y), axis, mode);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void componentsBackwardsAndThinnedOut(String name, RandomAccessibleInterval<?> root, int axis, Mode mode) {
        long[] steps = {3, 3, 3};
        steps[axis] = 1;
        check(name, root, Views.subsample(Views.invertAxis(root, axis), steps), axis, mode);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void movedAxes(String name, RandomAccessibleInterval<?> root, int axis, Mode mode) {
        for (int to = 0; to < 3; to++) {
            check(name, root, Views.moveAxis(root, axis, to), to, mode);
        }
    }

    private static void check(
            String name, RandomAccessibleInterval<?> root, RandomAccessibleInterval<?> view, int axis, Mode mode) {
        Samples.noise(root, name.hashCode());

        ImageLike image = ImgLib2Images.wrap(view, axis, mode);

        assertThat(image.mode()).isEqualTo(mode);
        Samples.assertSame(image, view, axis);
        Samples.assertShared(image, view, axis, root);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void imagesInOneArrayHaveALayout(String name, RandomAccessibleInterval<?> root, int axis, Mode mode) {
        boolean everyPlaneInOneArray = !name.contains("planar") || axis == 2;

        assertThat(ImgLib2Images.wrap(root, axis, mode).buffer().layout().isPresent())
                .isEqualTo(everyPlaneInOneArray);
    }

    @Test
    void cmykIsAskedForByItsMode() {
        var bytes = Samples.noise(ArrayImgs.unsignedBytes(4, 5, 6), 1);
        var shorts = Samples.noise(ArrayImgs.unsignedShorts(5, 4, 6), 2);

        ImageLike cmyk = ImgLib2Images.wrap(bytes, 0, Mode.CMYK);
        ImageLike cmyk64 = ImgLib2Images.wrap(shorts, 1, Mode.CMYK64);

        assertThat(cmyk.mode()).isEqualTo(Mode.CMYK);
        assertThat(cmyk64.mode()).isEqualTo(Mode.CMYK64);
        Samples.assertSame(cmyk, bytes, 0);
        Samples.assertShared(cmyk, bytes, 0, bytes);
        Samples.assertSame(cmyk64, shorts, 1);
        Samples.assertShared(cmyk64, shorts, 1, shorts);
    }

    @Test
    void stackedImagesAreSharedPlaneByPlane() {
        var first = Samples.noise(ArrayImgs.unsignedBytes(8, 6), 1);
        var second = Samples.noise(ArrayImgs.unsignedBytes(10, 10), 2);
        var third = Samples.noise(PlanarImgs.unsignedBytes(6, 8), 3);
        RandomAccessibleInterval<UnsignedByteType> stack = Views.stack(
                first,
                Views.offsetInterval(second, new long[] {1, 3}, new long[] {8, 6}),
                Views.zeroMin(Views.rotate(third, 0, 1)));
        RandomAccessibleInterval<UnsignedByteType> view = Views.moveAxis(stack, 2, 0);

        ImageLike image = ImgLib2Images.wrap(view, 0);

        assertThat(image.buffer().layout()).isPresent();
        Samples.assertSame(image, view, 0);
        image.set(2, 3, 11, 22, 33);
        assertThat(first.getAt(2, 3).get()).isEqualTo(11);
        assertThat(second.getAt(3, 6).get()).isEqualTo(22);
        assertThat(view.getAt(2, 2, 3).get()).isEqualTo(33);
    }

    @Test
    void stackCutAlongItsAxisIsRead() {
        var slices = IntStream.range(0, 5)
                .mapToObj(i -> Samples.noise(ArrayImgs.unsignedBytes(8, 6), i))
                .toList();
        RandomAccessibleInterval<UnsignedByteType> view = Views.hyperSlice(Views.stack(slices), 1, 2);

        ImageLike image = ImgLib2Images.wrap(view);

        assertThat(image.buffer().layout()).isEmpty();
        Samples.assertSame(image, view, -1);
    }

    @Test
    void planesOfFourDimensions() {
        var root = Samples.noise(PlanarImgs.unsignedBytes(6, 5, 4, 3), 9);
        RandomAccessibleInterval<UnsignedByteType> view = Views.hyperSlice(root, 2, 1);

        ImageLike image = ImgLib2Images.wrap(view, 2, Mode.RGB);

        assertThat(image.buffer().layout()).isPresent();
        Samples.assertSame(image, view, 2);
        Samples.assertShared(image, view, 2, root);
    }
}
