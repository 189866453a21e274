package org.imageop.imageio.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageOutputStreamImpl;
import org.imageop.imageio.plugins.Watch;
import org.jspecify.annotations.Nullable;

/**
 * A file as writers want it: written through a buffer at any position, and read again. It remembers a failure of the file
 * system, so that a full disk is not taken for a plugin's mistake.
 *
 * <p>Used by one thread at a time.
 */
public final class FileOutput extends ImageOutputStreamImpl {
    private static final int BUFFER = 1 << 16;

    private final SeekableByteChannel channel;
    private final Watch watch;
    /** Bytes that are not in the channel yet, from {@link #start} on. */
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);

    private long start;
    private @Nullable IOException failure;

    /** Gives a writer a file, which is not closed with this. The watch may end the writing. */
    public FileOutput(SeekableByteChannel channel, Watch watch) {
        this.channel = channel;
        this.watch = watch;
    }

    /**
     * Reports a failure again that the writer may have hidden.
     *
     * @throws IOException if the file system failed
     */
    public void throwFailure() throws IOException {
        IOException reported = failure;
        if (reported != null) {
            throw reported;
        }
    }

    @Override
    public void write(int b) throws IOException {
        flushBits();
        if (streamPos != start + pending.position() || !pending.hasRemaining()) {
            drain();
        }
        pending.put((byte) b);
        streamPos++;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        flushBits();
        if (streamPos != start + pending.position() || count > pending.remaining()) {
            drain();
        }
        if (count > BUFFER) {
            toChannel(streamPos, ByteBuffer.wrap(bytes, offset, count));
            start = streamPos + count;
        } else {
            pending.put(bytes, offset, count);
        }
        streamPos += count;
    }

    /** Brings all bytes into the channel; the next ones follow at the position of the stream. */
    private void drain() throws IOException {
        toChannel(start, pending.flip());
        pending.clear();
        start = streamPos;
    }

    private void toChannel(long position, ByteBuffer bytes) throws IOException {
        try {
            watch.check();
            channel.position(position);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        drain();
        channel.position(streamPos);
        int n = channel.read(ByteBuffer.wrap(target, offset, count));
        streamPos += Math.max(n, 0);
        start = streamPos;
        return n;
    }

    @Override
    public long length() {
        try {
            return Math.max(channel.size(), start + pending.position());
        } catch (IOException e) {
            failure = e;
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        flushBits();
        drain();
        super.close();
    }
}
