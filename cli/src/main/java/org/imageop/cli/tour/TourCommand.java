package org.imageop.cli.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.ReadLimits;
import org.imageop.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code imageop tour}: what this project is for, shown. */
@Command(
        name = TourCommand.NAME,
        header = "Watch an image pass from library to library.",
        description = {
            "Reads a picture, passes it to Swing, JavaFX and ImgLib2, and into files and back. For each hop it shows whether the "
                    + "pixels were shared or copied, how many bytes moved, how long it took, and whether the values "
                    + "agree.",
            "",
            "Nothing is taken on trust. Values are compared with the results of Raster.getPixels, JavaFX's PixelReader, "
                    + "ImgLib2's RandomAccess and plain ImageIO. Shared memory is proved by writing a pixel on one side, "
                    + "reading it on the other, and putting it back. Times are of one cold run.",
            ""
        })
public final class TourCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "tour";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "An image file; without it, three sample pictures that come with the command.")
    private @Nullable Path file;

    @Mixin
    private ReadLimits limits;

    /** A command that writes to a console. */
    public TourCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        try (TemporaryFolder scratch = new TemporaryFolder()) {
            List<Path> files = file == null ? SamplePictures.extract(scratch.folder()) : List.of(file);
            Tour tour = new Tour(console(), scratch.folder(), limits.options());
            ImageLike first = tour.thereAndBack(files.get(0));
            for (Path other : files.subList(1, files.size())) {
                tour.thereAndBack(other);
            }
            tour.oneCanvas(first);
            tour.partsAndPlanes(first);
            tour.allModes(first);
            tour.allKindsOfSwing(first);
            return tour.conclude();
        }
    }
}
