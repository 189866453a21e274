package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Callback;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefreshTest {
    /** Records which rectangles JavaFX receives, and on which thread. */
    private static final class Recorder extends PixelBuffer<IntBuffer> {
        private final List<Rectangle2D> updates = new ArrayList<>();

        Recorder(int width, int height) {
            super(width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
        }

        @Override
        public void updateBuffer(Callback<PixelBuffer<IntBuffer>, Rectangle2D> callback) {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            updates.add(callback.call(this));
            super.updateBuffer(callback);
        }
    }

    @BeforeAll
    static void toolkit() throws InterruptedException {
        FxThread.start();
    }

    private static int shown(Scene scene, int x, int y) throws Exception {
        return FxThread.call(() -> scene.snapshot(null).getPixelReader().getArgb(x, y));
    }

    @Test
    void whatWasWrittenIsShownAfterRefresh() throws Exception {
        StandardImage canvas = StandardImage.filled(Mode.RGBA, 8, 6, 0, 0, 0, 0);
        StandardImage shared = StandardImage.canvas(8, 6);
        shared.set(org.imageop.Slice.ALL, org.imageop.Slice.ALL, canvas);
        Scene scene = FxThread.call(() -> new Scene(new Group(FxImages.imageView(shared)), 8, 6));
        assertThat(shown(scene, 5, 4)).isEqualTo(0xffffffff);

        shared.set(5, 4, 10, 20, 30, 255);
        FxImages.refresh(shared, 5, 4, 1, 1);
        assertThat(shown(scene, 5, 4)).isEqualTo(0xff0a141e);

        ImageLike other = FxImages.wrap(FxImages.toWritableImage(shared));
        other.set(0, 0, 30, 20, 10, 255);
        FxImages.refresh(other);
        assertThat(shown(scene, 0, 0)).isEqualTo(0xff1e140a);

        shared.set(7, 5, 1, 2, 3, 255);
        FxImages.refresh(FxImages.toWritableImage(shared), 7, 5, 1, 1);
        assertThat(shown(scene, 7, 5)).isEqualTo(0xff010203);
    }

    @Test
    void pendingRectanglesAreUnited() throws Exception {
        Recorder buffer = new Recorder(20, 10);
        ImageLike image = FxImages.wrap(buffer);
        FxThread.call(() -> {
            // the application thread is busy here, so that the others' requests pile up
            Thread other = new Thread(() -> {
                for (int i = 0; i < 1000; i++) {
                    FxImages.refresh(image, 2 + i % 3, 1, 1, 2);
                    FxImages.refresh(buffer, 9, 4 + i % 2, 2, 1);
                }
            });
            other.start();
            other.join();
            assertThat(buffer.updates).isEmpty();
            return null;
        });
        FxThread.call(() -> null);
        assertThat(buffer.updates).containsExactly(new Rectangle2D(2, 1, 9, 5));
    }

    @Test
    void onTheApplicationThreadItTakesEffectAtOnce() throws Exception {
        Recorder buffer = new Recorder(20, 10);
        FxThread.call(() -> {
            Thread other = new Thread(() -> FxImages.refresh(buffer, 1, 1, 1, 1));
            other.start();
            other.join();
            FxImages.refresh(buffer, 3, 2, 4, 5);
            assertThat(buffer.updates).containsExactly(new Rectangle2D(1, 1, 6, 6));
            return null;
        });
        FxThread.call(() -> null);
        assertThat(buffer.updates).hasSize(1);
        FxImages.refresh(buffer);
        FxThread.call(() -> null);
        assertThat(buffer.updates).hasSize(2).last().isEqualTo(new Rectangle2D(0, 0, 20, 10));
    }

    @Test
    void anEmptyRectangleIsNothing() throws Exception {
        Recorder buffer = new Recorder(20, 10);
        FxImages.refresh(buffer, 20, 10, 0, 0);
        FxImages.refresh(buffer, 3, 3, 0, 5);
        FxThread.call(() -> null);
        assertThat(buffer.updates).isEmpty();
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        Recorder buffer = new Recorder(64, 64);
        List<Thread> threads = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (int t = 0; t < 8; t++) {
            int column = t * 8;
            Thread thread = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
                for (int i = 0; i < 2000; i++) {
                    FxImages.refresh(buffer, column, i % 64, 8, 1);
                }
            });
            threads.add(thread);
            thread.start();
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        // each thread's last request is in an update that came after it
        FxThread.call(() -> null);
        for (int x = 0; x < 64; x++) {
            double column = x;
            assertThat(buffer.updates)
                    .anyMatch(r ->
                            r.getMinX() <= column && column < r.getMaxX() && r.getMinY() <= 15 && 15 < r.getMaxY());
        }
        int before = buffer.updates.size();
        FxThread.call(() -> null);
        assertThat(buffer.updates).hasSize(before);
    }

    @Test
    void rectanglesOutsideAreRefused() {
        StandardImage canvas = StandardImage.canvas(8, 6);
        FxImages.toWritableImage(canvas);
        WritableImage keep = FxImages.toWritableImage(canvas);
        for (int[] r : new int[][] {
            {-1, 0, 1, 1},
            {0, -1, 1, 1},
            {8, 0, 1, 1},
            {0, 6, 1, 1},
            {0, 0, 9, 1},
            {0, 0, 1, 7},
            {0, 0, -1, 1},
            {0, 0, 1, -1},
            {1, 0, Integer.MAX_VALUE, 1},
            {0, 1, 1, Integer.MAX_VALUE}
        }) {
            assertThatThrownBy(() -> FxImages.refresh(canvas, r[0], r[1], r[2], r[3]))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("is not within the image, which has 8×6");
        }
        assertThat(keep).isNotNull();
    }

    @Test
    void whatSharesNothingIsRefused() {
        StandardImage copied = StandardImage.of(Mode.L, 2, 2);
        assertThat(FxImages.toWritableImage(copied)).isNotNull();
        assertThatThrownBy(() -> FxImages.refresh(copied))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shares no memory with JavaFX")
                .hasMessageContaining("that FxImages.toWritableImage returned");
        assertThatThrownBy(() -> FxImages.refresh(new WritableImage(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need not be");
        assertThatThrownBy(() -> FxImages.refresh(FxImages.wrap(new WritableImage(2, 2)), 0, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FxImages.refresh("image"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> FxImages.refresh(new ImageView()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ImageView");
    }
}
