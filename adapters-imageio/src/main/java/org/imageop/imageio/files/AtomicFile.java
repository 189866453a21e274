package org.imageop.imageio.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all: it is written under a hidden name in the same folder and then moved. Whatever
 * fails, an old file stays as it was, and nothing else is left behind, even if the process is interrupted or asked to
 * end.
 *
 * <p>Symbolic links are followed, and the new file has the permissions of the old one. A pipe or a device is not
 * replaced: the content is written into it.
 */
public final class AtomicFile implements Destination {
    /** More links in a row than any file system follows. */
    private static final int MOST_LINKS = 40;

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path given;
    private final Path target;
    private final boolean overwrite;

    private AtomicFile(Path given, Path target, boolean overwrite) {
        this.given = given;
        this.target = target;
        this.overwrite = overwrite;
    }

    /** Content that is written from its first byte to its last. */
    @FunctionalInterface
    public interface Sequence {
        /**
         * Writes the content.
         *
         * @param out where to
         * @throws IOException if that fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Refuses a place where no file can be written. Nothing is created.
     *
     * @param path the file; a symbolic link stands for what it leads to
     * @param overwrite whether there may be a file already
     * @return the file, to be written
     * @throws FileSystemException if the folder is missing, the place taken, or something may not be written; its
     *     reason is a sentence
     * @throws IOException if a symbolic link cannot be read
     */
    public static AtomicFile at(Path path, boolean overwrite) throws IOException {
        Path target = isSpecial(path) ? path : linked(path);
        demandFolder(path, target);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (!overwrite) {
                throw existing(path);
            } else if (!Files.isWritable(target)) {
                throw new AccessDeniedException(
                        path.toString(),
                        null,
                        "the file may not be written; change its permissions, or write another"
                                + " [errors.md#may-not-write]");
            }
        }
        return new AtomicFile(path, target, overwrite);
    }

    /** Whether there is a pipe or a device. The links of {@code /dev/stdout} end at a pipe, which has no path itself. */
    private static boolean isSpecial(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /** Where symbolic links lead, so that they stay links to the new content; there may be nothing yet. */
    private static Path linked(Path given) throws IOException {
        Path target = given;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(
                        given.toString(),
                        null,
                        "its symbolic links lead in a circle; name the file itself [errors.md#symbolic-links]");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void demandFolder(Path given, Path target) throws FileSystemException {
        Path folder = folder(target);
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(
                    given.toString(), null, "it is a folder; name a file within it [errors.md#is-a-folder]");
        } else if (!Files.exists(folder)) {
            throw new NoSuchFileException(
                    given.toString(), null, "there is no folder " + folder + "; create it first [errors.md#no-folder]");
        } else if (!Files.isDirectory(folder)) {
            throw new FileSystemException(
                    given.toString(), null, folder + " is a file, not a folder; name another [errors.md#no-folder]");
        }
    }

    /** The folder as the caller wrote it; null for a root. */
    private static @Nullable Path folder(Path target) {
        return target.getParent() == null ? target.toAbsolutePath().getParent() : target.getParent();
    }

    /**
     * Writes the file. A pipe or a device gets the content when it is complete.
     *
     * @param content what to write
     * @return the number of bytes
     * @throws IOException if that fails; there is the old file then, or none
     */
    @Override
    public long write(Content content) throws IOException {
        return isSpecial(target) ? pour(content) : replace(content);
    }

    /**
     * Writes the file. A pipe or a device gets the content as it comes, and needs no space on a disk.
     *
     * @param content what to write
     * @throws IOException if that fails; there is the old file then, or none
     */
    public void writeInOrder(Sequence content) throws IOException {
        if (!isSpecial(target)) {
            replace(channel -> content.writeTo(Channels.newOutputStream(channel)));
            return;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(target, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(new NamedChannel(given, channel)));
        }
    }

    private long pour(Content content) throws IOException {
        try (Scratch whole = new Scratch(Scratch.USUAL_MEMORY)) {
            content.writeTo(whole);
            try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
                whole.copyTo(out);
            } catch (IOException e) {
                throw NamedChannel.named(given, e);
            }
            return whole.size();
        }
    }

    private long replace(Content content) throws IOException {
        try (UnfinishedFile unfinished = UnfinishedFile.beside(target)) {
            Path hidden = unfinished.path();
            long length;
            try (FileChannel channel = FileChannel.open(hidden, NEW, permissions())) {
                content.writeTo(new NamedChannel(given, channel));
                channel.force(true);
                length = channel.size();
            }
            if (overwrite) {
                keepPermissions(hidden);
                move(hidden, target);
            } else {
                place(hidden);
            }
            return length;
        } catch (AccessDeniedException e) {
            throw denied(e);
        }
    }

    private IOException denied(AccessDeniedException e) {
        AccessDeniedException clear = new AccessDeniedException(
                given.toString(),
                null,
                "the folder " + folder(target)
                        + " may not be written; change its permissions, or write into another"
                        + " [errors.md#may-not-write]");
        clear.initCause(e);
        return clear;
    }

    /**
     * The old file's permissions, from the first byte on: a file that others could not read stays unreadable to them. A
     * new file has what the system gives new files.
     */
    private FileAttribute<?>[] permissions() throws IOException {
        PosixFileAttributeView old = overwrite ? old() : null;
        return old == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(old.readAttributes().permissions())
                };
    }

    /** Restores the permissions that the umask took away, or that changed in the meantime. */
    private void keepPermissions(Path hidden) throws IOException {
        PosixFileAttributeView old = old();
        PosixFileAttributeView fresh = Files.getFileAttributeView(hidden, PosixFileAttributeView.class);
        if (old != null && fresh != null) {
            fresh.setPermissions(old.readAttributes().permissions());
        }
    }

    /** The view of the file that is replaced, or null if there is none. */
    private @Nullable PosixFileAttributeView old() {
        return Files.exists(target) ? Files.getFileAttributeView(target, PosixFileAttributeView.class) : null;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Moves to a place that is still free: only one process creates a link, or a new file. */
    private void place(Path hidden) throws IOException {
        try {
            Files.createLink(target, hidden);
        } catch (FileAlreadyExistsException e) {
            throw existing(given);
        } catch (UnsupportedOperationException | FileSystemException e) {
            reserve();
            boolean moved = false;
            try {
                move(hidden, target);
                moved = true;
            } finally {
                if (!moved) {
                    Files.deleteIfExists(target);
                }
            }
        }
    }

    private void reserve() throws IOException {
        try {
            Files.createFile(target);
        } catch (FileAlreadyExistsException e) {
            throw existing(given);
        }
    }

    private static FileAlreadyExistsException existing(Path path) {
        return new FileAlreadyExistsException(
                path.toString(),
                null,
                "the file exists, and overwriting is off; write another, or allow it with"
                        + " WriteOptions.withOverwrite [errors.md#file-exists]");
    }
}
