package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

    /** What is not written is not written again either: what another thread writes there meanwhile would be lost. */
    @Test
    void T3_writingAComponentLeavesTheElementsOfOthersAlone() {
        // numbers that would come back as others
        float[] memory = {0.123456f, 7, Float.NaN};
        StandardImage image = StandardImage.wrap(PixelLayout.of(
                Mode.RGB,
                1,
                1,
                AlphaType.OPAQUE,
                IntStream.range(0, 3)
                        .mapToObj(c -> Plane.ranged(FloatBuffer.wrap(memory), c, 3, 3, new Plane.Range(0, 1)))
                        .toArray(Plane[]::new)));
        ImageBuffer buffer = image.buffer();

        buffer.set(0, 255);
        assertThat(memory).containsExactly(1, 7, Float.NaN);
        buffer.set(1, new byte[] {0}, 0, 1);
        assertThat(memory).containsExactly(1, 0, Float.NaN);
        buffer.set(1, new byte[] {0, (byte) 255}, 0, 2);
        assertThat(memory).containsExactly(1, 0, 1);
        memory[1] = 7;
        image.get(0, 0).set(Slice.ALL.by(2), 0, 0);
        assertThat(memory).containsExactly(0, 7, 0);
        image.get(0, 0).set(2, 255);
        assertThat(memory).containsExactly(0, 7, 1);
    }
}
