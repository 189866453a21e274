package org.imageop.javafx;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.javafx.frames.FrameExchange;
import org.jspecify.annotations.Nullable;

/**
 * Shows the frames that another thread draws, such as a video or a simulation, whole and without copying. JavaFX by itself
 * shows half-drawn frames: it reads the memory of an image whenever it draws, and part of it after the application thread has
 * moved on.
 *
 * <pre>{@code
 * SwapChain frames = new SwapChain(1920, 1080);
 *
 * // on the JavaFX application thread
 * ImageView view = new ImageView();
 * view.imageProperty().bind(frames.imageProperty());
 *
 * // on the drawing thread
 * while (running) {
 *     ImageLike frame = frames.next();
 *     draw(frame);                       // all of it
 *     frames.publish();
 * }
 * }</pre>
 *
 * <p>Four images circulate: one is drawn, one shown, one may wait to be shown, and one was shown before and may still be on
 * its way to the screen. So neither side waits for the other. Each pulse of JavaFX shows the latest frame; frames
 * in between are not shown. No pulses are requested while nothing is published.
 *
 * <p>One thread at a time draws and calls {@link #next} and {@link #publish}. {@link #imageProperty} belongs to
 * the application thread. The hand-off makes everything that was written before {@link #publish} visible to JavaFX.
 *
 * <p>It can be made and drawn to before the toolkit is started, and without a display. What was published last is
 * shown once the toolkit runs and {@link #imageProperty} is asked for or another frame is published.
 */
public final class SwapChain {
    private record Frame(StandardImage pixels, WritableImage image) {}

    private final FrameExchange<Frame> exchange;
    private final ReadOnlyObjectWrapper<Image> front = new ReadOnlyObjectWrapper<>(this, "image");
    private @Nullable AnimationTimer timer;

    /**
     * Allocates four frames of RGBA pixels in premultiplied memory, transparent at first.
     *
     * @param width the width of each frame in pixels
     * @param height its height in pixels
     * @throws IllegalArgumentException if a side is less than 1, or this JVM cannot hold a frame
     */
    public SwapChain(int width, int height) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < FrameExchange.FRAMES; i++) {
            StandardImage pixels = StandardImage.canvas(width, height);
            frames.add(new Frame(pixels, FxImages.toWritableImage(pixels)));
        }
        exchange = new FrameExchange<>(frames);
        front.set(frames.get(0).image);
    }

    /**
     * The image to draw the next frame into. It is not on the screen and shows some earlier frame, so draw all of it.
     *
     * @return an RGBA image, the same one until {@link #publish}, and not to be touched afterwards
     */
    public ImageLike next() {
        return exchange.drawn().pixels;
    }

    /** Hands the frame that was drawn to JavaFX. It is shown with the next pulse, unless another one is published before. */
    public void publish() {
        exchange.publish();
        wake();
    }

    /**
     * The latest frame, to be bound to an {@link javafx.scene.image.ImageView}. Its value changes on the JavaFX application thread
     * only; at first it is a transparent image of the same size. An image is drawn again after the property has
     * moved on from it: copy it to keep it.
     *
     * @return the property
     */
    public ReadOnlyObjectProperty<Image> imageProperty() {
        wake();
        return front.getReadOnlyProperty();
    }

    private void wake() {
        if (exchange.wake()) {
            try {
                Platform.runLater(this::start);
            } catch (IllegalStateException e) {
                // the toolkit does not run yet
                exchange.stillAsleep();
            }
        }
    }

    private void start() {
        if (timer == null) {
            timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (!pulse()) {
                        stop();
                    }
                }
            };
        }
        timer.start();
    }

    /**
     * The beginning of a pulse. The image shown before the last pulse is free now: that pulse waited for drawing to end, then
     * gave the newer image to JavaFX's renderer.
     */
    private boolean pulse() {
        Frame frame = exchange.take();
        if (frame == null) {
            return !exchange.sleep();
        }
        FxImages.refresh(frame.image);
        front.set(frame.image);
        return true;
    }

    /** Whether no pulses are requested. */
    boolean resting() {
        return exchange.asleep();
    }
}
