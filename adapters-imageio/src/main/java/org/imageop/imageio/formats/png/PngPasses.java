package org.imageop.imageio.formats.png;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.imageop.imageio.files.Scratch;

/**
 * The rows of an interlaced PNG file (Adam7). All seven passes have pixels of the first rows, so that the file is unpacked once, into a
 * temporary file if it is large.
 */
final class PngPasses implements Closeable {
    /** For each pass the first column and row, and the steps to the next. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final PngRows rows;
    private final int width;
    private final int height;
    private final int bits;
    private final byte[] row;
    private final Scratch whole = new Scratch(Scratch.USUAL_MEMORY);
    private boolean unpacked;

    PngPasses(PngRows rows, int width, int height, int bits) {
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.row = new byte[(int) (((long) width * bits + 7) / 8)];
    }

    /** A row of the image, which is there until the next one is asked for. */
    byte[] row(int y) throws IOException {
        if (!unpacked) {
            rows.restart();
            for (int[] pass : PASSES) {
                unpack(pass[0], pass[1], pass[2], pass[3]);
            }
            unpacked = true;
        }
        load(y);
        return row;
    }

    private void load(int y) throws IOException {
        Arrays.fill(row, (byte) 0);
        whole.position((long) y * row.length);
        for (ByteBuffer rest = ByteBuffer.wrap(row); rest.hasRemaining() && whole.read(rest) >= 0; ) {
            continue;
        }
    }

    private void unpack(int left, int top, int across, int down) throws IOException {
        if (width <= left) {
            return; // the pass has no pixels
        }
        int count = (width - left + across - 1) / across;
        rows.begin((int) (((long) count * bits + 7) / 8));
        for (int y = top; y < height; y += down) {
            byte[] pixels = rows.next();
            load(y);
            for (int i = 0; i < count; i++) {
                copy(pixels, i, left + i * across);
            }
            whole.position((long) y * row.length);
            for (ByteBuffer rest = ByteBuffer.wrap(row); rest.hasRemaining(); ) {
                whole.write(rest);
            }
        }
    }

    /** Copies a pixel of a pass to its place in the row, which has zeros there. */
    private void copy(byte[] pixels, int from, int to) {
        if (bits >= 8) {
            int bytes = bits / 8;
            System.arraycopy(pixels, from * bytes, row, to * bytes, bytes);
            return;
        }
        int perByte = 8 / bits;
        int shift = 8 - bits - from % perByte * bits;
        int pixel = pixels[from / perByte] >> shift & (1 << bits) - 1;
        row[to / perByte] |= (byte) (pixel << 8 - bits - to % perByte * bits);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
