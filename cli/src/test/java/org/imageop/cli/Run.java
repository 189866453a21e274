package org.imageop.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imageop.cli.console.Console;
import picocli.CommandLine.Help.Ansi;

/**
 * A run of the command in this process, and its output.
 *
 * @param status the exit status
 * @param bytes standard output
 * @param err standard error
 */
public record Run(int status, byte[] bytes, String err) {

    /** Runs the command as from a script: no colours, no progress bar. */
    public static Run imageop(Object... args) {
        return run(Ansi.OFF, false, args);
    }

    /** Runs the command as on a terminal. */
    public static Run onTerminal(Object... args) {
        return run(Ansi.ON, true, args);
    }

    private static Run run(Ansi ansi, boolean interactive, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintWriter errText = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        Console console = new Console(out, StandardCharsets.UTF_8, errText, ansi, interactive);
        String[] texts = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        int status = Main.run(console, texts);
        errText.flush();
        return new Run(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as text. */
    public String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Copies a sample picture into a folder. */
    public static Path sample(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Run.class.getResourceAsStream("/org/imageop/cli/samples/" + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    /** The names in a folder, hidden ones too. */
    public static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
