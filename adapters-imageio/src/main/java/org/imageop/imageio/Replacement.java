package org.imageop.imageio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
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
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new file in the place of an old one, at once: it is written under a hidden name in the same folder and then
 * moved. Whatever fails, the old file stays as it was, and nothing is left behind.
 *
 * <p>What is no regular file, such as a pipe or a device, is no place for a file: it gets the content once that is whole,
 * and stays what it is.
 */
final class Replacement {
    /** More links in a row than any file system follows. */
    private static final int MOST_LINKS = 40;

    /** Of a name in the hidden one; they may take three bytes each. */
    private static final int MOST_CHARACTERS = 32;

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path given;
    private final Path target;
    private final boolean overwrite;

    private Replacement(Path given, Path target, boolean overwrite) {
        this.given = given;
        this.target = target;
        this.overwrite = overwrite;
    }

    /** Writes the new content, and may read what it wrote. */
    interface Content {
        void write(FileChannel channel) throws IOException;
    }

    /**
     * Prepares a replacement, and refuses what can be known to fail.
     *
     * @param given the file; if it is a symbolic link, the file that it leads to is replaced
     * @param overwrite whether there may be a file already
     * @throws IOException if the folder is missing or the place taken
     */
    static Replacement of(Path given, boolean overwrite) throws IOException {
        Path target = given.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(
                        given.toString(),
                        null,
                        "its symbolic links lead in a circle; name the file itself [errors.md#symbolic-links]");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileSystemException(
                    given.toString(), null, "it is a folder; name a file within it [errors.md#is-a-folder]");
        } else if (!Files.exists(folder)) {
            throw new NoSuchFileException(
                    given.toString(), null, "there is no folder " + folder + "; create it first [errors.md#no-folder]");
        } else if (!Files.isDirectory(folder)) {
            throw new FileSystemException(
                    given.toString(), null, folder + " is a file, not a folder; name another [errors.md#no-folder]");
        } else if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (!overwrite) {
                throw existing(given);
            } else if (!Files.isWritable(target)) {
                throw new AccessDeniedException(
                        given.toString(),
                        null,
                        "the file may not be written; change its permissions, or write another"
                                + " [errors.md#may-not-write]");
            }
        }
        return new Replacement(given, target, overwrite);
    }

    /**
     * Writes and moves, or writes into what cannot be replaced.
     *
     * @return the length of the new file
     */
    long write(Content content) throws IOException {
        return Files.exists(target) && !Files.isRegularFile(target) ? pour(content) : replace(content);
    }

    /** Writes into what is no regular file. Not at once, for writers go back in what they wrote, and pipes do not. */
    private long pour(Content content) throws IOException {
        Path whole = Files.createTempFile("imageop", null);
        try (FileChannel channel = FileChannel.open(
                whole, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            content.write(channel);
            channel.position(0);
            try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
                Channels.newInputStream(channel).transferTo(out);
            }
            return channel.size();
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private long replace(Content content) throws IOException {
        Path hidden = target.resolveSibling("." + beginning(target.getFileName().toString()) + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part");
        boolean done = false;
        try {
            long length;
            try (FileChannel channel = FileChannel.open(hidden, NEW, permissions())) {
                content.write(channel);
                channel.force(true);
                length = channel.size();
            }
            if (overwrite) {
                keepPermissions(hidden);
                move(hidden, target);
            } else {
                place(hidden);
            }
            done = true;
            return length;
        } catch (AccessDeniedException e) {
            throw denied(e);
        } finally {
            if (!done) {
                Files.deleteIfExists(hidden);
            }
        }
    }

    /** Enough of a name to know it by: with all of it, the hidden one could be longer than a file system allows. */
    private static String beginning(String name) {
        if (name.length() <= MOST_CHARACTERS) {
            return name;
        }
        // half a character cannot be in a name
        boolean pair = Character.isHighSurrogate(name.charAt(MOST_CHARACTERS - 1));
        return name.substring(0, pair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }

    private IOException denied(AccessDeniedException e) {
        AccessDeniedException clear = new AccessDeniedException(
                given.toString(),
                null,
                "the folder " + target.getParent()
                        + " may not be written; change its permissions, or write into another"
                        + " [errors.md#may-not-write]");
        clear.initCause(e);
        return clear;
    }

    /**
     * Those of the file that is replaced, from the first byte on: what nobody else could read then, nobody else reads
     * now. A new file, or one without such permissions, has what the system gives new files.
     */
    private FileAttribute<?>[] permissions() throws IOException {
        PosixFileAttributeView old = overwrite ? old() : null;
        return old == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(old.readAttributes().permissions())
                };
    }

    /** What the umask took away of them, or changed meanwhile. */
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

    /** Moves to a place that nobody took in the meantime: a link, or a file created anew, is made by one at most. */
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
            return;
        }
        Files.delete(hidden);
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
                "there is such a file, and it shall not be overwritten; write another, or allow it with"
                        + " WriteOptions.withOverwrite [errors.md#file-exists]");
    }
}
