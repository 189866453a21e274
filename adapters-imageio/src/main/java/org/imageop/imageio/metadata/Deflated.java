package org.imageop.imageio.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Metadata that are packed by zlib. */
public final class Deflated {
    private static final int BLOCK = 1 << 13;

    private Deflated() {}

    /** Packs bytes. */
    public static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /**
     * Unpacks bytes up to a limit, which no more than one block exceeds in memory.
     *
     * @param offset where the stream begins
     * @param most the limit
     * @return the bytes; empty if they are damaged; null if there are more
     */
    static byte @Nullable [] unpack(byte[] bytes, int offset, long most) {
        if (offset >= bytes.length) {
            return new byte[0];
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, offset, bytes.length - offset);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            byte[] block = new byte[BLOCK];
            while (!inflater.finished()) {
                int n = inflater.inflate(block);
                if (n == 0) {
                    return new byte[0];
                }
                if (whole.size() + (long) n > most) {
                    return null;
                }
                whole.write(block, 0, n);
            }
            return whole.toByteArray();
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
