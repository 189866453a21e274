package org.imageop.imageio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to look up metadata in. Nothing outside of them is an error: metadata that point nowhere are no metadata.
 *
 * <p>Used by one thread at a time.
 */
abstract class Source {
    /** More than any profile or EXIF block needs. */
    private static final int LARGEST_BLOCK = 1 << 24;

    /** The bytes of an open file. */
    static Source of(FileChannel channel) throws IOException {
        long length = channel.size();
        return new Source(length) {
            @Override
            void fill(long position, ByteBuffer target) throws IOException {
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
    static Source of(byte[] bytes) {
        return new Source(bytes.length) {
            @Override
            void fill(long position, ByteBuffer target) {
                target.put(bytes, (int) position, target.remaining());
            }
        };
    }

    private final long length;

    Source(long length) {
        this.length = length;
    }

    /** Fills the whole of target, all of whose bytes exist. */
    abstract void fill(long position, ByteBuffer target) throws IOException;

    long length() {
        return length;
    }

    boolean has(long position, long count) {
        return position >= 0 && count >= 0 && count <= length - position;
    }

    /** A block, or an empty array if it does not exist as a whole or is too large to be metadata. */
    byte[] bytes(long position, long count) throws IOException {
        if (!has(position, count) || count > LARGEST_BLOCK) {
            return new byte[0];
        }
        byte[] block = new byte[(int) count];
        fill(position, ByteBuffer.wrap(block));
        return block;
    }

    /** An unsigned number of 1 to 8 bytes, or −1 if it does not exist or exceeds 63 bits. */
    long number(long position, int bytes, ByteOrder order) throws IOException {
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

    /** Whether ASCII characters are found at a place. */
    boolean starts(long position, String ascii) throws IOException {
        return Arrays.equals(bytes(position, ascii.length()), ascii.getBytes(StandardCharsets.ISO_8859_1));
    }
}
