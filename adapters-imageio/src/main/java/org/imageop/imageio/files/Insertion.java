package org.imageop.imageio.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes that are put between others of a file, or in their place. */
public final class Insertion {
    private static final int BLOCK = 1 << 20;

    private Insertion() {}

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
