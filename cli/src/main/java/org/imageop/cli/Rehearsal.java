package org.imageop.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.console.Console;
import org.imageop.cli.convert.ConvertCommand;
import org.imageop.cli.describe.FormatsCommand;
import org.imageop.cli.describe.InfoCommand;
import org.imageop.imageio.ImageFiles;
import picocli.CommandLine.Help.Ansi;

/**
 * Runs the usual commands once on pictures of its own and prints nothing. The launcher records which classes that takes, so that the
 * next start finds them ready.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** Takes no arguments; fails if a command does. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("imageop-rehearsal");
        Path png = folder.resolve("rehearsal.png");
        Path jpeg = folder.resolve("rehearsal.jpg");
        Path tiff = folder.resolve("rehearsal.tif");
        try {
            ImageFiles.write(StandardImage.of(Mode.RGB, 32, 32), png);
            run(ConvertCommand.NAME, png.toString(), jpeg.toString(), "--fit", "16x16");
            run(ConvertCommand.NAME, jpeg.toString(), tiff.toString());
            for (Path file : new Path[] {png, jpeg, tiff}) {
                run(InfoCommand.NAME, file.toString());
            }
            run(InfoCommand.NAME, "--json", png.toString());
            run(FormatsCommand.NAME);
        } finally {
            for (Path path : new Path[] {png, jpeg, tiff, folder}) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void run(String... args) throws IOException {
        Console console = new Console(
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8,
                new PrintWriter(Writer.nullWriter()),
                Ansi.OFF,
                false);
        int status = Main.run(console, args);
        if (status != 0) {
            throw new IOException("The command " + String.join(" ", args) + " ended with status " + status);
        }
    }
}
