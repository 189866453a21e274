package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imageop.outside.MinimalImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several threads with one image. */
@Tag("proof")
class ConcurrencyTest {
    private static final int THREADS = 8;

    private static <T> List<T> together(Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> results = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                results.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private static StandardImage random(Mode mode, int width, int height) {
        return Samples.image(mode, width, height, Samples.random(mode, width, height, new SplittableRandom(4)));
    }

    @Test
    void manyThreadsReadAndConvertOneImage() throws Exception {
        // large enough for the library's own threads too
        StandardImage rgba = random(Mode.RGBA, 600, 300);
        StandardImage canvas = StandardImage.canvas(600, 300);
        Images.copy(rgba, canvas);
        for (ImageLike image : List.of(
                rgba,
                Views.rotate90(rgba),
                canvas,
                random(Mode.RGBA64, 600, 300),
                MinimalImage.copyOf(rgba),
                Views.transpose(Views.rotate180(MinimalImage.copyOf(rgba))))) {
            StandardImage alone = StandardImage.from(image);
            List<byte[]> expected = List.of(
                    StandardImage.from(alone, Mode.CMYK).buffer().get(Slice.ALL),
                    StandardImage.from(alone, Mode.YV12, 302, 404).buffer().get(Slice.ALL),
                    alone.buffer().get(Slice.ALL));
            for (List<byte[]> found : together(() -> List.of(
                    StandardImage.from(image, Mode.CMYK).buffer().get(Slice.ALL),
                    StandardImage.from(image, Mode.YV12, 302, 404).buffer().get(Slice.ALL),
                    image.buffer().get(Slice.ALL)))) {
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(java.util.Arrays.equals(found.get(i), expected.get(i)))
                            .as("%s, result %d", image, i)
                            .isTrue();
                }
            }
        }
    }
}
