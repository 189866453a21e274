package org.imageop.cli.tour;

import static org.imageop.cli.console.Table.Column.left;
import static org.imageop.cli.console.Table.Column.right;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.Slice;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.cli.compare.Mismatch;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Problem;
import org.imageop.cli.console.Table;
import org.imageop.cli.tour.steps.FromSwing;
import org.imageop.cli.tour.steps.PaintInSwing;
import org.imageop.cli.tour.steps.ReadFile;
import org.imageop.cli.tour.steps.StepResult;
import org.imageop.cli.tour.steps.SwingType;
import org.imageop.cli.tour.steps.ThroughFile;
import org.imageop.cli.tour.steps.ToCanvas;
import org.imageop.cli.tour.steps.ToImgLib2;
import org.imageop.cli.tour.steps.ToJavaFx;
import org.imageop.cli.tour.steps.ToPlanes;
import org.imageop.cli.tour.steps.ToSwing;
import org.imageop.cli.tour.steps.TourStep;
import org.imageop.imageio.FileFormat;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ReadOptions;

/** Sends images from library to library, and keeps the account. */
final class Tour {
    /** Conversions to all modes and kinds are shown on an image of no more pixels than this. */
    private static final long STUDY_PIXELS = 4_000_000;

    private static final List<String> LOSSLESS = List.of("PNG", "TIFF");

    private final Console console;
    private final Path scratch;
    private final ReadOptions limits;
    private final Map<StepResult.Memory, Integer> counts = new EnumMap<>(StepResult.Memory.class);
    private long copied;
    private int steps;
    private int failures;

    Tour(Console console, Path scratch, ReadOptions limits) {
        this.console = console;
        this.scratch = scratch;
        this.limits = limits;
    }

    /** From a file to Swing and back, and through files of other formats. */
    ImageLike thereAndBack(Path file) throws IOException {
        StepResult start = new ReadFile(file, limits).run();
        ImageLike image = start.image();
        title(file.getFileName() + ", " + Amounts.size(image.size()) + " " + image.mode());
        Table table = table();
        account(table, start);
        travel(table, image, ToSwing.whole(), FromSwing.asItIs());
        travel(table, image, ToJavaFx.fromProtocol());
        travel(table, image, new ToImgLib2(), ToSwing.of("ImgLib2", received -> received));
        for (FileFormat format : ImageFiles.formats()) {
            if (LOSSLESS.contains(format.name()) && format.writes().contains(image.mode())) {
                travel(table, image, new ThroughFile(format.name(), scratch));
            }
        }
        print(table);
        return image;
    }

    /** Parts and turns, which are views on the same pixels, and planes of 16 bits. */
    void partsAndPlanes(ImageLike image) {
        title("the first picture in parts and planes");
        Table table = table();
        travel(table, image, ToSwing.of("a crop of it", Tour::middle));
        travel(table, image, ToSwing.of("mirrored", Views::flipLeftRight));
        travel(table, image, ToSwing.of("turned by 90°", Views::rotate90));
        for (String component : image.componentNames()) {
            travel(table, image, ToSwing.of("component " + component, whole -> Views.component(whole, component)));
        }
        travel(table, study(image), new ToPlanes(), ToSwing.of("ImgLib2 planes", planes -> planes));
        print(table);
    }

    /** A canvas that Swing draws on, from there to JavaFX, ImgLib2 and a file: one array all the way. */
    void oneCanvas(ImageLike image) {
        title("one canvas in Swing, JavaFX and ImgLib2");
        Table table = table();
        travel(
                table,
                image,
                new ToCanvas(),
                ToSwing.of("canvas RGBA", canvas -> canvas),
                new PaintInSwing(),
                ToJavaFx.fromSwing(),
                new ToImgLib2(),
                new ThroughFile("ImgLib2", "PNG", scratch));
        print(table);
    }

    /** The picture in each of the 13 modes, to Swing. */
    void allModes(ImageLike picture) {
        ImageLike image = study(picture);
        title("in all modes, " + Amounts.size(image.size()));
        Table table = table();
        for (Mode mode : Mode.values()) {
            travel(table, image, ToSwing.of("protocol " + mode, source -> StandardImage.from(source, mode)));
        }
        print(table);
    }

    /** The picture in each predefined kind of BufferedImage, to the protocol. */
    void allKindsOfSwing(ImageLike picture) {
        ImageLike image = study(picture);
        title("in all kinds of BufferedImage, " + Amounts.size(image.size()));
        Table table = table();
        ImageLike drawable = StandardImage.from(
                image, Mode.of(ColorFamily.RGB, 8, image.mode().hasAlpha()));
        for (SwingType type : SwingType.values()) {
            travel(table, drawable, FromSwing.ofType(type));
        }
        print(table);
    }

    /** Prints the account, and returns the exit status. */
    int conclude() {
        String outcome = failures == 0 ? "every pixel agrees" : failures + " FAILED";
        console.out()
                .println(console.styled(
                        failures == 0 ? "bold,fg(green)" : "bold,fg(red)",
                        steps + " hops, " + outcome + ": " + count(StepResult.Memory.SHARED) + " shared memory, "
                                + count(StepResult.Memory.COPIED) + " copied " + Amounts.bytes(copied) + ", "
                                + Amounts.count(count(StepResult.Memory.READ), "file") + " read, "
                                + count(StepResult.Memory.WRITTEN) + " written."));
        return failures == 0 ? 0 : 1;
    }

    /** Runs steps one after the other, each with the image that the step before brought. A failure ends the way. */
    private void travel(Table table, ImageLike image, TourStep... way) {
        ImageLike traveller = image;
        for (TourStep step : way) {
            try {
                StepResult result = step.run(traveller);
                account(table, result);
                traveller = result.image();
            } catch (IOException | RuntimeException e) {
                steps++;
                failures++;
                table.row("fg(red)", List.of(step.title(), "", "FAILED", "", "", ""));
                table.note(e instanceof Mismatch ? e.getMessage() : Problem.describe(e));
                console.trace(e);
                return;
            }
        }
    }

    private int count(StepResult.Memory memory) {
        return counts.getOrDefault(memory, 0);
    }

    private void account(Table table, StepResult result) {
        steps++;
        counts.merge(result.memory(), 1, Integer::sum);
        copied += result.memory() == StepResult.Memory.COPIED ? result.bytes() : 0;
        table.row(
                result.memory() == StepResult.Memory.SHARED ? "fg(green)" : "",
                List.of(
                        result.from(),
                        result.to(),
                        result.memory().toString(),
                        result.bytes() == 0 ? "0" : Amounts.bytes(result.bytes()),
                        Amounts.millis(result.nanos()),
                        result.pixels()));
        result.notes().forEach(table::note);
    }

    private void title(String text) {
        console.out().println(console.styled("bold", text));
    }

    private void print(Table table) {
        table.print(console);
        console.out().println();
        console.out().flush();
    }

    private static Table table() {
        return new Table(
                left("FROM").atLeast(20),
                left("TO").atLeast(25),
                left("PIXELS ARE"),
                right("BYTES").atLeast(8),
                right("TIME").atLeast(9),
                left("VALUES").atLeast(12));
    }

    private static ImageLike middle(ImageLike image) {
        return Views.select(image, middle(image.width()), middle(image.height()));
    }

    /** The middle half of an axis, between even edges so that planar images can be cut. */
    private static Slice middle(int length) {
        int from = length / 4 / 2 * 2;
        int to = Math.min(length, from + Math.max(2, length / 2 / 2 * 2));
        return Slice.of(from, to);
    }

    /** The picture in a size that every mode can have: even, and not too large. */
    private static ImageLike study(ImageLike picture) {
        ImageSize size = picture.size();
        double scale = Math.min(1, Math.sqrt((double) STUDY_PIXELS / ((long) size.width() * size.height())));
        int width = even(size.width() * scale);
        int height = even(size.height() * scale);
        return size.equals(new ImageSize(width, height)) ? picture : StandardImage.from(picture, width, height);
    }

    private static int even(double length) {
        return Math.max(2, (int) length / 2 * 2);
    }
}
