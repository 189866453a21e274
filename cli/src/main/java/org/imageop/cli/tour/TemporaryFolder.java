package org.imageop.cli.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is removed at the end, also when the command is interrupted. */
final class TemporaryFolder implements AutoCloseable {
    private final Path folder;
    private final Thread onExit;

    TemporaryFolder() throws IOException {
        folder = Files.createTempDirectory("imageop-");
        onExit = new Thread(this::remove);
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onExit);
        remove();
    }

    private void remove() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The temporary folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
