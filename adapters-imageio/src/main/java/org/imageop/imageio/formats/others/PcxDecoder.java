package org.imageop.imageio.formats.others;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** Unpacks several planes of one bit, which the reader puts a row too low. All other kinds are left to it. */
final class PcxDecoder extends Decoder {
    private static final int HEADER = 128;
    private static final int BLOCK = 1 << 14;
    private static final int RUN = 0xc0;

    private final FileBytes file;
    private final int planes;
    private final int bytesPerLine;
    private final boolean packed;

    private long next = HEADER;
    private byte[] block = {};
    private int within;

    PcxDecoder(FileBytes file) throws IOException {
        this.file = file;
        planes = file.little(3, 1) == 1 ? (int) file.little(65, 1) : 1;
        bytesPerLine = (int) file.little(66, 2);
        packed = file.little(2, 1) == 1;
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        BufferedImage image = super.read(reader, frame);
        if (planes > 1 && image.getColorModel() instanceof IndexColorModel) {
            next = HEADER;
            within = block.length;
            fill(image);
        }
        return image;
    }

    private void fill(BufferedImage image) throws IOException {
        int[] indices = new int[image.getWidth()];
        byte[] row = new byte[planes * bytesPerLine];
        int count = 0;
        int value = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            // a run may go on in the next row
            for (int i = 0; i < row.length; i++, count--) {
                if (count == 0) {
                    value = next();
                    count = 1;
                    if (packed && value >= RUN) {
                        count = value - RUN;
                        value = next();
                    }
                    if (count == 0) {
                        i--;
                        count = 1;
                        continue;
                    }
                }
                row[i] = (byte) value;
            }
            for (int x = 0; x < indices.length; x++) {
                int index = 0;
                for (int plane = 0; plane < planes; plane++) {
                    index |= (row[plane * bytesPerLine + x / 8] >> 7 - x % 8 & 1) << plane;
                }
                indices[x] = index;
            }
            image.getRaster().setPixels(0, y, indices.length, 1, indices);
        }
    }

    private int next() throws IOException {
        if (within == block.length) {
            block = file.bytes(next, Math.min(BLOCK, file.length() - next));
            if (block.length == 0) {
                throw new EOFException();
            }
            next += block.length;
            within = 0;
        }
        return block[within++] & 0xff;
    }
}
