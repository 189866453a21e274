package org.imageop.cli.window;

import java.util.Locale;
import org.imageop.StandardImage;

/** Frame after frame of a process, shown in a window. Runs on a thread of its own. */
final class Simulation implements Runnable {
    /** The pause after each frame, for all else that the machine has to do. */
    static final int REST_MILLIS = 4;

    private static final int GENERATIONS_PER_FRAME = 10;
    private static final long NANOS_BETWEEN_REPORTS = 500_000_000;

    private final GrayScott process;
    private final StandardImage canvas;
    private final CanvasWindow window;
    private final long pausedAt;
    private volatile boolean paused;
    private long frames;
    private long framesReported;
    private long lastReport = System.nanoTime();

    /** A simulation that pauses by itself when it reaches a frame. */
    Simulation(GrayScott process, StandardImage canvas, CanvasWindow window, long pausedAt) {
        this.process = process;
        this.canvas = canvas;
        this.window = window;
        this.pausedAt = pausedAt;
        pauseIfReached();
        report(paused ? "paused" : "starting");
    }

    /** Called from any thread. */
    void pauseOrGoOn() {
        paused = !paused;
        report(paused ? "paused" : "resumed");
    }

    @Override
    public void run() {
        if (paused) {
            return;
        }
        try {
            process.advance(GENERATIONS_PER_FRAME);
            window.refresh();
            frames++;
            long now = System.nanoTime();
            if (now - lastReport >= NANOS_BETWEEN_REPORTS) {
                double rate = (frames - framesReported) * 1e9 / (now - lastReport);
                report(String.format(Locale.ROOT, "%.0f frames/s", rate));
                framesReported = frames;
                lastReport = now;
            }
            pauseIfReached();
            if (paused) {
                report("paused");
            }
        } catch (RuntimeException | Error e) {
            window.fail(e);
            throw e;
        }
    }

    private void pauseIfReached() {
        if (frames == pausedAt) {
            paused = true;
        }
    }

    private void report(String state) {
        window.status(caption(canvas, state));
    }

    private static String caption(StandardImage canvas, String state) {
        return "ImgLib2: " + state + " on the same int[" + canvas.width() * canvas.height()
                + "], 0 bytes copied – draw in the left half; Space pauses, C clears, Esc closes";
    }

    /** The longest caption that a window needs room for. */
    static String longestCaption(StandardImage canvas) {
        return caption(canvas, "1000 frames/s");
    }
}
