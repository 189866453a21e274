package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Size costs nothing until pixels are read, and then no more than a strip. */
class LargeImagesTest {
    private static final int SIDE = 16_384;

    private static long allocatedBy(Supplier<?> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        // class loading and linkage are not the work
        for (int i = 0; i < 100; i++) {
            work.get();
        }
        long before = threads.getThreadAllocatedBytes(id);
        Object result = work.get();
        long allocated = threads.getThreadAllocatedBytes(id) - before;
        assertThat(result).isNotNull();
        return allocated;
    }

    @Test
    void wrappingAllocatesNextToNothing(TestReporter reporter) {
        ByteBuffer memory = ByteBuffer.allocateDirect(SIDE * SIDE);
        var direct = ArrayImgs.unsignedBytes(new ByteBufferAccess(memory, true), SIDE, SIDE);
        var view = Views.translate(Views.zeroMin(Views.rotate(direct, 0, 1)), 5, 6);
        var rgb = Views.interval(
                ArrayImgs.unsignedBytes(new ByteBufferAccess(memory, true), 3, SIDE / 3, SIDE),
                new long[] {0, 10, 10},
                new long[] {2, 4000, 16_000});
        ImageLike grey =
                StandardImage.wrap(ImgLib2Images.wrap(direct).buffer().layout().orElseThrow());

        long wrap = allocatedBy(() -> ImgLib2Images.wrap(direct));
        long wrapView = allocatedBy(() -> ImgLib2Images.wrap(view));
        long wrapRgb = allocatedBy(() -> ImgLib2Images.wrap(rgb, 0));
        long export = allocatedBy(() -> ImgLib2Images.toRandomAccessibleInterval(grey));

        reporter.publishEntry("bytes allocated to wrap 16384×16384", String.valueOf(wrap));
        reporter.publishEntry("bytes allocated to wrap a turned view of it", String.valueOf(wrapView));
        reporter.publishEntry("bytes allocated to wrap RGB", String.valueOf(wrapRgb));
        reporter.publishEntry("bytes allocated to hand it on", String.valueOf(export));
        assertThat(wrap).isLessThan(2048);
        assertThat(wrapView).isLessThan(2560);
        assertThat(export).isLessThan(2048);
        assertThat(wrapRgb).isLessThan(4096);
    }

    /** More pixels than the heap of the tests has bytes, all of them read. */
    @Tag("proof")
    @Test
    void imagesLargerThanMemoryAreWrappedCroppedResizedAndRead() {
        int width = 32_000;
        int height = Math.toIntExact(Runtime.getRuntime().maxMemory() / width * 5 / 4 / 100 * 100);
        LongAdder cells = new LongAdder();
        // at most 50 MB of cells, three rows of them
        var cached = CachedImages.bytes(
                width, height, 500, 200, 100, (x, y) -> (int) (x / 100 + y / 100) & 0xff, index -> cells.increment());

        ImageLike image = ImgLib2Images.wrap(cached);

        assertThat(image.buffer().length()).isGreaterThan(Runtime.getRuntime().maxMemory());
        int left = width - 1000;
        int top = height - 1000;
        ImageLike crop = org.imageop.Views.crop(image, left, top, 700, 600);
        Samples.assertSame(
                StandardImage.from(crop),
                Views.interval(cached, new long[] {left, top}, new long[] {left + 699, top + 599}),
                -1);
        cells.reset();
        StandardImage small = StandardImage.from(image, width / 100, height / 100, Filter.BOX);
        assertThat(cells.sum()).isGreaterThanOrEqualTo(width / 500 * (height / 500L) - 200);
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                assertThat(small.get(x, y).l()).isEqualTo(x + y & 0xff);
            }
        }
    }

    /** Written in strips, as a file is: no strip depends on another. */
    @Test
    void stripsOfALargeImage() {
        var cached = CachedImages.bytes(100_000, 50_000, 512, 250, (x, y) -> (int) (x * 3 + y * 5) & 0xff, index -> {});
        ImageLike image = ImgLib2Images.wrap(cached);
        SampleRows rows = Images.rows(image);
        StandardImage strip = StandardImage.of(Mode.RGB, 100_000, 16);

        for (int y : new int[] {0, 31_000, 49_984}) {
            Images.copy(org.imageop.Views.crop(image, 0, y, 100_000, 16), strip);
            int[] row = new int[100_000];
            rows.read(0, y + 15, row.length, row, 0);
            for (int x = 0; x < row.length; x += 97) {
                int expected = (x * 3 + (y + 15) * 5) & 0xff;
                assertThat(row[x]).isEqualTo(expected);
                assertThat(strip.get(x, 15).value()).containsExactly(expected, expected, expected);
            }
        }
    }

    @Test
    void manyThreadsWrapAndReadTheSameImage() throws Exception {
        RandomAccessibleInterval<UnsignedShortType> cells = Views.zeroMin(Views.rotate(
                Samples.noise(new CellImgFactory<>(new UnsignedShortType(), 17).create(300, 200, 3), 4), 0, 1));
        RandomAccessibleInterval<UnsignedByteType> array =
                Views.zeroMin(Views.invertAxis(Samples.noise(ArrayImgs.unsignedBytes(3, 200, 300), 5), 1));
        var cached = CachedImages.bytes(300, 200, 32, 9, (x, y) -> (int) (x * y) & 0xff, index -> {});
        List<Supplier<ImageLike>> sources = List.of(
                () -> ImgLib2Images.wrap(cells, 2),
                () -> ImgLib2Images.wrap(array, 0),
                () -> ImgLib2Images.wrap(cached));
        for (Supplier<ImageLike> source : sources) {
            ImageLike shared = source.get();
            StandardImage expected = StandardImage.from(shared);
            RandomAccessibleInterval<?> live = ImgLib2Images.toArgb(shared);
            StandardImage expectedArgb = StandardImage.from(shared, Mode.RGBA);
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < 16; t++) {
                int from = t * 7;
                tasks.add(() -> {
                    ImageLike own = source.get();
                    for (int i = 0; i < shared.height(); i++) {
                        int y = (i + from) % shared.height();
                        int x = (i * 31 + from) % shared.width();
                        assertThat(shared.get(x, y).value())
                                .isEqualTo(expected.get(x, y).value());
                        assertThat(own.get(x, y).value())
                                .isEqualTo(expected.get(x, y).value());
                        assertThat(Samples.at(live, -1, x, y))
                                .isEqualTo(expectedArgb.get(x, y).value());
                    }
                    assertThat(Images.sameContent(shared, expected)).isTrue();
                    return null;
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (Future<Void> done : threads.invokeAll(tasks)) {
                    done.get();
                }
            } finally {
                threads.shutdown();
            }
        }
    }
}
