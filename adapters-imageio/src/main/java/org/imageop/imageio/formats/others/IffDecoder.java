package org.imageop.imageio.formats.others;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageReader;
import org.imageop.Mode;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.pixels.DecodedImage;
import org.jspecify.annotations.Nullable;

/**
 * Reads ILBM pictures with a mask or of hold-and-modify codes, and PBM pictures. The reader takes rows of a mask for those of planes,
 * leaves the low bits of what is modified as they were, and expects longer rows in PBM pictures. All other kinds are left to it.
 */
final class IffDecoder extends Decoder {
    private static final int MASK = 1;
    private static final int TRANSPARENT = 2;
    private static final int HOLD_AND_MODIFY = 0x800;
    /** Which component a hold-and-modify code of these high bits changes. */
    private static final int[] MODIFIED = {-1, 2, 0, 1};

    private final FileBytes file;
    private final boolean bytes;
    private final int width;
    private final int height;
    private final int planes;
    private final boolean packed;
    /** Whether a plane behind the others says which pixels are seen. */
    private final boolean masked;
    /** The index that is not seen, or −1. */
    private final int transparent;

    private final boolean modifying;
    /** Whether pixels are colours rather than indices. */
    private final boolean direct;
    /** Red, green and blue of each entry; empty without a palette. */
    private final byte[] palette;

    private final long body;
    private final long bodyLength;

    private IffDecoder(FileBytes file, Chunks chunks) throws IOException {
        this.file = file;
        bytes = file.starts(8, "PBM ");
        long header = chunks.header;
        width = (int) file.big(header, 2);
        height = (int) file.big(header + 2, 2);
        planes = (int) file.big(header + 8, 1);
        int masking = (int) file.big(header + 9, 1);
        masked = masking == MASK && !bytes;
        packed = file.big(header + 10, 1) == 1;
        transparent = masking == TRANSPARENT ? (int) file.big(header + 12, 2) : -1;
        modifying = !bytes && (chunks.mode & HOLD_AND_MODIFY) != 0;
        direct = modifying || masked;
        palette = chunks.palette;
        body = chunks.body;
        bodyLength = chunks.bodyLength;
    }

    /** Where the parts of a picture are. */
    private static final class Chunks {
        private long header = -1;
        private long body = -1;
        private long bodyLength;
        private long mode;
        private byte[] palette = {};

        Chunks(FileBytes file) throws IOException {
            for (long at = 12; file.has(at, 8) && body < 0; ) {
                long length = file.big(at + 4, 4);
                long data = at + 8;
                if (file.starts(at, "BMHD") && file.has(data, 20)) {
                    header = data;
                } else if (file.starts(at, "CMAP")) {
                    palette = file.bytes(data, Math.min(Math.min(length, 3 << 8), file.length() - data));
                } else if (file.starts(at, "CAMG") && file.has(data, 4)) {
                    mode = file.big(data, 4);
                } else if (file.starts(at, "BODY")) {
                    body = data;
                    bodyLength = Math.min(length, file.length() - data);
                }
                at = data + length + length % 2;
            }
        }
    }

    /** The decoder of a file; null if the reader knows its kind. */
    static @Nullable Decoder of(FileBytes file) throws IOException {
        if (!file.starts(8, "ILBM") && !file.starts(8, "PBM ")) {
            return null;
        }
        Chunks chunks = new Chunks(file);
        if (chunks.header < 0 || chunks.body < 0 || chunks.palette.length < 3) {
            return null;
        }
        IffDecoder decoder = new IffDecoder(file, chunks);
        boolean known = decoder.planes >= 1
                && decoder.planes <= 8
                && (!decoder.modifying || decoder.planes == 6 || decoder.planes == 8)
                && Math.min(decoder.width, decoder.height) > 0;
        return known && (decoder.bytes || decoder.direct) ? decoder : null;
    }

    @Override
    public Mode mode(ImageReader reader, int frame) {
        return direct
                ? masked ? Mode.RGBA : Mode.RGB
                : DecodedImage.wrap(indexed(1, 1), null).mode();
    }

    @Override
    public int bytesPerPixel(ImageReader reader, int frame) {
        return direct ? Integer.BYTES : 1;
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        BufferedImage image = direct
                ? new BufferedImage(width, height, masked ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                : indexed(width, height);
        WritableRaster raster = image.getRaster();
        int planeBytes = (width + 15) / 16 * 2;
        int rowBytes = bytes ? width + width % 2 : planeBytes * (masked ? planes + 1 : planes);
        Rows rows = new Rows(rowBytes);
        int[] codes = new int[width];
        int[] pixels = new int[width];
        for (int y = 0; y < height; y++) {
            byte[] row = rows.next();
            for (int x = 0; x < width; x++) {
                codes[x] = bytes ? row[x] & 0xff : code(row, x, planeBytes);
            }
            if (!direct) {
                raster.setPixels(0, y, width, 1, codes);
                continue;
            }
            int held = color(0);
            for (int x = 0; x < width; x++) {
                held = modifying ? modified(codes[x], held) : color(codes[x]);
                boolean seen = !masked || bit(row, planes * planeBytes, x) == 1;
                pixels[x] = (seen ? 0xff000000 : 0) | held;
            }
            raster.setDataElements(0, y, width, 1, pixels);
        }
        return image;
    }

    private int code(byte[] row, int x, int planeBytes) {
        int code = 0;
        for (int plane = 0; plane < planes; plane++) {
            code |= bit(row, plane * planeBytes, x) << plane;
        }
        return code;
    }

    private static int bit(byte[] row, int from, int x) {
        return row[from + x / 8] >> 7 - x % 8 & 1;
    }

    private int color(int index) {
        int at = 3 * index;
        return at + 3 > palette.length
                ? 0
                : (palette[at] & 0xff) << 16 | (palette[at + 1] & 0xff) << 8 | palette[at + 2] & 0xff;
    }

    /** Six planes change all of a component of four bits; eight change the six high bits of eight. */
    private int modified(int code, int held) {
        int bits = planes - 2;
        int component = MODIFIED[code >> bits];
        int value = code & (1 << bits) - 1;
        if (component < 0) {
            return color(value);
        }
        int shift = 16 - 8 * component;
        int old = held >> shift & 0xff;
        return held & ~(0xff << shift) | (bits == 4 ? value * 17 : value << 2 | old & 3) << shift;
    }

    private BufferedImage indexed(int width, int height) {
        byte[] all = Arrays.copyOf(palette, 3 << 8);
        IndexColorModel colors = new IndexColorModel(8, 256, all, 0, false, transparent);
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colors);
    }

    /** The rows of the body, one after the other. A packed row ends where it is full. */
    private final class Rows {
        private final int rowBytes;
        private final ByteBuffer data;

        Rows(int rowBytes) throws IOException {
            this.rowBytes = rowBytes;
            data = ByteBuffer.wrap(file.bytes(body, bodyLength));
        }

        byte[] next() throws IOException {
            if (!packed) {
                return take(rowBytes);
            }
            ByteArrayOutputStream row = new ByteArrayOutputStream(rowBytes);
            while (row.size() < rowBytes) {
                int head = take(1)[0];
                if (head >= 0) {
                    row.writeBytes(take(head + 1));
                } else if (head != -128) {
                    byte[] run = new byte[1 - head];
                    Arrays.fill(run, take(1)[0]);
                    row.writeBytes(run);
                }
            }
            return row.toByteArray();
        }

        private byte[] take(int count) throws EOFException {
            if (data.remaining() < count) {
                throw new EOFException();
            }
            byte[] taken = new byte[count];
            data.get(taken);
            return taken;
        }
    }
}
