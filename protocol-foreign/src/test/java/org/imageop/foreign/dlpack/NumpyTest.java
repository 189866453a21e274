package org.imageop.foreign.dlpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Python with NumPy and JPype runs numpy_test.py, on imageop.py and this JVM's classes. Without them such tests are skipped, unless {@code
 * -Dimageop.python=required} demands them. {@code -Dimageop.numpy=FOLDER} names a second NumPy, of 2.1 or later.
 */
class NumpyTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    private static final Path SCRIPT = ROOT.resolve("protocol-foreign/src/test/python/numpy_test.py");

    /** Where Debian's package has the classes of JPype, which it does not find itself. */
    private static final Path JPYPE = Path.of("/usr/share/java/org.jpype.jar");

    @TempDir
    Path folder;

    @Test
    void numpyAndJavaSeeEachOthersPixels() throws IOException, InterruptedException {
        assertThat(run(needed(), SCRIPT, "")).contains("\nOK");
    }

    /** The program of docs/guide/python.md, on other jars. */
    @Test
    void theGuideRuns() throws IOException, InterruptedException {
        String guide = Files.readString(ROOT.resolve("docs/guide/python.md"));
        String program = guide.split("```python\n", 2)[1].split("```", 2)[0];
        assertThat(program).contains("[\"lib/*\"]");
        String classes = "__import__('os').environ['IMAGEOP_CLASSPATH'].split(':')";
        Path file = Files.writeString(folder.resolve("guide.py"), program.replace("[\"lib/*\"]", classes));

        assertThat(run(needed(), file, ""))
                .contains(
                        "A 640×480 RGB image cannot be shared as a tensor: its samples are in Java's arrays, which have no"
                                + " address; allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
    }

    @Test
    void soDoesANumpyOfTheVersionedStructure() throws IOException, InterruptedException {
        String second = System.getProperty("imageop.numpy", "");
        assumeTrue(!second.isEmpty(), "no -Dimageop.numpy names a newer NumPy");
        assertThat(run(needed(), SCRIPT, second + File.pathSeparator))
                .contains("NumPy 2.")
                .contains("\nOK");
    }

    @Test
    void pythonsSideIsInTheJar() throws IOException {
        try (InputStream inJar = TensorExport.class.getResourceAsStream("/org/imageop/foreign/imageop.py")) {
            assertThat(inJar).hasBinaryContent(Files.readAllBytes(ROOT.resolve("docs/reference/imageop.py")));
        }
    }

    private static String needed() throws IOException, InterruptedException {
        Optional<String> python = python();
        if (!"required".equals(System.getProperty("imageop.python"))) {
            assumeTrue(python.isPresent(), "there is no Python with NumPy and JPype here, so no array was shared");
        }
        return python.orElseThrow();
    }

    private static Optional<String> python() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (!python.startsWith("/") || Files.isExecutable(Path.of(python))) {
                try {
                    Process process = new ProcessBuilder(python, "-c", "import numpy, jpype")
                            .redirectErrorStream(true)
                            .start();
                    process.getInputStream().readAllBytes();
                    if (process.waitFor() == 0) {
                        return Optional.of(python);
                    }
                } catch (IOException e) {
                    // there is no such program
                }
            }
        }
        return Optional.empty();
    }

    /** What a program prints, after it ended without an error. */
    private String run(String python, Path program, String modules) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(python, "-B", program.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        List<String> classes = new ArrayList<>(
                Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                        .filter(path -> !path.contains("junit"))
                        .toList());
        if (Files.exists(JPYPE)) {
            classes.add(JPYPE.toString());
        }
        builder.environment().put("IMAGEOP_CLASSPATH", String.join(File.pathSeparator, classes));
        builder.environment().put("PYTHONPATH", modules + ROOT.resolve("docs/reference"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
