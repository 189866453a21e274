package org.imageop.cli.window;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.ReadLimits;
import org.imageop.cli.command.StandardStreams;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Console;
import org.imageop.imageio.ImageFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imageop show}: an image in a window. */
@Command(
        name = ShowCommand.NAME,
        header = "Show an image in a window.",
        description = {
            "The image is shown upright, is shrunk to fit the screen, and has a checkerboard behind translucent "
                    + "pixels. With --toolkit both, Swing and JavaFX show the same memory side by side.",
            "",
            "Escape or Q closes the window.",
            ""
        })
public final class ShowCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "show";

    @Parameters(paramLabel = "FILE", description = "An image file, or \"-\" for standard input.")
    private Path file;

    @Option(
            names = "--toolkit",
            paramLabel = "T",
            converter = Toolkits.FromText.class,
            description = "The toolkit that shows the image: swing, javafx or both. Default: swing.")
    private Toolkits toolkits = Toolkits.SWING;

    @Mixin
    private WindowOptions window;

    @Mixin
    private ReadLimits limits;

    /** A command that reports to a console. */
    public ShowCommand(Console console) {
        super(console);
    }

    @Override
    public boolean needsDisplay() {
        return true;
    }

    @Override
    public Integer call() throws IOException {
        window.check(spec());
        // first, because no display can show what cannot be read
        ImageLike image;
        try (ImageFile open = StandardStreams.open(file, limits.options())) {
            image = open.read();
        }
        Rectangle screen = Screen.bounds();
        String what = Amounts.size(image.size()) + " " + image.mode();
        ImageLike upright = Views.orient(image, image.info().get(InfoKeys.ORIENTATION) instanceof Integer o ? o : 1);
        StandardImage canvas = fitted(upright, screen);
        String name = StandardStreams.named(file)
                ? StandardStreams.input(file)
                : file.getFileName().toString();
        String caption = what
                + (canvas.width() == upright.width() ? "" : ", shown as " + Amounts.size(canvas.size()))
                + (toolkits == Toolkits.BOTH
                        ? ": one int[" + canvas.width() * canvas.height() + "] in both halves"
                        : "");
        CanvasWindow.open(name + " – " + what + " – imageop", caption, canvas, toolkits, window)
                .await();
        return 0;
    }

    /** The image on an opaque canvas, no larger than the screen has room for. */
    private StandardImage fitted(ImageLike image, Rectangle screen) {
        Dimension margins = CanvasWindow.margins(toolkits);
        int columns = toolkits == Toolkits.BOTH ? 2 : 1;
        double scale = Math.min(
                1,
                Math.min(
                        (double) (screen.width - margins.width) / columns / image.width(),
                        (double) (screen.height - margins.height) / image.height()));
        StandardImage canvas = StandardImage.canvas(scaled(image.width(), scale), scaled(image.height(), scale));
        ImageLike sized = canvas.size().equals(image.size())
                ? image
                : StandardImage.from(image, Mode.RGBA, canvas.width(), canvas.height());
        Images.copy(sized, canvas);
        putOnCheckerboard(SwingCanvas.pixelsOf(canvas));
        return canvas;
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.floor(length * scale));
    }

    /** Drawn once into the memory that is shown, so that the toolkits need not agree on how to blend. */
    private static void putOnCheckerboard(BufferedImage pixels) {
        int side = 8;
        BufferedImage squares = new BufferedImage(2 * side, 2 * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = squares.createGraphics();
        drawing.setColor(new Color(0x9a9fa8));
        drawing.fillRect(0, 0, 2 * side, 2 * side);
        drawing.setColor(new Color(0x7c818a));
        drawing.fillRect(0, 0, side, side);
        drawing.fillRect(side, side, side, side);
        drawing.dispose();

        Graphics2D graphics = pixels.createGraphics();
        graphics.setComposite(AlphaComposite.DstOver);
        graphics.setPaint(new TexturePaint(squares, new Rectangle(2 * side, 2 * side)));
        graphics.fillRect(0, 0, pixels.getWidth(), pixels.getHeight());
        graphics.dispose();
    }
}
