package org.imageop.imageio.formats.tiff;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOException;
import org.imageop.imageio.input.FileBytes;

/** A strip of a TIFF file unpacked as a stream, so that it may be larger than the heap. */
final class Unpacking {
    static final int LZW = 5;
    static final int DEFLATE = 8;
    static final int PACK_BITS = 32773;
    static final int OLD_DEFLATE = 32946;

    private static final int BLOCK = 1 << 16;

    private Unpacking() {}

    /** Whether a strip can be unpacked by {@link #of}. */
    static boolean knows(FileBytes file, int compression, long offset) throws IOException {
        return switch (compression) {
            case DEFLATE, OLD_DEFLATE, PACK_BITS -> true;
            // the codes of the first programs begin at the lowest bit
            case LZW -> file.big(offset, 1) != 0 || (file.big(offset + 1, 1) & 1) == 0;
            default -> false;
        };
    }

    /** The bytes in a strip of a known compression. */
    static InputStream of(FileBytes file, int compression, long offset, long length) {
        InputStream packed = new BufferedInputStream(new Part(file, offset, length), BLOCK);
        return switch (compression) {
            case LZW -> new Lzw(packed);
            case PACK_BITS -> new PackBits(packed);
            default -> new InflaterInputStream(packed);
        };
    }

    /** Some bytes of a file. */
    private static final class Part extends InputStream {
        private final FileBytes file;
        private final long end;
        private long at;

        Part(FileBytes file, long offset, long length) {
            this.file = file;
            this.at = offset;
            this.end = Math.min(offset + length, file.length());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (at >= end) {
                return -1;
            }
            byte[] bytes = file.bytes(at, Math.min(count, end - at));
            System.arraycopy(bytes, 0, target, offset, bytes.length);
            at += bytes.length;
            return bytes.length == 0 ? -1 : bytes.length;
        }
    }

    /** Bytes that come in runs. */
    private abstract static class InRuns extends InputStream {
        private byte[] run = {};
        private int at;

        /** The next run; empty at the end. */
        abstract byte[] next() throws IOException;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (at == run.length) {
                run = next();
                at = 0;
            }
            int n = Math.min(count, run.length - at);
            System.arraycopy(run, at, target, offset, n);
            at += n;
            return n == 0 && count > 0 ? -1 : n;
        }
    }

    /** Apple's: a count of bytes as they are, or one byte several times. */
    private static final class PackBits extends InRuns {
        private final InputStream packed;

        PackBits(InputStream packed) {
            this.packed = packed;
        }

        @Override
        byte[] next() throws IOException {
            int head = packed.read();
            while (head == 128) {
                head = packed.read(); // nothing
            }
            if (head < 0) {
                return new byte[0];
            }
            if (head < 128) {
                return packed.readNBytes(head + 1);
            }
            byte[] run = new byte[257 - head];
            Arrays.fill(run, (byte) packed.read());
            return run;
        }
    }

    /** Codes of 9 to 12 bits, each a sequence that was there before and one more byte; a code grows one earlier than it must. */
    private static final class Lzw extends InRuns {
        private static final int CLEAR = 256;
        private static final int END = 257;
        private static final int MOST = 4096;

        private final InputStream packed;
        private final byte[][] table = new byte[MOST][];
        private int size;
        private byte[] before = {};
        private int bits;
        private int available;

        Lzw(InputStream packed) {
            this.packed = packed;
            for (int i = 0; i < CLEAR; i++) {
                table[i] = new byte[] {(byte) i};
            }
            clear();
        }

        private void clear() {
            size = END + 1;
            before = new byte[0];
        }

        private int code() throws IOException {
            int width = size < 511 ? 9 : size < 1023 ? 10 : size < 2047 ? 11 : 12;
            while (available < width) {
                int next = packed.read();
                if (next < 0) {
                    return END;
                }
                bits = bits << 8 | next;
                available += 8;
            }
            available -= width;
            return bits >>> available & (1 << width) - 1;
        }

        @Override
        byte[] next() throws IOException {
            int code = code();
            while (code == CLEAR) {
                clear();
                code = code();
            }
            if (code == END) {
                return new byte[0];
            }
            byte[] run;
            if (code < size && code != END) {
                run = table[code];
            } else if (code == size && before.length > 0) {
                run = longer(before, before[0]);
            } else {
                throw new IIOException("LZW: the code " + code + " has no meaning yet");
            }
            if (before.length > 0 && size < MOST) {
                table[size++] = longer(before, run[0]);
            }
            before = run;
            return run;
        }

        private static byte[] longer(byte[] run, byte last) {
            byte[] longer = Arrays.copyOf(run, run.length + 1);
            longer[run.length] = last;
            return longer;
        }
    }
}
