package org.imageop.cli.convert;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.imageop.Transfer;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.Converters;
import org.imageop.cli.command.StandardStreams;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.CommandFailure;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.WriteOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imageop convert}: an image file, or a folder of them, into another format, mode, size or position. */
@Command(
        name = ConvertCommand.NAME,
        header = "Convert an image file, or a folder of them.",
        description = {
            "Whatever the order of the options, an image is oriented, cropped, rotated, converted to a profile, resized, "
                    + "laid on the background, changed in mode and then passed through the libraries of --via. Metadata is kept if it stays true and the format "
                    + "can hold it; losses are reported on standard error.",
            "",
            "The frames of an animation and the pages of a document are kept where the format of OUT can show them: GIF, TIFF, "
                    + "and PNG if OUT ends in .apng. Otherwise the first one is converted. Frames are edited as they are "
                    + "shown, whole.",
            "",
            "If IN is a folder, so is OUT: all images of IN and its subfolders are converted into the same "
                    + "subfolders of OUT. Images that OUT already has are skipped unless --overwrite is given. "
                    + "Hidden files and links to folders are left out.",
            ""
        })
public final class ConvertCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "convert";

    @Parameters(index = "0", paramLabel = "IN", description = "An image file, a folder, or \"-\" for standard input.")
    private Path in;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description =
                    "The file to write, whose suffix chooses the format; a folder, which is created; or \"-\" for "
                            + "standard output, with --format.")
    private Path out;

    @Mixin
    private EditOptions edits;

    @Option(
            names = "--via",
            paramLabel = "LIB",
            split = ",",
            converter = ViaLibrary.FromText.class,
            description = "Pass the image through these libraries: awt, javafx, imglib2.")
    private List<ViaLibrary> via = List.of();

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Mixin
    private InputOptions source;

    @Option(
            names = "--format",
            paramLabel = "F",
            converter = TargetFormat.FromText.class,
            description = "Write this format, whatever the suffix of OUT; files in a folder get its suffix. See "
                    + "`imageop formats`.")
    private @Nullable TargetFormat format;

    @Option(
            names = "--frames",
            paramLabel = "all|first|N,N-N",
            converter = FrameSelection.FromText.class,
            description =
                    "Convert these frames or pages, counted from 0, as in 0,2-5. With it, a PNG file of several is "
                            + "animated.")
    private @Nullable FrameSelection frames;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description = "The quality of lossy formats, from 0 (small) to 1 (good).")
    private @Nullable Double quality;

    @Option(
            names = "--colors",
            paramLabel = "N",
            description =
                    "Reduce the image to at most N colours, 1 to 256; PNG files then have a palette. GIF files have 256 "
                            + "at most.")
    private @Nullable Integer colors;

    @Option(names = "--no-dither", description = "Give each pixel the nearest colour when colours are reduced.")
    private boolean flat;

    /** A command that writes to a console. */
    public ConvertCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        check();
        WriteOptions options = WriteOptions.DEFAULTS.withOverwrite(overwrite);
        if (format != null) {
            options = options.withFormat(format.name());
        }
        if (quality != null) {
            options = options.withQuality(quality);
        }
        if (colors != null) {
            options = options.withColors(colors);
        }
        options = options.withDither(!flat);
        FileConversion conversion = new FileConversion(source, edits, via, options, overwrite, frames);
        if (Files.isDirectory(in)) {
            return new FolderConversion(console(), conversion, format).run(in, out);
        }
        if (StandardStreams.named(out)) {
            pour(conversion);
        } else {
            convert(conversion);
        }
        return 0;
    }

    /** Bytes alone go to standard output, and what people read to standard error. */
    private void pour(FileConversion conversion) throws IOException {
        FileConversion.Outcome outcome = conversion.run(in, console().bytes());
        console().reportLosses("standard output", outcome.losses());
    }

    private void convert(FileConversion conversion) throws IOException {
        FileConversion.Outcome outcome;
        try {
            outcome = conversion.run(in, out);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(out + ": exists already; --overwrite replaces it", e);
        }
        for (int i = 0; i < via.size(); i++) {
            Transfer<?> transfer = outcome.transfers().get(i);
            console().out().println("via " + via.get(i) + ": " + transfer);
        }
        console()
                .out()
                .println(Problem.oneLine(out.toString()) + ": "
                        + outcome.written().format() + ", "
                        + Amounts.size(outcome.result().size()) + " "
                        + outcome.written().mode() + ", "
                        + (outcome.lossy() ? "lossy, " : "")
                        + (outcome.frames() == 1 ? "" : Amounts.count(outcome.frames(), "frame") + ", ")
                        + Amounts.bytes(outcome.written().bytes()));
        console().reportLosses(out.toString(), outcome.losses());
    }

    /** Finds wrong use before anything is read. */
    private void check() {
        edits.check();
        if (quality != null && !(quality >= 0 && quality <= 1)) {
            throw wrongUse("--quality is a number from 0 to 1, not " + quality);
        }
        if (colors != null && (colors < 1 || colors > 256)) {
            throw wrongUse("--colors is a number from 1 to 256, not " + colors);
        }
        if (StandardStreams.named(out) && format == null) {
            throw wrongUse("standard output has no suffix that names a format; add --format, as in --format PNG");
        }
        if (Files.isDirectory(in)) {
            if (source.isRaw()) {
                throw wrongUse("--raw describes a file, but " + in + " is a folder");
            }
            if (StandardStreams.named(out) || Files.exists(out) && !Files.isDirectory(out)) {
                throw wrongUse(in + " is a folder, but " + out
                        + (StandardStreams.named(out) ? " is standard output" : " is a file")
                        + "; name a folder for OUT");
            }
        } else if (Files.isDirectory(out)) {
            throw wrongUse(out + " is a folder; name a file, such as " + out.resolve(in.getFileName()));
        } else if (Converters.namesFolder(spec().commandLine().getParseResult().matchedPositional(1))) {
            throw wrongUse(out + "/ would be a folder; name a file for OUT");
        }
        checkQuality();
    }

    /** In a folder whose files keep their formats, --quality is for the lossy ones. */
    private void checkQuality() {
        Optional<TargetFormat> written =
                format != null || Files.isDirectory(in) ? Optional.ofNullable(format) : TargetFormat.ofSuffix(out);
        if (quality != null && written.isPresent() && !written.get().lossy()) {
            throw wrongUse("--quality is for lossy formats; " + written.get().name() + " is lossless");
        }
    }
}
