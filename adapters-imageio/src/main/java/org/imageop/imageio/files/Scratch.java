package org.imageop.imageio.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file without a name: in memory while it is small, and then in one temporary file, which is gone when this is closed or the
 * process ends. Its channel does not close when its thread is interrupted, because the bytes would be lost.
 *
 * <p>Used by one thread at a time.
 */
public final class Scratch implements SeekableByteChannel {
    /** How many bytes may be in memory if nobody chose a number. */
    public static final long USUAL_MEMORY =
            Math.min(1L << 26, Runtime.getRuntime().maxMemory() / 16);

    private static final int BLOCK = 1 << 16;
    /** Some virtual machines have no longer arrays. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final long mostInMemory;
    private byte[] memory = {};
    private @Nullable RandomAccessFile file;
    /** The temporary file, if the system does not delete what is open. */
    private @Nullable Path undeleted;

    private long position;
    private long length;
    private boolean open = true;

    /** An empty file that stays in memory up to a number of bytes. */
    public Scratch(long mostInMemory) {
        this.mostInMemory = Math.min(mostInMemory, LONGEST_ARRAY);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        checkOpen();
        if (position >= length) {
            return target.hasRemaining() ? -1 : 0;
        }
        int count = (int) Math.min(target.remaining(), length - position);
        if (file == null) {
            target.put(memory, (int) position, count);
        } else {
            byte[] block = new byte[Math.min(count, BLOCK)];
            file.seek(position);
            count = file.read(block);
            target.put(block, 0, count);
        }
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        checkOpen();
        int count = source.remaining();
        if (count == 0) {
            return 0; // and a gap before it is not filled
        }
        long end = position + count;
        if (file == null && end > mostInMemory) {
            toFile();
        }
        if (file == null) {
            if (end > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.min(mostInMemory, Math.max(end, 2L * memory.length)));
            }
            source.get(memory, (int) position, count);
        } else {
            byte[] block = new byte[Math.min(count, BLOCK)];
            file.seek(position);
            while (source.hasRemaining()) {
                int n = Math.min(block.length, source.remaining());
                source.get(block, 0, n);
                file.write(block, 0, n);
            }
        }
        position = end;
        length = Math.max(length, end);
        return count;
    }

    private void toFile() throws IOException {
        Path path = Files.createTempFile("imageop", null);
        RandomAccessFile created;
        try {
            created = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            Files.delete(path);
            throw e;
        }
        file = created;
        if (!path.toFile().delete()) {
            undeleted = path;
            path.toFile().deleteOnExit();
        }
        created.write(memory, 0, (int) length);
        memory = new byte[0];
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Scratch position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public Scratch truncate(long size) throws IOException {
        checkOpen();
        if (size < length) {
            if (file == null) {
                Arrays.fill(memory, (int) size, (int) length, (byte) 0);
            } else {
                file.setLength(size);
            }
            length = size;
        }
        position = Math.min(position, size);
        return this;
    }

    /** Writes everything, from the first byte on. */
    public void copyTo(OutputStream out) throws IOException {
        checkOpen();
        if (file == null) {
            out.write(memory, 0, (int) length);
            return;
        }
        byte[] block = new byte[BLOCK];
        file.seek(0);
        for (int n = file.read(block); n >= 0; n = file.read(block)) {
            out.write(block, 0, n);
        }
    }

    /** Everything as an array. */
    public byte[] toByteArray() throws IOException {
        checkOpen();
        if (length > LONGEST_ARRAY) {
            throw new IOException("The file has " + length + " bytes, and no array holds more than " + LONGEST_ARRAY
                    + "; write it into a stream or a channel [errors.md#file-too-long]");
        }
        byte[] bytes = new byte[(int) length];
        position = 0;
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            read(rest);
        }
        return bytes;
    }

    private void checkOpen() throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        memory = new byte[0];
        if (file != null) {
            file.close();
        }
        if (undeleted != null) {
            Files.deleteIfExists(undeleted);
        }
    }
}
