package org.imageop.imageio.formats.png;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** Rows of a PNG file, packed again without filters. */
final class PngStrips implements Strips, Closeable {
    private static final int HEADER = 16;
    private static final int BUFFER = 1 << 16;
    /** Chunks that say what the samples are. */
    private static final List<String> NEEDED = List.of("PLTE", "tRNS");

    private final FileBytes file;
    private final byte[] header;
    private final byte[] colors;
    private final PngRows rows;
    private final int rowBytes;
    private final @Nullable PngPasses passes;
    /** The number of the row that is unpacked next. */
    private int next;

    private PngStrips(FileBytes file, byte[] header, byte[] colors, long firstData, int bits, int rowBytes) {
        this.file = file;
        this.header = header;
        this.colors = colors;
        this.rows = new PngRows(file, firstData, bits);
        this.rowBytes = rowBytes;
        ByteBuffer size = ByteBuffer.wrap(header);
        this.passes = header[12] == 0 ? null : new PngPasses(rows, size.getInt(), size.getInt(), bits);
        rows.begin(rowBytes);
    }

    /** The strips of a file; null if it is damaged. */
    static @Nullable PngStrips of(FileBytes file) throws IOException {
        byte[] header = file.bytes(HEADER, 13);
        if (header.length < 13
                || !file.starts(12, "IHDR")
                || header[10] != 0
                || header[11] != 0
                || header[12] >> 1 != 0) {
            return null;
        }
        int width = ByteBuffer.wrap(header).getInt();
        int bits = header[8] * PngCodec.samples(header[9]);
        long rowBytes = ((long) width * bits + 7) / 8;
        if (width < 1 || bits < 1 || rowBytes > Integer.MAX_VALUE - 64) {
            return null;
        }
        ByteArrayOutputStream colors = new ByteArrayOutputStream();
        long at = 8;
        while (file.has(at, 8)) {
            long count = file.big(at, 4);
            if (file.starts(at + 4, "IDAT")) {
                return new PngStrips(file, header, colors.toByteArray(), at, bits, (int) rowBytes);
            }
            for (String type : NEEDED) {
                if (file.starts(at + 4, type)) {
                    colors.writeBytes(file.bytes(at, count + 12));
                }
            }
            at += count + 12;
        }
        return null;
    }

    /** A row; those of a file that is not interlaced are unpacked from the top down. */
    private byte[] row(int y) throws IOException {
        if (passes != null) {
            return passes.row(y);
        }
        if (y < next) {
            rows.restart();
            rows.begin(rowBytes);
            next = 0;
        }
        byte[] row = {};
        for (; next <= y; next++) {
            row = rows.next();
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        if (passes != null) {
            passes.close();
        }
    }

    @Override
    public FileBytes strip(int y, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater none = new Deflater(Deflater.NO_COMPRESSION);
        try (DeflaterOutputStream data = new DeflaterOutputStream(packed, none, BUFFER)) {
            for (int i = y; i < y + height; i++) {
                byte[] row = row(i);
                data.write(0);
                data.write(row);
            }
        } finally {
            none.end();
        }
        ByteBuffer sized = ByteBuffer.wrap(header.clone()).putInt(4, height).put(12, (byte) 0);
        ByteArrayOutputStream png = new ByteArrayOutputStream(packed.size() + colors.length + 100);
        png.writeBytes(file.bytes(0, 8));
        png.writeBytes(PngChunk.of("IHDR", sized.array()));
        png.writeBytes(colors);
        png.writeBytes(PngChunk.of("IDAT", packed.toByteArray()));
        png.writeBytes(PngChunk.of("IEND", new byte[0]));
        return FileBytes.of(png.toByteArray());
    }
}
