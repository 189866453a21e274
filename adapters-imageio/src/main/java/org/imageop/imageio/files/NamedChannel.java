package org.imageop.imageio.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A channel whose failures to write name the file: that of a full disk does not. */
final class NamedChannel implements SeekableByteChannel {
    private final Path name;
    private final SeekableByteChannel channel;

    NamedChannel(Path name, SeekableByteChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /** A failure with the name of the file, unless the channel was closed, as by an interrupt. */
    static IOException named(Path name, IOException e) {
        if (e instanceof ClosedChannelException || e instanceof FileSystemException) {
            return e;
        }
        FileSystemException named = new FileSystemException(name.toString(), null, e.getMessage());
        named.initCause(e);
        return named;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        try {
            return channel.write(source);
        } catch (IOException e) {
            throw named(name, e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        channel.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
