package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.DirtyByteArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Images without a layout are read by rows and, where ImgLib2 keeps it, written. */
class ComputedImagesTest {
    static Stream<Arguments> cells() {
        List<Arguments> cases = new ArrayList<>();
        SharedViewsTest.views().forEach((viewName, view) -> {
            cases.add(Arguments.of(
                    "bytes, " + viewName, new CellImgFactory<>(new UnsignedByteType(), 4, 3, 2).create(9, 7, 4), view));
            cases.add(Arguments.of(
                    "shorts, " + viewName, new CellImgFactory<>(new UnsignedShortType(), 2).create(9, 7, 4), view));
            cases.add(Arguments.of(
                    "ints, " + viewName, new CellImgFactory<>(new UnsignedIntType(), 5).create(9, 7, 4), view));
            cases.add(Arguments.of("argb, " + viewName, new CellImgFactory<>(new ARGBType(), 3).create(9, 7, 4), view));
        });
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void cellsAreReadAndWritten(String name, RandomAccessibleInterval<?> root, SharedViewsTest.View view) {
        Samples.noise(root, name.hashCode());
        RandomAccessibleInterval<?> seen = view.of(root);

        ImageLike image = ImgLib2Images.wrap(seen);

        assertThat(image.buffer().layout()).isEmpty();
        Samples.assertSame(image, seen, -1);
        assertThat(Images.sameContent(StandardImage.from(image), image)).isTrue();
        Samples.assertSame(StandardImage.from(image), seen, -1);
        Samples.assertShared(image, seen, -1, root);
        assertThat((Object) Images.to(image, RandomAccessibleInterval.class)).isSameAs(seen);
    }

    static Stream<Arguments> componentCells() {
        List<Arguments> cases = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            for (int n = 1; n <= 4; n++) {
                long[] sides = {11, 11, 11};
                sides[axis] = n;
                cases.add(Arguments.of(
                        axis,
                        ComponentAxisTest.MODES[0][n - 1],
                        new CellImgFactory<>(new UnsignedByteType(), 4, 3, 2).create(sides)));
                cases.add(Arguments.of(
                        axis,
                        ComponentAxisTest.MODES[1][n - 1],
                        new CellImgFactory<>(new UnsignedShortType(), 1, 3, 5).create(sides)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("componentCells")
    void componentAxisOfCells(int axis, Mode mode, RandomAccessibleInterval<?> root) {
        Samples.noise(root, axis);
        long[] min = {1, 2, 3};
        min[axis] = 0;
        long[] max = {10, 9, 8};
        max[axis] = root.max(axis);
        RandomAccessibleInterval<?> seen = Views.invertAxis(Views.interval(root, min, max), axis == 0 ? 1 : 0);

        ImageLike image = ImgLib2Images.wrap(seen, axis, mode);

        Samples.assertSame(image, seen, axis);
        Samples.assertShared(image, seen, axis, root);
    }

    @Test
    void cachedCellsAreLoadedOnDemandAndReadOnly() {
        List<Long> loaded = new ArrayList<>();
        var cached = CachedImages.bytes(40, 30, 10, 100, (x, y) -> (int) (x * 7 + y * 13), loaded::add);

        ImageLike image = ImgLib2Images.wrap(cached);

        int atWrapping = loaded.size();
        // a bare LazyCellImg knows the kind of its cells only by looking at one
        assertThat(atWrapping).isLessThanOrEqualTo(1);
        assertThat(image.get(25, 14).l()).isEqualTo(25 * 7 + 14 * 13 & 0xff);
        assertThat(loaded).hasSizeBetween(1, 2).contains(6L);
        Samples.assertSame(image, cached, -1);
        assertThat(loaded).hasSize(12);
        assertThatThrownBy(() -> image.set(0, 0, 1)).isInstanceOf(ReadOnlyImageException.class);
        assertThatThrownBy(() -> Images.rows(image).write(0, 0, 1, new int[1], 0))
                .isInstanceOf(ReadOnlyImageException.class)
                .hasMessageContaining("LazyCellImg")
                .hasMessageContaining("StandardImage.from");
    }

    @Test
    void cachedCellsThatTrackChangesAreWritten() {
        CellGrid grid = new CellGrid(new long[] {8, 8}, new int[] {4, 4});
        List<Cell<DirtyByteArray>> cells = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long[] min = new long[2];
            int[] sides = new int[2];
            grid.getCellDimensions(i, min, sides);
            cells.add(new Cell<>(sides, min, new DirtyByteArray(16)));
        }
        var image =
                ImgLib2Images.wrap(new LazyCellImg<>(grid, new UnsignedByteType(), index -> cells.get((int) index)));

        image.set(5, 6, 77);

        assertThat(cells.get(3).getData().getValue(1 + 2 * 4)).isEqualTo((byte) 77);
        assertThat(cells.get(3).getData().isDirty()).isTrue();
        assertThat(cells.get(0).getData().isDirty()).isFalse();
    }

    /** An array that wants to hear of writes is not written behind its back. */
    @Test
    void arraysThatTrackChangesHearOfThem() {
        DirtyByteArray access = new DirtyByteArray(12);
        ImageLike image = ImgLib2Images.wrap(ArrayImgs.unsignedBytes(access, 4, 3));

        assertThat(image.get(1, 1).l()).isZero();
        assertThat(access.isDirty()).isFalse();
        image.set(1, 1, 9);

        assertThat(access.isDirty()).isTrue();
        assertThat(access.getValue(5)).isEqualTo((byte) 9);
    }

    @Test
    void convertedImagesAreReadByBlocksAndRefuseToBeWritten() {
        var root = Samples.noise(new CellImgFactory<>(new UnsignedShortType(), 3).create(10, 9), 4);
        RandomAccessibleInterval<UnsignedByteType> converted = Converters.convert(
                (RandomAccessibleInterval<UnsignedShortType>) Views.rotate(root, 0, 1),
                (in, out) -> out.set(in.get() >> 8),
                new UnsignedByteType());
        RandomAccessibleInterval<UnsignedByteType> seen =
                Views.interval(Views.invertAxis(converted, 1), Intervals.createMinMax(-7, -8, -2, -1));

        ImageLike image = ImgLib2Images.wrap(seen);

        assertThat(image.mode()).isEqualTo(Mode.L);
        Samples.assertSame(image, seen, -1);
        root.getAt(5, 5).set(0x1234);
        Samples.assertSame(image, seen, -1);
        assertThatThrownBy(() -> image.set(0, 0, 1)).isInstanceOf(ReadOnlyImageException.class);
        assertThat(image.buffer().readOnly()).isTrue();
    }

    @Test
    void writeConvertersAreWritten() {
        var argb = Samples.noise(ArrayImgs.argbs(6, 5), 3);
        RandomAccessibleInterval<UnsignedByteType> green = Converters.argbChannel(argb, 2);

        ImageLike image = ImgLib2Images.wrap(green);

        Samples.assertSame(image, green, -1);
        int before = argb.getAt(2, 3).get();
        // beyond 127 ImgLib2 8.0.1 itself extends the sign over the other channels
        image.set(2, 3, 0x2b);
        assertThat(argb.getAt(2, 3).get()).isEqualTo(before & 0xffff00ff | 0x2b00);
    }

    @Test
    void writeConvertersOnReadOnlyImagesAreReadOnly() {
        RandomAccessibleInterval<ARGBType> computed = Converters.convert(
                (RandomAccessibleInterval<UnsignedByteType>) ArrayImgs.unsignedBytes(6, 5),
                (in, out) -> out.set(in.get()),
                new ARGBType());

        assertThat(ImgLib2Images.wrap(Converters.argbChannel(computed, 2))
                        .buffer()
                        .readOnly())
                .isTrue();
    }

    @Test
    void extensionsAreReadAroundTheImage() {
        var root = Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 3).create(5, 4), 4);
        var array = Samples.noise(ArrayImgs.unsignedBytes(5, 4), 5);
        for (var seen : List.of(
                Views.interval(Views.extendValue(root, 9), Intervals.createMinMax(-3, -2, 8, 7)),
                Views.interval(Views.extendMirrorSingle(array), Intervals.createMinMax(-3, -2, 8, 7)),
                Views.interval(Views.extendPeriodic(array), Intervals.createMinMax(-3, -2, 8, 7)))) {
            ImageLike image = ImgLib2Images.wrap(seen);

            Samples.assertSame(image, seen, -1);
            Samples.assertSame(StandardImage.from(image), seen, -1);
            assertThat(image.buffer().readOnly()).isTrue();
        }
    }

    @Test
    void slicesBesideAnExtendedStackAreRead() {
        RandomAccessibleInterval<UnsignedByteType> slice = Samples.noise(ArrayImgs.unsignedBytes(4, 3), 1);
        for (var deep : List.of(
                Views.stack(slice, slice),
                Samples.noise(PlanarImgs.unsignedBytes(4, 3, 2), 2),
                Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 2).create(4, 3, 2), 3))) {
            for (var extended : List.of(
                    Views.extendZero(deep),
                    Views.extendValue(deep, 9),
                    Views.extendMirrorSingle(deep),
                    Views.extendMirrorDouble(deep),
                    Views.extendPeriodic(deep),
                    Views.extendBorder(deep))) {
                for (int z = -3; z < 6; z++) {
                    var seen = Views.interval(Views.hyperSlice(extended, 2, z), Intervals.createMinMax(-1, -1, 4, 3));
                    Samples.assertSame(ImgLib2Images.wrap(seen), seen, -1);
                }
            }
        }
    }

    /** ImgLib2's blocks divide by zero there. */
    @Test
    void imagesOfOneColumnAreMirrored() {
        var cells = Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 2).create(1, 5), 1);
        var seen = Views.interval(Views.extendMirrorSingle(cells), Intervals.createMinMax(-2, -2, 2, 6));
        Samples.assertSame(ImgLib2Images.wrap(seen), seen, -1);
    }

    /** As in L-3: writing one pixel would change others. */
    @Test
    void viewsThatShowAPixelTwiceAreReadOnly() {
        var cells = new CellImgFactory<>(new UnsignedByteType(), 2).create(5, 4);
        var row = Views.hyperSlice(cells, 1, 2);
        for (ImageLike image : List.of(
                ImgLib2Images.wrap(Views.addDimension(row, 0, 3)),
                ImgLib2Images.wrap(Views.stack(cells, cells, cells), 2),
                ImgLib2Images.wrap(Views.stack(cells, Views.zeroMin(Views.invertAxis(cells, 0)), cells), 2))) {
            assertThat(image.buffer().readOnly()).isTrue();
            assertThatThrownBy(() -> Images.rows(image).write(0, 0, 1, new int[4], 0))
                    .isInstanceOf(ReadOnlyImageException.class)
                    .hasMessageContaining("several times");
        }
        RandomAccessibleInterval<UnsignedByteType> even = Views.subsample(cells, 2, 1);
        RandomAccessibleInterval<UnsignedByteType> odd = Views.subsample(
                Views.interval(Views.translate(cells, -1, 0), Intervals.createMinMax(0, 0, 2, 3)), 2, 1);
        RandomAccessibleInterval<UnsignedByteType> narrow = Views.interval(even, odd);
        assertThat(ImgLib2Images.wrap(Views.stack(narrow, odd, Samples.noise(ArrayImgs.unsignedBytes(2, 4), 1)), 2)
                        .buffer()
                        .readOnly())
                .isFalse();
    }

    @Test
    void functionsAndShearedViewsAreReadPixelByPixel() {
        var function = new FunctionRandomAccessible<>(
                2, (at, out) -> out.set(at.getIntPosition(0) * 3 + at.getIntPosition(1)), UnsignedShortType::new);
        var seen = Views.interval(function, Intervals.createMinMax(2, 3, 12, 9));
        Samples.assertSame(ImgLib2Images.wrap(seen), seen, -1);

        var root = Samples.noise(ArrayImgs.unsignedBytes(9, 8), 8);
        var sheared = Views.interval(Views.shear(Views.extendZero(root), 0, 1), Intervals.createMinMax(-2, 0, 12, 7));
        ImageLike image = ImgLib2Images.wrap(sheared);
        Samples.assertSame(image, sheared, -1);
        assertThat(image.buffer().readOnly()).isTrue();
    }

    @Test
    void listsAreReadAndWritten() {
        List<UnsignedByteType> pixels = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pixels.add(new UnsignedByteType(i));
        }
        var list = new ListImg<>(pixels, 5, 4);

        ImageLike image = ImgLib2Images.wrap(list);

        Samples.assertSame(image, list, -1);
        Samples.assertShared(image, list, -1, list);
    }

    /** Runs longer than a block, by steps that blocks take and by steps that they do not. */
    @Test
    void longRows() {
        var root = Samples.noise(new CellImgFactory<>(new UnsignedShortType(), 1000).create(300_001, 2), 6);
        for (int step : new int[] {1, 3, 8, 9, 50}) {
            var seen = Views.subsample(Views.zeroMin(Views.invertAxis(root, 0)), step, 1);
            ImageLike image = ImgLib2Images.wrap(seen);
            int[] row = new int[image.width()];
            Images.rows(image).read(0, 1, row.length, row, 0);
            var access = root.randomAccess();
            for (int x = 0; x < row.length; x++) {
                access.setPosition(new long[] {300_000 - (long) x * step, 1});
                assertThat(row[x]).isEqualTo(access.get().get());
            }
        }
    }
}
