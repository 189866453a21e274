package org.imageop.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitTest {
    @TempDir
    Path folder;

    /** Adapters, readers and writers are found in the class loader of the submitted jars, on the threads of executors. */
    @Test
    void theProgramRunsAsSparkSubmitRunsIt() throws Exception {
        Path input = Files.createDirectory(folder.resolve("photos"));
        int images = Samples.images(input).size();
        int failures = Samples.failures(input).size() + 1; // an empty file
        Path output = folder.resolve("small");

        String log = new Submission(folder)
                .run("local[2]", ResizeFolder.class, List.of(input.toString(), output.toString(), "6"));

        assertThat(log).contains(images + " images in " + output + "/files, " + failures + " failures");
        try (Stream<Path> files = Files.walk(output.resolve("files"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".png"))).hasSize(images);
        }
    }
}
