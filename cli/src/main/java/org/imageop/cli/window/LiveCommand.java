package org.imageop.cli.window;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.imageop.ImageSize;
import org.imageop.StandardImage;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.Converters;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imageop live}: Swing, JavaFX and ImgLib2 at work on one array. */
@Command(
        name = LiveCommand.NAME,
        header = "Draw in Swing, see it in JavaFX, and let ImgLib2 live on it.",
        description = {
            "Opens a window on a single int[]. Swing shows the array in the left half, JavaFX in the right half, and "
                    + "ImgLib2 computes a reaction of two substances in it. Nothing is copied between the three. Draw with "
                    + "the mouse in the left half to feed the reaction; the right button erases.",
            "",
            "Space pauses and resumes, C clears, Escape or Q closes the window.",
            ""
        })
public final class LiveCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "live";

    private static final int SMALLEST = 64;
    private static final int LARGEST = 4096;
    private static final int USUAL = 480;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = Converters.OfSize.class,
            description = "The size of the canvas in pixels. Default: the largest that fits, at most 480x480.")
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

    /** A command that reports to a console. */
    public LiveCommand(Console console) {
        super(console);
    }

    @Override
    public boolean needsDisplay() {
        return true;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Rectangle screen = Screen.bounds();
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
        options.check(spec());
        if (pausedAt != null && pausedAt < 0) {
            throw wrongUse("--paused is the number of a frame, from 0, not " + pausedAt);
        }
        if (size != null
                && (Math.min(size.width(), size.height()) < SMALLEST
                        || Math.max(size.width(), size.height()) > LARGEST)) {
            throw wrongUse(
                    "--size: sides are " + SMALLEST + " to " + LARGEST + " pixels here, not " + Amounts.size(size));
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
