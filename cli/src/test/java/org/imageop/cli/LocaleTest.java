package org.imageop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** File names that are not ASCII, in the locale of POSIX, where Java on Linux cannot name them. */
@EnabledOnOs(OS.LINUX)
class LocaleTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private Path in;

    /** The shell names the file, because the locale of this process may be that one as well. */
    @BeforeEach
    void makeFiles() throws Exception {
        in = Files.createDirectory(folder.resolve("in"));
        Run.sample("marble.png", in);
        shell("cp in/marble.png in/$(printf '\\303\\274').png");
        assertThat(Run.names(in)).hasSize(2);
    }

    @Test
    void aNameThatCannotBeGivenIsWrongUse() throws Exception {
        String said = shell(java("info") + " in/$(printf '\\303\\274').png");
        assertThat(said.lines())
                .singleElement()
                .asString()
                .startsWith("imageop: FILE: in/")
                .endsWith(": cannot be named in this locale; set one of UTF-8, as in LC_ALL=C.UTF-8"
                        + " (see imageop info --help)");
    }

    @ParameterizedTest
    @CsvSource({"'', marble.png", "--format tiff, marble.tif"})
    void aNameThatCannotBeWrittenDoesNotStopTheRest(String options, String made) throws Exception {
        String said = shell(java("convert") + " in out --size 4x3 " + options);
        assertThat(said.lines())
                .hasSize(2)
                .anyMatch(line -> line.equals("1 converted, 1 failed, 0 skipped"))
                .anyMatch(line -> line.startsWith("imageop: in/")
                        && line.endsWith(
                                ".png: cannot be named in this locale; set one of UTF-8, as in LC_ALL=C.UTF-8"));
        assertThat(Run.names(folder.resolve("out"))).containsExactly(made);
    }

    private static String java(String command) {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + System.getProperty("java.class.path") + "' " + Main.class.getName() + " " + command;
    }

    /** What a shell script prints in that locale. */
    private String shell(String script) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", script))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return Files.readString(said, StandardCharsets.UTF_8);
        } finally {
            Files.delete(said);
        }
    }
}
