package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.ColorChannelOrder;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DirtyByteArray;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.transform.integer.shear.ShearTransform;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Fraction;
import net.imglib2.util.Intervals;
import net.imglib2.view.TransformView;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** S-9: copying between views of one image gives what copying the source first would give. */
class OverlapTest {
    private static final int W = 3;
    private static final int H = 8;

    private static CellImg<UnsignedByteType, ?> cells(int seed, long... sides) {
        return Samples.noise(new CellImgFactory<>(new UnsignedByteType(), 4).create(sides), seed);
    }

    private static <T> RandomAccessibleInterval<T> turned(RandomAccessibleInterval<T> image) {
        return Views.zeroMin(Views.invertAxis(image, 1));
    }

    private static RandomAccessibleInterval<UnsignedByteType> rows(
            RandomAccessibleInterval<UnsignedByteType> image, int first) {
        return Views.interval(image, Intervals.createMinMax(0, first, W - 1, first + 4));
    }

    private static RandomAccessibleInterval<UnsignedByteType> inverse(
            RandomAccessibleInterval<UnsignedByteType> image) {
        return Converters.convert(image, (in, out) -> out.set(255 - in.get()), new UnsignedByteType());
    }

    private static void copies(RandomAccessibleInterval<?> source, RandomAccessibleInterval<?> target) {
        copies(ImgLib2Images.wrap(source), ImgLib2Images.wrap(target));
    }

    private static void copies(ImageLike source, ImageLike target) {
        StandardImage expected = StandardImage.from(source, target.mode());
        assertThat(Images.sameContent(target, expected)).isFalse();

        Images.copy(source, target);

        assertThat(Images.sameContent(target, expected)).isTrue();
    }

    @Test
    void S9_cellsAreTurnedOntoThemselves() {
        var cells = cells(1, W, H);
        copies(turned(cells), cells);
        copies(cells, turned(cells));
        copies(Views.zeroMin(Views.rotate(cells(2, H, H), 0, 1)), cells(2, H, H));
        var square = cells(3, H, H);
        copies(Views.zeroMin(Views.rotate(square, 0, 1)), square);
    }

    @Test
    void S9_partsOfCellsAreMoved() {
        var cells = cells(1, W, H);
        copies(rows(cells, 0), rows(cells, 2));
        copies(rows(cells, 2), rows(cells, 1));
    }

    @Test
    void S9_componentsInCellsAreTurned() {
        var cells = cells(1, W, H, 3);
        copies(ImgLib2Images.wrap(turned(cells), 2), ImgLib2Images.wrap(cells, 2));
    }

    @Test
    void S9_componentsOfSeveralImagesBelongToEach() {
        var red = cells(1, W, H);
        var green = cells(2, W, H);
        var blue = cells(3, W, H);
        RandomAccessibleInterval<UnsignedByteType> stack = Views.stack(List.of(red, green, blue));
        for (var target : List.of(red, green, blue)) {
            copies(ImgLib2Images.wrap(turned(stack), 2), ImgLib2Images.wrap(target));
        }
        copies(ImgLib2Images.wrap(stack, 2), ImgLib2Images.wrap(turned(Views.stack(List.of(blue, red, green))), 2));
    }

    /** The rows of such an image are of several images. */
    @Test
    void S9_imagesStackedAsRowsBelongToEach() {
        List<RandomAccessibleInterval<UnsignedByteType>> lines =
                List.of(cells(1, 2, 2), cells(2, 2, 2), cells(3, 2, 2));
        RandomAccessibleInterval<UnsignedByteType> stack = Views.stack(lines);
        RandomAccessibleInterval<UnsignedByteType> front = Views.zeroMin(
                Views.invertAxis(Views.interval(Views.hyperSlice(stack, 1, 0), Intervals.createMinMax(0, 0, 1, 1)), 1));
        copies(front, lines.get(0));
    }

    @Test
    void S9_convertedPixelsBelongToTheirSource() {
        var cells = cells(1, W, H);
        copies(turned(inverse(cells)), cells);
        ArrayImg<UnsignedByteType, ByteArray> array = Samples.noise(ArrayImgs.unsignedBytes(W, H), 2);
        copies(turned(inverse(array)), array);
        copies(inverse(turned(array)), array);
        copies(inverse(turned(inverse(array))), array);
    }

    @Test
    void S9_convertedPixelsBelongToAllImagesOnTheirArray() {
        byte[] bytes = new byte[W * H];
        ArrayImg<UnsignedByteType, ByteArray> one = Samples.noise(ArrayImgs.unsignedBytes(bytes, W, H), 1);
        copies(ImgLib2Images.wrap(turned(inverse(one))), StandardImage.wrap(Mode.L, W, H, bytes));
        copies(turned(inverse(one)), ArrayImgs.unsignedBytes(bytes, W, H));
    }

    @Test
    void S9_writeConvertedPixelsBelongToTheirSource() {
        var colors = Samples.noise(new CellImgFactory<>(new ARGBType(), 4).create(W, H), 1);
        // of greater numbers ImgLib2 8.0.1 itself extends the sign over the other channels
        colors.forEach(pixel -> pixel.set(pixel.get() & 0x7f7f7f7f));
        RandomAccessibleInterval<UnsignedByteType> channels = Converters.argbChannels(colors, 1, 2, 3);
        copies(ImgLib2Images.wrap(turned(channels), 2), ImgLib2Images.wrap(channels, 2));
        copies(ImgLib2Images.wrap(turned(channels), 2), ImgLib2Images.wrap(colors));
    }

    @Test
    void S9_extendedImagesBelongToTheirSource() {
        var cells = cells(1, W, H);
        copies(Views.interval(Views.extendMirrorSingle(cells), Intervals.createMinMax(0, -4, W - 1, H - 5)), cells);
        copies(Views.offsetInterval(Views.extendPeriodic(cells), new long[] {0, -3}, new long[] {W, H}), cells);
    }

    /** Composites and converters of two images do not reveal their sources. */
    @Test
    void S9_hiddenSourcesMayBeAnyArray() {
        var channels = Samples.noise(ArrayImgs.unsignedBytes(W, H, 3), 1);
        RandomAccessibleInterval<ARGBType> merged = Converters.mergeARGB(turned(channels), ColorChannelOrder.RGB);
        copies(ImgLib2Images.wrap(merged), ImgLib2Images.wrap(channels, 2));
        var one = Samples.noise(ArrayImgs.unsignedBytes(W, H), 2);
        var other = Samples.noise(ArrayImgs.unsignedBytes(W, H), 3);
        RandomAccessibleInterval<UnsignedByteType> sum = Converters.convert(
                (RandomAccessibleInterval<UnsignedByteType>) one,
                turned(other),
                (a, b, out) -> out.set(a.get() ^ b.get()),
                new UnsignedByteType());
        copies(sum, other);
    }

    /** A position beside the third dimension is a valid index of another plane. */
    @Test
    void S9_planesBesideAnExtendedImageBelongToItsOwn() {
        PlanarImg<UnsignedByteType, ByteArray> planes = Samples.noise(PlanarImgs.unsignedBytes(4, 4, 2, 2), 1);
        RandomAccessibleInterval<UnsignedByteType> plane = Views.hyperSlice(Views.hyperSlice(planes, 3, 0), 2, 1);
        RandomAccessibleInterval<UnsignedByteType> mirrored =
                Views.interval(Views.hyperSlice(Views.hyperSlice(Views.extendMirrorDouble(planes), 3, 0), 2, 2), plane);
        assertThat(Images.sameContent(ImgLib2Images.wrap(mirrored), ImgLib2Images.wrap(plane)))
                .isTrue();
        copies(turned(mirrored), plane);
    }

    @Test
    void S9_shearedImagesBelongToTheirSource() {
        var cells = cells(1, W, H);
        var sheared = new TransformView<>(Views.extendPeriodic(cells), new ShearTransform(2, 1, 0));
        copies(Views.interval(sheared, cells), cells);
    }

    @Test
    void S9_sectionsAcrossPlanesBelongToEach() {
        for (int plane = 0; plane < H; plane++) {
            PlanarImg<UnsignedByteType, ByteArray> planes = Samples.noise(PlanarImgs.unsignedBytes(W, H, H), plane);
            RandomAccessibleInterval<UnsignedByteType> section = Views.hyperSlice(planes, 1, 3);
            copies(section, Views.hyperSlice(planes, 2, plane));
            copies(turned(section), section);
        }
    }

    @Test
    void S9_convertedPlanesBelongToTheirArray() {
        PlanarImg<UnsignedByteType, ByteArray> planes = Samples.noise(PlanarImgs.unsignedBytes(W, H, 2), 1);
        RandomAccessibleInterval<UnsignedByteType> second = Views.hyperSlice(planes, 2, 1);
        copies(turned(inverse(second)), second);
        RandomAccessibleInterval<UnsignedByteType> converted = Views.hyperSlice(inverse(planes), 2, 1);
        // ImageJ exchanges planes
        ByteArray exchanged = new ByteArray(W * H);
        ImageLike source = ImgLib2Images.wrap(turned(converted));
        planes.setPlane(1, exchanged);
        Samples.noise(second, 3);
        copies(source, StandardImage.wrap(Mode.L, W, H, exchanged.getCurrentStorageArray()));
    }

    @Test
    void S9_listsAndArraysThatTrackChangesAreTurned() {
        ListImg<UnsignedByteType> list = new ListImg<>(new long[] {W, H}, new UnsignedByteType());
        list.forEach(pixel -> pixel.set(7));
        ListImg<UnsignedByteType> pixels = list.copy();
        Samples.noise(pixels, 1);
        copies(turned(pixels), pixels);
        ArrayImg<UnsignedByteType, DirtyByteArray> dirty =
                new ArrayImg<>(new DirtyByteArray(W * H), new long[] {W, H}, new Fraction());
        dirty.setLinkedType(new UnsignedByteType(dirty));
        Samples.noise(dirty, 2);
        copies(turned(dirty), dirty);
    }

    @Test
    void S9_liveViewsBelongToTheirImage() {
        StandardImage canvas = StandardImage.canvas(W, H);
        var live = ImgLib2Images.toArgb(canvas);
        for (int y = 0; y < H; y++) {
            canvas.set(1, y, 10 * y, 20 * y, 30, 255);
        }
        ImageLike view = ImgLib2Images.wrap(turned(live));
        copies(view, ImgLib2Images.wrap(live));
        copies(view, canvas);
        copies(canvas, view);
        copies(org.imageop.Views.flipTopBottom(view), view);
        copies(view, org.imageop.Views.crop(canvas, 0, 0, W, H));
    }

    @Test
    void S9_liveViewsOfComputedImagesBelongToTheirBase() {
        var cells = cells(1, W, H);
        // seen as colours, which only a live view can
        ImageLike view = ImgLib2Images.wrap(turned(ImgLib2Images.toArgb(ImgLib2Images.wrap(cells))));
        copies(view, ImgLib2Images.wrap(cells));
    }

    @Test
    void imagesOnOtherCellsAreNotKept() {
        var one = cells(1, W, H);
        var other = cells(2, W, H);
        List<?> foundations = Images.rows(ImgLib2Images.wrap(one)).foundations();
        assertThat(foundations).anyMatch(object -> object == one.getCells());
        assertThat(Collections.disjoint(
                        foundations, Images.rows(ImgLib2Images.wrap(other)).foundations()))
                .isTrue();
    }
}
