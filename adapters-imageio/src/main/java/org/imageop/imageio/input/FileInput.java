package org.imageop.imageio.input;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;
import org.imageop.imageio.plugins.Watch;
import org.jspecify.annotations.Nullable;

/**
 * A file as readers want it, buffered in memory. A reader in an endless loop gets an exception once it has read the
 * whole file many times over, or has asked as often for a byte behind its end.
 *
 * <p>Used by one thread at a time.
 */
public final class FileInput extends ImageInputStreamImpl {
    private static final int BUFFER = 1 << 14;
    /** As much as most readers need that ask whether a file is theirs; these bytes are read once for all of them. */
    private static final int HEAD = 1 << 8;
    /** More is not read at once: the system's own copy of a block is kept for the next one. */
    private static final int MOST = 1 << 18;
    /** How often a reader may read the whole file for one answer; two or three times are usual. */
    private static final long PASSES = 64;
    /** How much a reader may read on top, so that small files with much structure pass. */
    private static final long ALLOWANCE = 1 << 23;
    /** What a byte behind the end counts. Readers make an exception of each, and some catch it and go on with zeros. */
    private static final long BEHIND_END = 1 << 10;

    private final FileBytes file;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long bufferStart;
    private long budget;
    private final Watch interrupts;
    private @Nullable IOException deviceFailure;

    /** Gives a reader a file, which is not closed with this. */
    public FileInput(FileBytes file) {
        this.file = file;
        this.interrupts = new Watch(file.subject() + " was not read");
        refill();
    }

    /** Starts to count again; called for each thing asked of a reader. */
    public void refill() {
        budget = file.length() * PASSES + ALLOWANCE;
    }

    /** Ends all reading, although the reader may catch the exception. */
    public void cancel(IOException reason) {
        deviceFailure = reason;
    }

    /**
     * Reports again why reading ended, if it was not for the file's content.
     *
     * @throws IOException what the file system reported, or the reason of a cancellation
     */
    public void throwDeviceFailure() throws IOException {
        IOException failure = deviceFailure;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (!fill()) {
            spend(BEHIND_END);
            return -1;
        }
        spend(1);
        streamPos++;
        return buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int done = 0;
        // some readers take a short answer for the end of the file
        while (done < count && (isBuffered() || streamPos < file.length())) {
            int n;
            if (!isBuffered() && count - done >= BUFFER) {
                n = (int) Math.min(Math.min(count - done, MOST), file.length() - streamPos);
                fill(ByteBuffer.wrap(target, offset + done, n));
            } else {
                fill();
                n = Math.min(count - done, buffer.remaining());
                buffer.get(target, offset + done, n);
            }
            streamPos += n;
            done += n;
        }
        spend(done == 0 ? BEHIND_END : done);
        return done == 0 ? -1 : done;
    }

    @Override
    public void seek(long position) throws IOException {
        spend(1);
        super.seek(position);
    }

    private void spend(long bytes) throws IOException {
        budget -= bytes;
        if (budget < 0) {
            throw new IOException("The reader reads the same " + file.length() + " bytes over and over without an end");
        }
    }

    private boolean isBuffered() {
        return streamPos >= bufferStart && streamPos - bufferStart < buffer.limit();
    }

    /** Puts the buffer's position where the stream's is; false at the end of the file. */
    private boolean fill() throws IOException {
        if (!isBuffered()) {
            if (streamPos >= file.length()) {
                return false;
            }
            int size = streamPos == 0 && buffer.capacity() == 0 ? HEAD : BUFFER;
            if (buffer.capacity() < size) {
                buffer = ByteBuffer.allocate(size);
            }
            buffer.clear().limit((int) Math.min(size, file.length() - streamPos));
            fill(buffer);
            buffer.flip();
            bufferStart = streamPos;
        }
        buffer.position((int) (streamPos - bufferStart));
        return true;
    }

    /** Reads from the position of the stream on. */
    private void fill(ByteBuffer target) throws IOException {
        try {
            if (deviceFailure instanceof InterruptedIOException) {
                throw deviceFailure;
            }
            interrupts.check();
            if (target.remaining() <= HEAD) {
                target.put(file.bytes(streamPos, target.remaining()));
            } else {
                file.fill(streamPos, target);
            }
        } catch (IOException e) {
            buffer.limit(0);
            deviceFailure = e;
            throw e;
        }
    }
}
