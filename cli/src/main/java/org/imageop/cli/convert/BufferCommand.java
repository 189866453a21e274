package org.imageop.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.cli.command.CliCommand;
import org.imageop.cli.command.Converters;
import org.imageop.cli.command.StandardStreams;
import org.imageop.cli.console.Console;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.files.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imageop buffer}: the bytes of an image and nothing else. */
@Command(
        name = BufferCommand.NAME,
        header = "Write the bytes of the PEP 368 buffer.",
        description =
                "Rows run from the top and have no padding. The components of a pixel lie side by side; in YV12 and "
                        + "JPEG_YV12, one plane follows the other. Components of 16 and 32 bits have this machine's byte "
                        + "order.")
public final class BufferCommand extends CliCommand {
    /** What it is called on the command line. */
    public static final String NAME = "buffer";

    private static final int CHUNK = 1 << 20;

    @Parameters(paramLabel = "FILE", description = "An image file, or \"-\" for standard input.")
    private Path file;

    @Mixin
    private ModeAndSizeOptions modeAndSize;

    @Mixin
    private InputOptions source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The file to write, or \"-\" for standard output. An existing file is replaced.")
    private Path out;

    /** A command that writes to a console. */
    public BufferCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        modeAndSize.check();
        boolean toStandardOutput = StandardStreams.named(out);
        if (!toStandardOutput) {
            checkTarget();
        }
        ImageLike image = source.read(file);
        ImageBuffer buffer = modeAndSize.apply(image).buffer();
        if (toStandardOutput) {
            copy(buffer, console().bytes());
        } else {
            write(buffer);
        }
        Stream.concat(InputOptions.missing(image).stream(), modeAndSize.losses(image).stream())
                .forEach(loss -> console().report(StandardStreams.input(file) + ": lost: " + loss));
        return 0;
    }

    private void write(ImageBuffer buffer) throws IOException {
        try {
            AtomicFile.at(out, true).writeInOrder(stream -> copy(buffer, stream));
        } catch (FileSystemException e) {
            throw Problem.notWritten(out, e);
        }
    }

    private void checkTarget() throws IOException {
        if (Files.isDirectory(out)) {
            throw wrongUse(out + " is a folder; name a file for -o");
        }
        if (Converters.namesFolder(spec().commandLine().getParseResult().matchedOption("--output"))) {
            throw wrongUse(out + "/ would be a folder; name a file for -o");
        }
        if (Files.exists(out) && Files.exists(file) && Files.isSameFile(file, out)) {
            throw wrongUse(out + " is the input, which would be lost; name another file for -o");
        }
    }

    /** In chunks, so that an image that is larger than any array needs no second copy. */
    private static void copy(ImageBuffer buffer, OutputStream stream) throws IOException {
        long length = buffer.length();
        byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
        for (long position = 0; position < length; position += chunk.length) {
            int count = (int) Math.min(chunk.length, length - position);
            buffer.get(position, chunk, 0, count);
            stream.write(chunk, 0, count);
        }
        stream.flush();
    }
}
