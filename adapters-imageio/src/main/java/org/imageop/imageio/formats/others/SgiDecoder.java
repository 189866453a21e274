package org.imageop.imageio.formats.others;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;

/**
 * Shows the reader samples of the full range, because it stretches others and overflows in doing so; and unpacks runs of samples of two
 * bytes, which it takes for bytes.
 */
final class SgiDecoder extends Decoder {
    private static final int PACKED = 2;
    private static final int BYTES_PER_SAMPLE = 3;
    private static final int RANGE = 12;
    /** Where the places of all rows begin, and behind them their lengths. */
    private static final int ROWS = 512;

    private static final int LITERAL = 0x80;

    private final FileBytes file;
    private final boolean wide;
    private final boolean packed;

    SgiDecoder(FileBytes file) throws IOException {
        this.file = file;
        wide = file.big(BYTES_PER_SAMPLE, 1) == 2;
        packed = file.big(PACKED, 1) == 1;
    }

    @Override
    public FileBytes seen(FileBytes seen) {
        byte[] fullRange = {0, 0, 0, 0, 0, 0, (byte) (wide ? 255 : 0), (byte) 255};
        return JoinedBytes.replacing(seen, RANGE, fullRange);
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        if (!wide || !packed) {
            return super.read(reader, frame);
        }
        int width = reader.getWidth(frame);
        int height = reader.getHeight(frame);
        BufferedImage image = type(reader, frame).createBufferedImage(width, height);
        WritableRaster raster = image.getRaster();
        int[] row = new int[width];
        int rows = Math.multiplyExact(height, raster.getNumBands());
        for (int i = 0; i < rows; i++) {
            long start = file.big(ROWS + 4L * i, 4);
            long length = file.big(ROWS + 4L * rows + 4L * i, 4);
            unpack(file.bytes(start, Math.min(length, file.length() - start)), row);
            raster.setSamples(0, height - 1 - i % height, width, 1, i / height, row);
        }
        return mend(image);
    }

    /** A run is a count and one sample, or, with the bit for it, as many samples as the count says. */
    private static void unpack(byte[] runs, int[] row) throws IOException {
        int at = 0;
        for (int x = 0; x < row.length; ) {
            int head = word(runs, at);
            boolean literal = (head & LITERAL) != 0;
            int end = Math.min(x + (head & LITERAL - 1), row.length);
            if (end == x) {
                throw new EOFException();
            }
            at += 2;
            for (int first = at; x < end; x++) {
                row[x] = word(runs, literal ? at : first);
                at += literal ? 2 : 0;
            }
            at += literal ? 0 : 2;
        }
    }

    private static int word(byte[] bytes, int at) throws IOException {
        if (at + 2 > bytes.length) {
            throw new EOFException();
        }
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
