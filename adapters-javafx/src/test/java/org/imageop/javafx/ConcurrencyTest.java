package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;

    private static <T> List<T> inParallel(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<T>> futures = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static WritableImage fxImage(boolean shared, int[] argb) {
        WritableImage image = shared
                ? FxImages.toWritableImage(StandardImage.canvas(WIDTH, HEIGHT))
                : new WritableImage(WIDTH, HEIGHT);
        ImageLike all = FxImages.wrap(image);
        for (int i = 0; i < argb.length; i++) {
            all.set(i % WIDTH, i / WIDTH, argb[i] >> 16 & 255, argb[i] >> 8 & 255, argb[i] & 255, argb[i] >>> 24);
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyThreadsWrapAndReadOneImage(boolean shared) throws Exception {
        int[] argb = Layouts.premultipliedPixels(WIDTH * HEIGHT, 9);
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
        for (int round = 0; round < 20; round++) {
            // an image that no thread has touched yet
            WritableImage image = fxImage(shared, argb);
            inParallel(() -> {
                int[] samples = new int[4 * WIDTH];
                for (int i = 0; i < 50; i++) {
                    ImageLike wrapped = FxImages.wrap(image);
                    for (int y = 0; y < HEIGHT; y++) {
                        Images.rows(wrapped).read(0, y, WIDTH, samples, 0);
                        for (int x = 0; x < WIDTH; x++) {
                            int pixel = samples[4 * x + 3] << 24
                                    | samples[4 * x] << 16
                                    | samples[4 * x + 1] << 8
                                    | samples[4 * x + 2];
                            if (pixel != argb[y * WIDTH + x]) {
                                assertThat(pixel).isEqualTo(argb[y * WIDTH + x]);
                            }
                        }
                    }
                }
                return null;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200})
    void manyThreadsAreGivenTheSameWritableImage(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            StandardImage canvas = StandardImage.canvas(WIDTH, HEIGHT);
            Set<WritableImage> images = Collections.newSetFromMap(new IdentityHashMap<>());
            images.addAll(inParallel(() -> {
                WritableImage image = FxImages.toWritableImage(canvas);
                FxImages.refresh(image);
                return image;
            }));
            assertThat(images).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20})
    void manyThreadsCopyOneImage(int rounds) throws Exception {
        StandardImage source = StandardImage.filled(org.imageop.Mode.RGB, 640, 480, 12, 34, 56);
        for (int round = 0; round < rounds; round++) {
            for (WritableImage image : inParallel(() -> FxImages.toWritableImage(source))) {
                int[] pixels = new int[640 * 480];
                image.getPixelReader().getPixels(0, 0, 640, 480, PixelFormat.getIntArgbInstance(), pixels, 0, 640);
                for (int pixel : pixels) {
                    if (pixel != 0xff0c2238) {
                        assertThat(pixel).isEqualTo(0xff0c2238);
                    }
                }
            }
        }
    }
}
