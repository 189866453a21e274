package org.imageop.imageio.formats.tiff;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipException;
import javax.imageio.IIOException;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** The rows of large strips, unpacked one after the other and packed again as small strips. Prediction begins anew in each row. */
final class PackedRows {
    private final FileBytes file;
    private final int compression;
    private final long[] offsets;
    private final long[] lengths;
    private final int rowsPerStrip;
    private final byte[] row;

    private @Nullable InputStream unpacked;
    /** The strip that is being unpacked, and its next row. */
    private int strip = -1;

    private int next;

    /** Rows of whole bytes in strips of a {@linkplain Unpacking#knows known} compression. */
    PackedRows(FileBytes file, int compression, long[] offsets, long[] lengths, int rowsPerStrip, int rowBytes) {
        this.file = file;
        this.compression = compression;
        this.offsets = offsets;
        this.lengths = lengths;
        this.rowsPerStrip = rowsPerStrip;
        this.row = new byte[rowBytes];
    }

    /** Some rows as a strip of {@link Unpacking#DEFLATE}. Going back begins again at the start of a strip. */
    byte[] strip(int y, int rows) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater none = new Deflater(Deflater.NO_COMPRESSION);
        try (DeflaterOutputStream data = new DeflaterOutputStream(packed, none, 1 << 16)) {
            for (int i = y; i < y + rows; i++) {
                unpack(i);
                data.write(row);
            }
        } finally {
            none.end();
        }
        return packed.toByteArray();
    }

    private void unpack(int y) throws IOException {
        int wanted = y / rowsPerStrip;
        int within = y % rowsPerStrip;
        if (wanted != strip || within < next || unpacked == null) {
            if (unpacked != null) {
                unpacked.close();
            }
            unpacked = Unpacking.of(file, compression, offsets[wanted], lengths[wanted]);
            strip = wanted;
            next = 0;
        }
        for (; next <= within; next++) {
            int done;
            try {
                done = unpacked.readNBytes(row, 0, row.length);
            } catch (ZipException | EOFException e) {
                throw new IIOException("Strip " + strip + " cannot be unpacked: " + e.getMessage(), e);
            }
            if (done < row.length) {
                throw new IIOException("Strip " + strip + " ends in its row " + next);
            }
        }
    }
}
