package org.imageop.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.imageop.ImageBuffer;
import org.imageop.imageio.files.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imageop buffer}: the bytes of an image and nothing else. */
@Command(
        name = "buffer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        sortSynopsis = false,
        versionProvider = Version.class,
        header = "Write the bytes of the PEP 368 buffer.",
        description = "Rows from the top, without padding; the components of a pixel side by side, or, in YV12 and "
                + "JPEG_YV12, one plane after the other. Components of 16 and 32 bits are in this machine's byte "
                + "order.")
final class BufferCommand implements Callable<Integer> {
    private static final int CHUNK = 1 << 20;
    private static final String STANDARD_OUTPUT = "-";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "An image file.")
    private Path file;

    @Mixin
    private ModeAndSize modeAndSize;

    @Mixin
    private Source source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The file to write, or \"-\" for standard output. An existing file is replaced.")
    private Path out;

    BufferCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        modeAndSize.check();
        source.check(spec.commandLine(), file);
        boolean toStandardOutput = out.toString().equals(STANDARD_OUTPUT);
        if (!toStandardOutput) {
            checkTarget();
        }
        ImageBuffer buffer = modeAndSize.apply(source.read(file)).buffer();
        if (toStandardOutput) {
            copy(buffer, console.bytes());
        } else {
            write(buffer);
        }
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
            throw new ParameterException(spec.commandLine(), out + " is a folder; name a file for -o");
        }
        if (Words.namesFolder(spec.commandLine().getParseResult().matchedOption("--output"))) {
            throw new ParameterException(spec.commandLine(), out + "/ would be a folder; name a file for -o");
        }
        if (Files.exists(out) && Files.exists(file) && Files.isSameFile(file, out)) {
            throw new ParameterException(
                    spec.commandLine(), out + " is the input, which would be lost; name another file for -o");
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
