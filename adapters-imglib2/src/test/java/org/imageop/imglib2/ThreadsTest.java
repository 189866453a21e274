package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DirtyByteArray;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.list.ListImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.outofbounds.OutOfBoundsMirrorExpWindowingFactory;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** T-8: code that ImgLib2 does not bring itself is called by one thread, unless it is declared to bear more. */
class ThreadsTest {
    /** Enough samples to be converted in bands. */
    private static final int SIDE = 640;

    /** As a file is read: first a position, then what is there. */
    private static final class PositionedLoader {
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private volatile long position;

        int load(long x, long y) {
            threads.add(Thread.currentThread());
            position = y * SIDE + x;
            if (x % 512 == 0) {
                Thread.yield();
            }
            return (int) (position * 7 % 251);
        }
    }

    private static Map<String, RandomAccessibleInterval<UnsignedByteType>> loaded(PositionedLoader loader) {
        Map<String, RandomAccessibleInterval<UnsignedByteType>> images = new LinkedHashMap<>();
        var function = Views.interval(
                new FunctionRandomAccessible<>(
                        2,
                        (at, out) -> out.set(loader.load(at.getLongPosition(0), at.getLongPosition(1))),
                        UnsignedByteType::new),
                Intervals.createMinMax(0, 0, SIDE - 1, SIDE - 1));
        images.put("function", function);
        images.put("cells", CachedImages.bytes(SIDE, SIDE, 64, 8, loader::load, index -> {}));
        images.put("extended", Views.interval(Views.extendZero(function), function));
        images.put("sheared", Views.interval(Views.shear(Views.extendPeriodic(function), 0, 1), function));
        images.put("stacked", Views.hyperSlice(Views.stack(ArrayImgs.unsignedBytes(SIDE, SIDE), function), 2, 1));
        return images;
    }

    static List<String> loadedImages() {
        return new ArrayList<>(loaded(new PositionedLoader()).keySet());
    }

    @ParameterizedTest
    @MethodSource("loadedImages")
    void T8_loadersAreCalledByTheCallersThread(String name) {
        PositionedLoader loader = new PositionedLoader();
        RandomAccessibleInterval<UnsignedByteType> image = loaded(loader).get(name);

        ImageLike wrapped = ImgLib2Images.wrap(image);
        StandardImage copy = StandardImage.from(wrapped);

        assertThat(loader.threads).containsExactly(Thread.currentThread());
        assertThat(Images.rows(wrapped).concurrent()).isFalse();
        Samples.assertSame(copy, image, -1);
    }

    @ParameterizedTest
    @MethodSource("loadedImages")
    void T8_loadersMayBeDeclaredToBearMore(String name) {
        RandomAccessibleInterval<UnsignedByteType> image =
                loaded(new PositionedLoader()).get(name);
        RandomAccessibleInterval<UnsignedByteType> declared = ImgLib2Images.concurrent(image);

        for (var seen : List.of(
                declared,
                Views.zeroMin(Views.invertAxis(declared, 0)),
                Views.hyperSlice(Views.stack(declared, declared), 2, 1),
                Views.interval(Views.extendZero(declared), Intervals.createMinMax(-1, 0, 3, 3)))) {
            assertThat(Images.rows(ImgLib2Images.wrap(seen)).concurrent()).isTrue();
        }
        ImageLike wrapped = ImgLib2Images.wrap(declared);
        Samples.assertSame(
                ImgLib2Images.wrap(Views.interval(declared, Intervals.createMinMax(9, 9, 40, 40))),
                Views.interval(image, Intervals.createMinMax(9, 9, 40, 40)),
                -1);
        assertThat((Object) Images.to(wrapped, RandomAccessibleInterval.class)).isSameAs(declared);
    }

    static List<Arguments> others() {
        ArrayImg<UnsignedByteType, ByteArray> array = ArrayImgs.unsignedBytes(5, 4);
        RandomAccessibleInterval<UnsignedByteType> cells =
                new CellImgFactory<>(new UnsignedByteType(), 2).create(5, 4, 3);
        var dirty = ArrayImgs.unsignedBytes(new DirtyByteArray(20), 5, 4);
        return List.of(
                Arguments.of("array", true, array),
                Arguments.of("array that tracks changes", true, dirty),
                Arguments.of("cells", true, Views.hyperSlice(cells, 2, 1)),
                Arguments.of("planes", true, Views.hyperSlice(PlanarImgs.unsignedBytes(5, 4, 3), 0, 1)),
                Arguments.of("mirrored", true, Views.interval(Views.extendMirrorSingle(array), array)),
                Arguments.of("periodic", true, Views.interval(Views.extendPeriodic(array), array)),
                Arguments.of("border", true, Views.interval(Views.extendBorder(array), array)),
                Arguments.of("value", true, Views.interval(Views.extendValue(array, 3), array)),
                Arguments.of("sheared", true, Views.interval(Views.shear(Views.extendZero(array), 0, 1), array)),
                Arguments.of(
                        "other extension",
                        false,
                        Views.interval(Views.extend(array, new OutOfBoundsMirrorExpWindowingFactory<>(2)), array)),
                Arguments.of("list", false, new ListImg<>(new long[] {5, 4}, new UnsignedByteType())),
                Arguments.of(
                        "converter",
                        false,
                        Converters.convert(
                                (RandomAccessibleInterval<UnsignedByteType>) array,
                                (in, out) -> out.set(in),
                                new UnsignedByteType())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void T8_memoryIsReadByAllThreads(String name, boolean concurrent, RandomAccessibleInterval<?> image) {
        assertThat(Images.rows(ImgLib2Images.wrap(image)).concurrent()).isEqualTo(concurrent);
    }
}
