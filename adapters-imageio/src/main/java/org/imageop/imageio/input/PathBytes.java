package org.imageop.imageio.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.imageop.imageio.plugins.Watch;
import org.jspecify.annotations.Nullable;

/** The bytes of a file in a file system. An interrupted thread closes the channel that it reads; the next one gets another. */
final class PathBytes extends FileBytes {
    private final Path path;
    private FileChannel channel;
    private final @Nullable Object key;
    private boolean closed;

    PathBytes(Path path) throws IOException {
        this(path, FileChannel.open(path));
    }

    private PathBytes(Path path, FileChannel channel) throws IOException {
        super(path.toString(), channel.size());
        this.path = path;
        this.channel = channel;
        this.key = key(path);
    }

    /** A path is never changed, wherever it stands. */
    @Override
    public String subject() {
        return name();
    }

    @Override
    public void fill(long position, ByteBuffer target) throws IOException {
        if (!channel.isOpen() && !closed) {
            reopen();
        }
        long next = position;
        while (target.hasRemaining()) {
            int n;
            try {
                n = channel.read(target, next);
            } catch (ClosedByInterruptException e) {
                new Watch(subject() + " was not read").check();
                throw e;
            }
            if (n < 0) {
                throw shorter();
            }
            next += n;
        }
    }

    /** After an interrupt, which closes the channel. The path may lead elsewhere by now. */
    private void reopen() throws IOException {
        if (!Files.exists(path) || !Objects.equals(key, key(path))) {
            throw new IOException(
                    path + " was deleted or replaced while it was read; open it again [errors.md#file-changed]");
        }
        channel = FileChannel.open(path);
    }

    /** What the file is, whatever its name; null if the file system has nothing like that. */
    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
    }
}
