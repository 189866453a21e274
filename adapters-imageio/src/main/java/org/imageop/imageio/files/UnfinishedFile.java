package org.imageop.imageio.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** A hidden file beside its target, deleted when it is closed, or when the virtual machine is asked to end before. */
final class UnfinishedFile implements AutoCloseable {
    /** The whole name in the hidden one could be longer than a file system allows; a character may take three bytes. */
    private static final int MOST_CHARACTERS = 32;

    private final Path path;
    private final Thread onExit;

    private UnfinishedFile(Path path) {
        this.path = path;
        this.onExit = new Thread(() -> path.toFile().delete());
    }

    /** Chooses a free name, and creates nothing. */
    static UnfinishedFile beside(Path target) {
        UnfinishedFile unfinished = new UnfinishedFile(
                target.resolveSibling("." + beginning(target.getFileName().toString()) + "."
                        + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part"));
        try {
            Runtime.getRuntime().addShutdownHook(unfinished.onExit);
        } catch (IllegalStateException e) {
            return unfinished; // the virtual machine is ending already, and the writer closes this
        }
        return unfinished;
    }

    private static String beginning(String name) {
        if (name.length() <= MOST_CHARACTERS) {
            return name;
        }
        // half a character cannot be in a name
        boolean pair = Character.isHighSurrogate(name.charAt(MOST_CHARACTERS - 1));
        return name.substring(0, pair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            return; // the virtual machine is ending, which is what the hook is for
        }
    }
}
