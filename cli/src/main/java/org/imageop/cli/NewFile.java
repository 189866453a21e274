package org.imageop.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all, by the rules of {@code ImageFiles.write}. Nothing else is left when the command is
 * interrupted.
 */
final class NewFile {
    /** More links in a row than any file system follows. */
    private static final int MOST_LINKS = 40;

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
     * @throws CommandFailure if the target may not be written
     */
    static void write(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // not by its real path: the links of /dev/stdout end at a pipe, which has none
            try (OutputStream out = Files.newOutputStream(target)) {
                content.write(out);
            }
            return;
        }
        Path real = Files.isSymbolicLink(target) ? linked(target) : target;
        demandFolder(target, real);
        if (Files.exists(real) && !Files.isWritable(real)) {
            throw new CommandFailure(target + ": cannot be written, permission denied");
        }
        Path unfinished = real.resolveSibling(
                "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Thread onExit = new Thread(() -> unfinished.toFile().delete());
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            Set<PosixFilePermission> permissions = permissions(real);
            try (OutputStream out = create(unfinished, permissions)) {
                content.write(out);
            }
            if (permissions != null) {
                // the umask took some away
                Files.setPosixFilePermissions(unfinished, permissions);
            }
            move(unfinished, real);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(
                    target + ": cannot be written, permission denied for the folder "
                            + (real.getParent() == null ? real.toAbsolutePath() : real).getParent(),
                    e);
        } catch (FileSystemException e) {
            // it names the unfinished file
            throw new CommandFailure(target + ": cannot be written, " + Problem.reason(e), e);
        } finally {
            Files.deleteIfExists(unfinished);
            forget(onExit);
        }
    }

    private static void forget(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the process is ending, which is what the hook is for
            return;
        }
    }

    /** Says which folder is missing, which the exception of the file system does not. */
    static void demandFolder(Path target) {
        demandFolder(target, target);
    }

    private static void demandFolder(Path target, Path real) {
        Path folder = real.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandFailure(target + ": cannot be written, there is no folder " + folder);
        }
    }

    /** Where the links of a path lead, so that they stay links to the new content; there may be nothing yet. */
    private static Path linked(Path target) {
        Path real = target;
        try {
            for (int links = 0; Files.isSymbolicLink(real); links++) {
                if (links == MOST_LINKS) {
                    throw new CommandFailure(target + ": cannot be written, its symbolic links lead in a circle");
                }
                real = real.resolveSibling(Files.readSymbolicLink(real));
            }
        } catch (IOException e) {
            throw new CommandFailure(target + ": cannot be written, its symbolic link cannot be read", e);
        }
        return real;
    }

    /** Those of the file that is replaced: what nobody else could read then, nobody else reads now. */
    private static @Nullable Set<PosixFilePermission> permissions(Path real) throws IOException {
        PosixFileAttributeView old =
                Files.exists(real) ? Files.getFileAttributeView(real, PosixFileAttributeView.class) : null;
        return old == null ? null : old.readAttributes().permissions();
    }

    private static OutputStream create(Path file, @Nullable Set<PosixFilePermission> permissions) throws IOException {
        FileAttribute<?>[] attributes = permissions == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
        return Channels.newOutputStream(
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
