package org.imageop.imageio;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.imageop.imageio.input.FileBytes;

/** Bytes that count how often they are asked for, and how many are. */
final class CountedBytes extends FileBytes {
    private final FileBytes bytes;
    private int calls;
    private long count;

    CountedBytes(byte[] bytes) {
        super("counted", bytes.length);
        this.bytes = FileBytes.of(bytes);
    }

    @Override
    public void fill(long position, ByteBuffer target) throws IOException {
        calls++;
        count += target.remaining();
        bytes.fill(position, target);
    }

    int calls() {
        return calls;
    }

    long count() {
        return count;
    }
}
