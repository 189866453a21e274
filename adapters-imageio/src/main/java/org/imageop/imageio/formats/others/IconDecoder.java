package org.imageop.imageio.formats.others;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.imageop.Mode;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.pixels.DecodedImage;

/**
 * Heeds the masks of icons of 16 bits, which the reader leaves out, and of those of 32 bits whose alpha is 0 everywhere: programs that did
 * not know alpha wrote these. All other kinds are left to the reader.
 */
final class IconDecoder extends Decoder {
    private static final int DIRECTORY = 6;
    private static final int ENTRY = 16;
    private static final int HEADER = 40;

    private final FileBytes file;

    IconDecoder(FileBytes file) {
        this.file = file;
    }

    /** Where the picture of an image begins. */
    private long picture(int frame) throws IOException {
        return file.little(DIRECTORY + (long) ENTRY * frame + 12, 4);
    }

    /** Whether an image has colours of so many bits, not packed, and a mask. */
    private boolean isPlain(int frame, int bits) throws IOException {
        long at = picture(frame);
        return file.little(at, 4) == HEADER && file.little(at + 14, 2) == bits && file.little(at + 16, 4) == 0;
    }

    @Override
    public Mode mode(ImageReader reader, int frame) throws IOException {
        return isPlain(frame, 16) ? Mode.RGBA : super.mode(reader, frame);
    }

    @Override
    public int bytesPerPixel(ImageReader reader, int frame) throws IOException {
        return isPlain(frame, 16) ? Integer.BYTES : super.bytesPerPixel(reader, frame);
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        if (isPlain(frame, 16)) {
            return sixteen(frame, reader.getWidth(frame), reader.getHeight(frame));
        }
        BufferedImage image = super.read(reader, frame);
        WritableRaster alpha = isPlain(frame, 32) ? image.getAlphaRaster() : null;
        if (alpha != null && isEmpty(alpha)) {
            for (int y = 0; y < image.getHeight(); y++) {
                alpha.setSamples(
                        0, y, image.getWidth(), 1, 0, opacity(frame, 32, image.getWidth(), image.getHeight(), y));
            }
        }
        return image;
    }

    private static boolean isEmpty(WritableRaster alpha) {
        boolean[] seen = {false};
        DecodedImage.forEachRow(alpha, (y, row) -> {
            for (int a : row) {
                seen[0] |= a != 0;
            }
        });
        return !seen[0];
    }

    private BufferedImage sixteen(int frame, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width];
        for (int y = 0; y < height; y++) {
            byte[] row = row(picture(frame) + HEADER, 16, width, height - 1L - y);
            int[] opacity = opacity(frame, 16, width, height, y);
            for (int x = 0; x < width; x++) {
                int word = (row[2 * x + 1] & 0xff) << 8 | row[2 * x] & 0xff;
                pixels[x] = opacity[x] << 24 | eight(word >> 10) << 16 | eight(word >> 5) << 8 | eight(word);
            }
            image.getRaster().setDataElements(0, y, width, 1, pixels);
        }
        return image;
    }

    /** A row of alpha as the mask has it, which lies behind colours of so many bits. */
    private int[] opacity(int frame, int bits, int width, int height, int y) throws IOException {
        long mask = picture(frame) + HEADER + (long) rowBytes(bits, width) * height;
        byte[] hidden = row(mask, 1, width, height - 1L - y);
        int[] opacity = new int[width];
        for (int x = 0; x < width; x++) {
            opacity[x] = (hidden[x / 8] >> 7 - x % 8 & 1) == 0 ? 255 : 0;
        }
        return opacity;
    }

    private byte[] row(long from, int bits, int width, long index) throws IOException {
        int length = rowBytes(bits, width);
        byte[] row = file.bytes(from + index * length, length);
        if (row.length < length) {
            throw new EOFException();
        }
        return row;
    }

    /** Rows end at multiples of four bytes. */
    private static int rowBytes(int bits, int width) {
        return Math.toIntExact(((long) bits * width + 31) / 32 * 4);
    }

    /** The low five bits as eight. */
    private static int eight(int five) {
        return ((five & 31) * 255 + 15) / 31;
    }
}
