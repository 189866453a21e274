package org.imageop.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole or not at all. */
final class NewFile {
    private NewFile() {}

    /** What writes the file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target and moves the result into place. What is no regular file, such as a pipe or {@code
     * /dev/null}, is written directly.
     *
     * @throws IOException if that fails; the target is as it was then
     */
    static void write(Path target, Content content) throws IOException {
        // a link stays a link to the new content
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.exists(real) && !Files.isRegularFile(real)) {
            try (OutputStream out = Files.newOutputStream(real)) {
                content.write(out);
            }
            return;
        }
        demandFolder(target);
        Path unfinished = real.resolveSibling(
                "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out =
                    Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            move(unfinished, real);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Says which folder is missing, which the exception of the file system does not. */
    static void demandFolder(Path target) {
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandFailure(target + ": cannot be written, there is no folder " + folder);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
