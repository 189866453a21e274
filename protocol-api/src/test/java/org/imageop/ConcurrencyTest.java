package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several threads with one image. */
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

    @Test
    void manyThreadsReadAndConvertOneImage() throws Exception {
        // large enough for the library's own threads too
        for (Subjects.Arrangement arrangement : List.of(
                Subjects.Arrangement.CANONICAL,
                Subjects.Arrangement.ROTATED,
                Subjects.Arrangement.PREMULTIPLIED_INT,
                Subjects.Arrangement.BIG_ENDIAN_BYTES,
                Subjects.Arrangement.MINIMAL,
                Subjects.Arrangement.VIEW_OF_COMPUTED)) {
            Mode mode = arrangement == Subjects.Arrangement.BIG_ENDIAN_BYTES ? Mode.RGBA64 : Mode.RGBA;
            Subject subject = Subjects.fixture(arrangement, mode, Storage.Kind.DIRECT, 600, 300)
                    .make();
            StandardImage alone =
                    StandardImage.ofBytes(mode, 600, 300, subject.model().bytes());
            List<byte[]> expected = List.of(
                    StandardImage.from(alone, Mode.CMYK).buffer().get(Slice.ALL),
                    StandardImage.from(alone, Mode.YV12, 302, 404).buffer().get(Slice.ALL),
                    alone.buffer().get(Slice.ALL));
            for (List<byte[]> found : together(() -> List.of(
                    StandardImage.from(subject.image(), Mode.CMYK).buffer().get(Slice.ALL),
                    StandardImage.from(subject.image(), Mode.YV12, 302, 404)
                            .buffer()
                            .get(Slice.ALL),
                    subject.image().buffer().get(Slice.ALL)))) {
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(java.util.Arrays.equals(found.get(i), expected.get(i)))
                            .as("%s, result %d", arrangement, i)
                            .isTrue();
                }
            }
        }
    }
}
