package org.imageop.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The computer that this runs on. */
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String here() throws IOException {
        List<String> lines = Files.exists(CPUS) ? Files.readAllLines(CPUS) : List.of();
        String model = lines.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        long cores = lines.stream().filter(line -> line.startsWith("processor")).count();
        return model + ", " + Math.max(cores, Runtime.getRuntime().availableProcessors()) + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version");
    }
}
