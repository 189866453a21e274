package org.imageop.imageio.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.imageop.imageio.plugins.Watch;

/** The bytes of a file in a file system. An interrupted thread closes the channel that it reads; the next one gets another. */
final class PathBytes extends FileBytes {
    private final Path path;
    private FileChannel channel;
    private boolean closed;

    PathBytes(Path path) throws IOException {
        this(path, FileChannel.open(path));
    }

    private PathBytes(Path path, FileChannel channel) throws IOException {
        super(path.toString(), channel.size());
        this.path = path;
        this.channel = channel;
    }

    /** A path is never changed, wherever it stands. */
    @Override
    public String subject() {
        return name();
    }

    @Override
    public void fill(long position, ByteBuffer target) throws IOException {
        if (!channel.isOpen() && !closed) {
            channel = FileChannel.open(path);
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

    @Override
    public void close() throws IOException {
        closed = true;
        channel.close();
    }
}
