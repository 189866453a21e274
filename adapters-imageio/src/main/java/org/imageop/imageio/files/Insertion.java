package org.imageop.imageio.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Bytes that are put between others of a file, or in their place. */
public final class Insertion {
    private static final int BLOCK = 1 << 20;

    private Insertion() {}

    /** Writes bytes in the place of others, of which there may be more or fewer, and moves what follows. */
    public static void replace(SeekableByteChannel file, long position, long count, byte[] bytes) throws IOException {
        if (bytes.length >= count) {
            write(file, ByteBuffer.wrap(bytes, 0, (int) count), position);
            insert(file, position + count, Arrays.copyOfRange(bytes, (int) count, bytes.length));
            return;
        }
        write(file, ByteBuffer.wrap(bytes), position);
        long removed = count - bytes.length;
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long at = position + count; at < file.size(); at += BLOCK) {
            block.clear().limit((int) Math.min(BLOCK, file.size() - at));
            file.position(at);
            while (block.hasRemaining() && file.read(block) >= 0) {
                continue;
            }
            write(file, block.flip(), at - removed);
        }
        file.truncate(file.size() - removed);
    }

    /** Moves what follows a position towards the end of the file, and writes bytes in its place. */
    public static void insert(SeekableByteChannel file, long position, byte[] bytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        // from the end, because the old and the new place overlap
        for (long end = file.size(); end > position; ) {
            long start = Math.max(position, end - BLOCK);
            block.clear().limit((int) (end - start));
            file.position(start);
            while (block.hasRemaining() && file.read(block) >= 0) {
                continue;
            }
            write(file, block.flip(), start + bytes.length);
            end = start;
        }
        write(file, ByteBuffer.wrap(bytes), position);
    }

    /** Writes bytes in the place of others. */
    public static void write(SeekableByteChannel file, ByteBuffer bytes, long position) throws IOException {
        file.position(position);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
