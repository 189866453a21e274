package org.imageop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    /** A process that writes for a long time. */
    static final class Slow {
        private Slow() {}

        public static void main(String[] args) throws IOException {
            NewFile.write(Path.of(args[0]), out -> {
                out.write('A');
                System.out.write('A');
                System.out.flush();
                try {
                    TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends processes without asking them")
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        Path out = Files.writeString(folder.resolve("out"), "before");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('A');
            assertThat(Run.names(folder)).hasSize(2);
            process.destroy();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Run.names(folder)).containsExactly("out");
        assertThat(out).hasContent("before");
    }
}
