package org.imageop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.imageop.cli.console.Console;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** Output that cannot be written, or that nobody reads. */
class ClosedOutputTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int runOn(String failure, Object... args) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        Console console = new Console(broken, StandardCharsets.UTF_8, new PrintWriter(err, true), Ansi.OFF, false);
        String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return Main.run(console, texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "buffer", "formats", "formats --json", "tour", "info --json"})
    void aFullDiskIsAFailure(String command) throws IOException {
        assertThat(runOn("No space left on device", arguments(command))).isEqualTo(1);
        assertThat(err).hasToString("imageop: cannot write to standard output: No space left on device\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "buffer", "formats", "formats --json", "tour", "info --json"})
    void aReaderThatLeavesIsNone(String command) throws IOException {
        assertThat(runOn("Broken pipe", arguments(command))).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "info --json"})
    void whatFailedBeforeTheReaderLeftIsAFailure(String command) throws IOException {
        String line = command + " nope.png " + Run.sample("headland.tif", folder);
        assertThat(runOn("Broken pipe", (Object[]) line.split(" "))).isEqualTo(1);
        if (command.equals("info")) {
            assertThat(err).hasToString("imageop: nope.png: no such file or folder\n");
        }
    }

    private Object[] arguments(String command) throws IOException {
        String file = command.startsWith("formats")
                ? ""
                : " " + Run.sample("headland.tif", folder) + (command.equals("buffer") ? " -o -" : "");
        return (command + file).split(" ");
    }
}
