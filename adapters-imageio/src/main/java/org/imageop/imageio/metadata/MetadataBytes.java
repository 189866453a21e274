package org.imageop.imageio.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to look up metadata in. A place beyond their end is not an error: metadata that point nowhere do not exist.
 *
 * <p>Used by one thread at a time.
 */
public abstract class MetadataBytes {
    /** More than any profile or EXIF block needs. */
    private static final int LARGEST_BLOCK = 1 << 24;

    private final long length;

    /**
     * Describes bytes.
     *
     * @param length how many there are
     */
    protected MetadataBytes(long length) {
        this.length = length;
    }

    /** The bytes of an open file. */
    public static MetadataBytes of(FileChannel channel) throws IOException {
        return new MetadataBytes(channel.size()) {
            @Override
            protected void fill(long position, ByteBuffer target) throws IOException {
                long next = position;
                while (target.hasRemaining()) {
                    int n = channel.read(target, next);
                    if (n < 0) {
                        throw new IOException("The file became shorter while it was read; read it when it is"
                                + " complete [errors.md#file-changed]");
                    }
                    next += n;
                }
            }
        };
    }

    /** The bytes of an array. */
    public static MetadataBytes of(byte[] bytes) {
        return new MetadataBytes(bytes.length) {
            @Override
            protected void fill(long position, ByteBuffer target) {
                target.put(bytes, (int) position, target.remaining());
            }
        };
    }

    /** Fills the whole target with bytes that all exist. */
    protected abstract void fill(long position, ByteBuffer target) throws IOException;

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
}
