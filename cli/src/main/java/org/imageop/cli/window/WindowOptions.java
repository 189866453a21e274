package org.imageop.cli.window;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.imageop.ImageLike;
import org.imageop.cli.console.Problem;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteOptions;
import org.imageop.imageio.files.AtomicFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a window does by itself. */
final class WindowOptions {
    @Option(names = "--seconds", paramLabel = "N", description = "Close the window after N seconds.")
    private @Nullable Double seconds;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "When the window closes, write a picture of it as a PNG file. An existing file is replaced.")
    private @Nullable Path screenshot;

    /** Finds wrong use before a window is opened. */
    void check(CommandSpec command) throws IOException {
        if (seconds != null && !(seconds > 0 && seconds <= Integer.MAX_VALUE / 1000)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--seconds is a time of more than 0 and at most " + Integer.MAX_VALUE / 1000 + " seconds, not "
                            + seconds);
        }
        if (screenshot != null) {
            if (Files.isDirectory(screenshot)) {
                throw new ParameterException(
                        command.commandLine(), "--screenshot: " + screenshot + " is a folder; name a file");
            }
            if (!screenshot.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
                throw new ParameterException(
                        command.commandLine(),
                        "--screenshot writes a PNG file; give its name the suffix .png, unlike " + screenshot);
            }
            try {
                AtomicFile.at(screenshot, true);
            } catch (FileSystemException e) {
                throw Problem.notWritten(screenshot, e);
            }
        }
    }

    /** After how many milliseconds the window closes by itself, or 0 if it does not. */
    int millis() {
        return seconds == null ? 0 : (int) Math.max(1, Math.round(seconds * 1000));
    }

    /** Whether a picture of the window is wanted. */
    boolean wantsScreenshot() {
        return screenshot != null;
    }

    /** Writes the picture if one is wanted. */
    void write(@Nullable ImageLike picture) throws IOException {
        if (screenshot != null && picture != null) {
            ImageFiles.write(
                    picture, screenshot, WriteOptions.DEFAULTS.withFormat("PNG").withOverwrite(true));
        }
    }
}
