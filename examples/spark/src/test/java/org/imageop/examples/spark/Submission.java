package org.imageop.examples.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A program as spark-submit runs it: Spark is on the class path of a process without a display, and the program and imageop come as
 * jars, in a class loader of their own.
 */
final class Submission {
    private final Path folder;
    private final List<String> spark = new ArrayList<>();
    private final List<String> ours = new ArrayList<>();
    private String tests = "";

    /**
     * Divides the class path of this process.
     *
     * @param folder gets jars and logs
     */
    Submission(Path folder) throws IOException {
        this.folder = folder;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (path.endsWith("test-classes")) {
                tests = jar(path, "tests");
            } else if (Files.isDirectory(path)) {
                ours.add(jar(path, "classes" + ours.size()));
            } else if (path.getFileName().toString().startsWith("imageop-") || entry.contains("twelvemonkeys")) {
                ours.add(entry);
            } else if (Files.exists(path)) {
                spark.add(entry);
            }
        }
    }

    /** Runs a program of the main code, which is first on the class path; what it printed. */
    String run(String master, Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        return run(master, program, ours.get(0), ours.subList(1, ours.size()), arguments);
    }

    /** Runs a program of the test code, with or without imageop and its plugins. */
    String runTest(String master, Class<?> program, boolean imageop, List<String> arguments)
            throws IOException, InterruptedException {
        return run(master, program, tests, imageop ? ours : List.of(), arguments);
    }

    private String run(String master, Class<?> program, String jar, List<String> jars, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Runtime.getRuntime().maxMemory(),
                "-cp",
                String.join(File.pathSeparator, spark),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--class",
                program.getName()));
        for (String setting : List.of(
                "spark.ui.enabled=false", "spark.driver.host=127.0.0.1", "spark.driver.bindAddress=127.0.0.1")) {
            command.addAll(List.of("--conf", setting));
        }
        if (!jars.isEmpty()) {
            command.addAll(List.of("--jars", String.join(",", jars)));
        }
        command.add(jar);
        command.addAll(arguments);
        Path log = folder.resolve("log");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("spark-submit ended with the status " + status + ":\n" + Files.readString(log));
        }
        return Files.readString(log);
    }

    /** Maven gives the classes of this build as folders, and Spark takes only jars. */
    private String jar(Path classes, String name) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(stream);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar.toString();
    }
}
