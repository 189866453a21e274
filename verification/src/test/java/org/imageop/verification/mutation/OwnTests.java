package org.imageop.verification.mutation;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The library's own tests on a mutant that the kit lets live, in a JVM of their own, until one of them fails. */
public final class OwnTests {
    private static final int FAILED = 3;

    /** What takes longest is tried last. */
    private static final String SLOW = "BandedResultTest|ConcurrencyTest|DocumentationTest|MemoryTest";

    private OwnTests() {}

    /**
     * Runs the tests of {@code protocol-api} with some classes in place of the library's own.
     *
     * @param root the folder of the project, with {@code protocol-api} compiled
     * @param type the changed class, whose tests are tried first
     * @param classes from names to class files
     * @param seconds how long they may take until they count as endless
     * @return the test that fails; empty if none does
     */
    static Optional<String> firstFailure(Path root, String type, Map<String, byte[]> classes, long seconds)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mutant");
        try {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                Path file = folder.resolve(entry.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
            copy(OwnTests.class, folder);
            Path tests = root.resolve("protocol-api/target/test-classes").toAbsolutePath();
            Path output = folder.resolve("output");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Djava.awt.headless=true",
                            "-Dimageop.root=" + root.toAbsolutePath(),
                            "-cp",
                            String.join(
                                    File.pathSeparator,
                                    folder.toString(),
                                    tests.toString(),
                                    classPathWithoutOtherModules(root)),
                            OwnTests.class.getName(),
                            tests.toString(),
                            near(type))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return Optional.of("the tests do not end");
            }
            return switch (process.exitValue()) {
                case 0 -> Optional.empty();
                case FAILED -> Optional.of(Files.readString(output).strip());
                default ->
                    throw new IllegalStateException("protocol-api's own tests cannot be run, status "
                            + process.exitValue() + "; are they compiled, in " + tests + "?");
            };
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The library's tests expect the adapters that they know, and other modules have more. */
    private static String classPathWithoutOtherModules(Path root) {
        Path library = root.resolve("protocol-api").toAbsolutePath().normalize();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(entry -> entry.startsWith(library)
                        || !entry.startsWith(root.toAbsolutePath().normalize()))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Copies a class and its inner ones. */
    private static void copy(Class<?> type, Path folder) throws IOException {
        Path from = location(type).resolve(type.getPackageName().replace('.', '/'));
        Path to = folder.resolve(type.getPackageName().replace('.', '/'));
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(
                            f -> f.getFileName().toString().matches(type.getSimpleName() + "(\\$.*)?\\.class"))
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** The beginning of the names of the tests that are likely to fail. */
    private static String near(String type) {
        return type.contains(".internal.") ? "(Conversion|Resize|Layout|Chroma)" : type.replaceAll(".*\\.", "");
    }

    /**
     * Runs tests until one fails, whose name is printed then.
     *
     * @param arguments the folder of the tests' classes, and a pattern of the beginning of the names of those to run first
     */
    public static void main(String[] arguments) throws IOException {
        // nobody else ends an endless mutant when the run is broken off
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        PrintStream out = System.out;
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        Path folder = Path.of(arguments[0]);
        List<String> near;
        try (Stream<Path> files = Files.walk(folder)) {
            near = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(arguments[1] + "\\w*Test\\.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    out.println(name(test));
                    out.flush();
                    // the rest is of no interest, and threads may be left
                    Runtime.getRuntime().halt(FAILED);
                }
            }

            @Override
            public void testPlanExecutionFinished(TestPlan plan) {
                if (plan.countTestIdentifiers(TestIdentifier::isTest) == 0) {
                    throw new IllegalStateException("There are no tests in " + folder);
                }
            }
        };
        if (!near.isEmpty()) {
            LauncherFactory.create().execute(request(folder, ".*\\b(" + String.join("|", near) + ")"), listener);
        }
        LauncherFactory.create().execute(request(folder, ".*\\b(?!" + SLOW + ")\\w*Test"), listener);
        LauncherFactory.create().execute(request(folder, ".*\\b(" + SLOW + ")"), listener);
        Runtime.getRuntime().halt(0);
    }

    private static LauncherDiscoveryRequest request(Path folder, String names) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClasspathRoots(Set.of(folder)))
                .filters(includeClassNamePatterns(names))
                .build();
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName().replaceAll(".*\\.", "") + "." + method.getMethodName()
                        : test.getDisplayName())
                .orElse(test.getDisplayName());
    }
}
