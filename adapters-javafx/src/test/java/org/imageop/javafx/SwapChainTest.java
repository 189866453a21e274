package org.imageop.javafx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hand-off to the JavaFX application thread, with a window. */
class SwapChainTest {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 4;

    @BeforeAll
    static void toolkit() throws InterruptedException {
        FxThread.start();
    }

    private static void draw(ImageLike frame, int number) {
        SampleRows rows = Images.rows(frame);
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

    private static int[] pixels(Image image) {
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }

    @Test
    void aMillionFramesAreShownWhole() throws Exception {
        int last = 1_000_000;
        SwapChain frames = new SwapChain(WIDTH, HEIGHT);
        CountDownLatch done = new CountDownLatch(1);
        List<String> wrong = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Stage stage = FxThread.call(() -> {
            ImageView view = new ImageView();
            view.imageProperty().bind(frames.imageProperty());
            Scene scene = new Scene(new Group(view), WIDTH, HEIGHT);
            frames.imageProperty().addListener((property, old, image) -> {
                int[] expected = new int[WIDTH * HEIGHT];
                int[] seen = pixels(image);
                Arrays.fill(expected, seen[0]);
                WritableImage snapshot = scene.snapshot(null);
                if (!Arrays.equals(seen, expected)) {
                    wrong.add("torn: " + Arrays.toString(seen));
                }
                if (!Arrays.equals(pixels(snapshot), expected)) {
                    wrong.add("shown: " + Arrays.toString(pixels(snapshot)) + ", not " + Arrays.toString(expected));
                }
                numbers.add(seen[0] & 0xffffff);
                if ((seen[0] & 0xffffff) == last) {
                    done.countDown();
                }
            });
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        for (int number = 1; number <= last; number++) {
            draw(frames.next(), number);
            frames.publish();
        }
        FxThread.await(done);
        FxThread.call(() -> {
            stage.close();
            assertThat(wrong).isEmpty();
            assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(last);
            return null;
        });
    }

    /** What the renderer's thread put on the screen: it reads a frame after the application thread has gone on. */
    @Test
    void whatIsOnTheScreenIsNeverTorn() throws Exception {
        int side = 512;
        int captures = 100;
        SwapChain frames = new SwapChain(side, side);
        CountDownLatch done = new CountDownLatch(1);
        List<String> torn = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Stage stage = FxThread.call(() -> {
            ImageView view = new ImageView();
            view.imageProperty().bind(frames.imageProperty());
            Stage window = new Stage(StageStyle.UNDECORATED);
            window.setScene(new Scene(new Group(view), side, side));
            window.setX(0);
            window.setY(0);
            window.show();
            Robot robot = new Robot();
            int[] pixels = new int[side * side];
            frames.imageProperty().addListener((property, old, image) -> {
                WritableImage screen = robot.getScreenCapture(null, 0, 0, side, side);
                screen.getPixelReader().getPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
                int first = pixels[0];
                for (int i = 0; i < pixels.length; i++) {
                    if (pixels[i] != first) {
                        torn.add("pixel " + i + " is " + Integer.toHexString(pixels[i]) + ", the first is "
                                + Integer.toHexString(first));
                        break;
                    }
                }
                seen.add(first);
                if (seen.size() > captures || !torn.isEmpty()) {
                    done.countDown();
                }
            });
            return window;
        });
        int number = 1;
        while (done.getCount() > 0) {
            int[] argb = Images.to(frames.next(), PixelBuffer.class).getBuffer() instanceof IntBuffer ints
                    ? ints.array()
                    : new int[0];
            Arrays.fill(argb, 0xff000000 | number++);
            frames.publish();
        }
        FxThread.call(() -> {
            stage.close();
            assertThat(torn).isEmpty();
            return null;
        });
    }

    @Test
    void aSingleFrameIsShownAndItsImageStays() throws Exception {
        SwapChain frames = new SwapChain(WIDTH, HEIGHT);
        CountDownLatch shown = new CountDownLatch(1);
        Image blank = FxThread.call(() -> {
            frames.imageProperty().addListener((property, old, image) -> shown.countDown());
            return frames.imageProperty().get();
        });
        assertThat(blank.getWidth()).isEqualTo(WIDTH);
        assertThat(pixels(blank)).containsOnly(0);
        ImageLike frame = frames.next();
        assertThat(frames.next()).isSameAs(frame);
        assertThat(frame.mode()).isEqualTo(Mode.RGBA);
        draw(frame, 77);
        frames.publish();
        assertThat(frames.next()).isNotSameAs(frame);
        FxThread.await(shown);
        assertThat(pixels(FxThread.call(() -> frames.imageProperty().get()))).containsOnly(0xff00004d);
    }

    /** No pulses are asked for without frames, and the next frame starts them again. */
    @Test
    void restsBetweenFrames() throws Exception {
        SwapChain frames = new SwapChain(WIDTH, HEIGHT);
        for (int number = 1; number <= 5; number++) {
            CountDownLatch shown = new CountDownLatch(1);
            FxThread.call(() -> {
                frames.imageProperty().addListener((property, old, image) -> shown.countDown());
                return null;
            });
            draw(frames.next(), number);
            frames.publish();
            FxThread.await(shown);
            while (!FxThread.call(frames::resting)) {
                Thread.onSpinWait();
            }
        }
        assertThat(pixels(FxThread.call(() -> frames.imageProperty().get()))).containsOnly(0xff000005);
    }
}
