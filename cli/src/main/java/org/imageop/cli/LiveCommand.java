package org.imageop.cli;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.imageop.ImageSize;
import org.imageop.StandardImage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imageop live}: Swing, JavaFX and ImgLib2 at work on one array. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        versionProvider = Version.class,
        header = "Draw in Swing, see it in JavaFX, and let ImgLib2 live on it.",
        description = {
            "Opens a window on a single int[]: the left half is Swing's, the right half JavaFX's, and ImgLib2 computes a "
                    + "reaction of two substances in it. Nothing is copied between the three. What you draw with the "
                    + "mouse in the left half feeds the reaction; the right button wipes it out.",
            "",
            "Space pauses and goes on, C clears, Escape or Q closes the window.",
            ""
        })
final class LiveCommand implements Callable<Integer>, OpensWindow {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 4096;
    private static final int USUAL = 480;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Words.OfSize.class,
            description = "The size of the canvas in pixels. Default: what fits, at most 480x480.")
    private @Nullable ImageSize size;

    @Option(
            names = "--paused",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "FRAME",
            description = "Pause when this frame is reached; without a number, at the start.")
    private @Nullable Long pausedAt;

    @Mixin
    private WindowOptions options;

    @Override
    public Integer call() throws IOException {
        check();
        Rectangle screen = Display.demand();
        ImageSize wanted = size == null ? fitting(screen) : size;
        StandardImage canvas = StandardImage.canvas(wanted.width(), wanted.height());
        GrayScott process = new GrayScott(canvas);
        write(canvas, "imageop");
        CanvasWindow window = CanvasWindow.open(
                "One int[], three libraries – imageop live",
                Simulation.longestCaption(canvas),
                canvas,
                Toolkits.BOTH,
                options);
        Simulation simulation = new Simulation(process, canvas, window, pausedAt == null ? Long.MAX_VALUE : pausedAt);
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "imageop live"));
        try {
            EventQueue.invokeLater(() -> {
                Brush brush = new Brush(canvas, window);
                window.swingHalf().addMouseListener(brush);
                window.swingHalf().addMouseMotionListener(brush);
                window.onKey(KeyEvent.VK_SPACE, simulation::pauseOrGoOn);
                window.onKey(KeyEvent.VK_C, () -> clear(canvas, window));
            });
            clock.scheduleWithFixedDelay(simulation, 0, Simulation.REST_MILLIS, TimeUnit.MILLISECONDS);
            window.await();
        } finally {
            clock.shutdown();
        }
        return 0;
    }

    private void check() throws IOException {
        options.check(spec);
        if (pausedAt != null && pausedAt < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--paused is the number of a frame, from 0, not " + pausedAt);
        }
        if (size != null
                && (Math.min(size.width(), size.height()) < SMALLEST
                        || Math.max(size.width(), size.height()) > LARGEST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--size: sides are " + SMALLEST + " to " + LARGEST + " pixels here, not " + Units.size(size));
        }
    }

    private static ImageSize fitting(Rectangle screen) {
        Dimension margins = CanvasWindow.margins(Toolkits.BOTH);
        int side = Math.min(USUAL, Math.min((screen.width - margins.width) / 2, screen.height - margins.height));
        return new ImageSize(Math.max(SMALLEST, side), Math.max(SMALLEST, side));
    }

    /** The first thing that is drawn, by Swing as all that follows. */
    private static void write(StandardImage canvas, String word) {
        Graphics2D graphics = SwingCanvas.pixelsOf(canvas).createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, canvas.width() / 6));
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(
                word,
                (canvas.width() - metrics.stringWidth(word)) / 2,
                (canvas.height() + metrics.getAscent() - metrics.getDescent()) / 2);
        graphics.dispose();
    }

    private static void clear(StandardImage canvas, CanvasWindow window) {
        synchronized (canvas) {
            Graphics2D graphics = SwingCanvas.pixelsOf(canvas).createGraphics();
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, canvas.width(), canvas.height());
            graphics.dispose();
        }
        window.refresh();
    }
}
