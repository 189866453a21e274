package org.imageop.imageio.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The bytes of a file at any position, wherever they are. Blocks and numbers beyond the end are not errors: metadata
 * that point nowhere do not exist.
 *
 * <p>Used by one thread at a time.
 */
public abstract class FileBytes implements Closeable {
    /** More than any profile or EXIF block needs. */
    private static final int LARGEST_BLOCK = 1 << 24;

    private final long length;

    /**
     * Describes bytes.
     *
     * @param length how many there are
     */
    protected FileBytes(long length) {
        this.length = length;
    }

    /** The bytes of a file, which stays open until these are closed. */
    public static FileBytes open(Path path) throws IOException {
        return new OpenFile(path, FileChannel.open(path));
    }

    /** The bytes of an open file. */
    public static FileBytes of(FileChannel channel) throws IOException {
        return new FileBytes(channel.size()) {
            @Override
            public void fill(long position, ByteBuffer target) throws IOException {
                readFully(channel, position, target);
            }
        };
    }

    /** The bytes of an array. */
    public static FileBytes of(byte[] bytes) {
        return new FileBytes(bytes.length) {
            @Override
            public void fill(long position, ByteBuffer target) {
                target.put(bytes, (int) position, target.remaining());
            }
        };
    }

    /** An interrupted thread closes the channel that it reads; the next one gets another. */
    private static final class OpenFile extends FileBytes {
        private final Path path;
        private FileChannel channel;
        private boolean closed;

        OpenFile(Path path, FileChannel channel) throws IOException {
            super(channel.size());
            this.path = path;
            this.channel = channel;
        }

        @Override
        public void fill(long position, ByteBuffer target) throws IOException {
            if (!channel.isOpen() && !closed) {
                channel = FileChannel.open(path);
            }
            readFully(channel, position, target);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            channel.close();
        }
    }

    private static void readFully(FileChannel channel, long position, ByteBuffer target) throws IOException {
        long next = position;
        while (target.hasRemaining()) {
            int n = channel.read(target, next);
            if (n < 0) {
                throw new IOException("The file became shorter while it was read; read it when it is complete"
                        + " [errors.md#file-changed]");
            }
            next += n;
        }
    }

    /** Fills the whole target with bytes that all exist. */
    public abstract void fill(long position, ByteBuffer target) throws IOException;

    /** The number of bytes. */
    public final long length() {
        return length;
    }

    /** Whether a block exists as a whole. */
    public final boolean has(long position, long count) {
        return position >= 0 && count >= 0 && count <= length - position;
    }

    /** A block; an empty array if it does not exist as a whole, or is too large to be metadata. */
    public final byte[] bytes(long position, long count) throws IOException {
        if (!has(position, count) || count > LARGEST_BLOCK) {
            return new byte[0];
        }
        byte[] block = new byte[(int) count];
        fill(position, ByteBuffer.wrap(block));
        return block;
    }

    /** An unsigned number of 1 to 8 bytes; −1 if it does not exist or exceeds 63 bits. */
    public final long number(long position, int bytes, ByteOrder order) throws IOException {
        byte[] block = bytes(position, bytes);
        if (block.length == 0) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int at = order == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
            value = value << 8 | block[at] & 0xff;
        }
        return Math.max(value, -1);
    }

    /** A number whose first byte is the highest. */
    public final long big(long position, int bytes) throws IOException {
        return number(position, bytes, ByteOrder.BIG_ENDIAN);
    }

    /** A number whose first byte is the lowest. */
    public final long little(long position, int bytes) throws IOException {
        return number(position, bytes, ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether a place begins with these characters of ISO 8859-1. */
    public final boolean starts(long position, String characters) throws IOException {
        return Arrays.equals(bytes(position, characters.length()), characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Lets go of the file. */
    @Override
    public void close() throws IOException {
        // most bytes need nothing
    }
}
