package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.javafx.frames.FrameExchange;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The hand-off itself, with a thread of the test in the place of JavaFX's; without a toolkit. */
class FrameExchangeTest {
    private record Frame(StandardImage pixels, SampleRows rows, WritableImage image) {
        static final int WIDTH = 8;
        static final int HEIGHT = 4;

        static Frame make() {
            StandardImage pixels = StandardImage.canvas(WIDTH, HEIGHT);
            return new Frame(pixels, Images.rows(pixels), FxImages.toWritableImage(pixels));
        }

        /** Every pixel is the number; 24 bits are enough for a million. */
        void draw(int number) {
            int[] row = new int[4 * WIDTH];
            for (int k = 0; k < row.length; k += 4) {
                row[k] = number >> 16 & 255;
                row[k + 1] = number >> 8 & 255;
                row[k + 2] = number & 255;
                row[k + 3] = 255;
            }
            for (int y = 0; y < HEIGHT; y++) {
                rows.write(0, y, WIDTH, row, 0);
            }
        }

        /** The number, as JavaFX sees it. */
        int read(int[] pixels) {
            image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
            int first = pixels[0];
            for (int pixel : pixels) {
                if (pixel != first) {
                    throw new AssertionFailedError("torn: " + Arrays.toString(pixels));
                }
            }
            return first & 0xffffff;
        }
    }

    private static FrameExchange<String> letters() {
        return new FrameExchange<>(List.of("a", "b", "c", "d"));
    }

    @Test
    void theLatestFrameWinsAndNoneIsDrawnWhileItMayBeRead() {
        FrameExchange<String> exchange = letters();
        assertThat(exchange.drawn()).isEqualTo("b").isEqualTo(exchange.drawn());
        assertThat(exchange.take()).isNull();
        exchange.publish();
        assertThat(exchange.drawn()).isEqualTo("c");
        exchange.publish();
        // b was never shown and is drawn again
        assertThat(exchange.drawn()).isEqualTo("b");
        assertThat(exchange.take()).isEqualTo("c");
        // a was shown until now and may still be read: c is shown, d is free
        exchange.publish();
        assertThat(exchange.drawn()).isEqualTo("d");
        exchange.publish();
        assertThat(exchange.drawn()).isEqualTo("b");
        exchange.publish();
        assertThat(exchange.drawn()).isEqualTo("d");
        // now a is free and c retired
        assertThat(exchange.take()).isEqualTo("b");
        exchange.publish();
        assertThat(exchange.drawn()).isEqualTo("a");
    }

    @Test
    void theShowingThreadIsWokenOnceAndSleepsWhenAllIsDone() {
        FrameExchange<String> exchange = letters();
        assertThat(exchange.wake()).isFalse();
        exchange.publish();
        assertThat(exchange.wake()).isTrue();
        assertThat(exchange.wake()).isFalse();
        exchange.stillAsleep();
        assertThat(exchange.wake()).isTrue();
        assertThat(exchange.sleep()).isFalse();
        assertThat(exchange.take()).isEqualTo("b");
        assertThat(exchange.sleep()).as("a is still to be freed").isFalse();
        assertThat(exchange.take()).isNull();
        exchange.publish();
        assertThat(exchange.sleep()).as("c is to be shown").isFalse();
        assertThat(exchange.take()).isEqualTo("c");
        assertThat(exchange.take()).isNull();
        assertThat(exchange.sleep()).isTrue();
        exchange.publish();
        assertThat(exchange.wake()).isTrue();
    }

    @Test
    void anotherNumberOfFramesIsRefused() {
        assertThatThrownBy(() -> new FrameExchange<>(List.of("a", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 4 frames, not 3");
    }

    @Test
    void aMillionFramesAreHandedOverWhole() {
        assertThatThrownBy(() -> Platform.runLater(() -> {})).isInstanceOf(IllegalStateException.class);
        int last = 1_000_000;
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < FrameExchange.FRAMES; i++) {
            frames.add(Frame.make());
        }
        FrameExchange<Frame> exchange = new FrameExchange<>(frames);
        long before = usedMemory();
        CompletableFuture<Void> drawing = CompletableFuture.runAsync(() -> {
            for (int number = 1; number <= last; number++) {
                exchange.drawn().draw(number);
                exchange.publish();
            }
        });

        int[] pixels = new int[Frame.WIDTH * Frame.HEIGHT];
        Frame shown = frames.get(0);
        Frame retired = shown;
        int shownNumber = 0;
        int retiredNumber = 0;
        long pulses = 0;
        while (shownNumber < last && !drawing.isCompletedExceptionally()) {
            Frame next = exchange.take();
            if (next != null) {
                retired = shown;
                retiredNumber = shownNumber;
                shown = next;
                shownNumber = next.read(pixels);
                assertThat(shownNumber).isGreaterThan(retiredNumber);
                // as JavaFX's renderer may: until the next pulse
                assertThat(retired.read(pixels)).isEqualTo(retiredNumber);
                assertThat(shown.read(pixels)).isEqualTo(shownNumber);
                pulses++;
            }
            Thread.onSpinWait();
        }
        drawing.join();
        assertThat(shownNumber).isEqualTo(last);
        assertThat(pulses).isGreaterThan(1);
        assertThat(usedMemory() - before).as("bytes kept").isLessThan(4 << 20);
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
