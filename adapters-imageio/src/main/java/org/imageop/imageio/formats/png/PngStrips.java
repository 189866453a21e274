package org.imageop.imageio.formats.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import javax.imageio.IIOException;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** Rows of a PNG file that is not interlaced: unpacked, freed of their filters, which look at the row above, and packed again. */
final class PngStrips implements Strips {
    private static final int HEADER = 16;
    private static final int INPUT = 1 << 16;
    /** Chunks that say what the samples are. */
    private static final List<String> NEEDED = List.of("PLTE", "tRNS");

    private final FileBytes file;
    private final byte[] header;
    private final byte[] colors;
    private final long firstData;
    /** The distance from a byte to the one that its filter looks at. */
    private final int pixel;

    private byte[] row;
    private byte[] above;
    private Inflater inflater = new Inflater();
    /** The number of the row that is unpacked next. */
    private int next;
    /** Where data that were not read yet begin, and where their chunk ends. */
    private long at;

    private long end;

    private PngStrips(FileBytes file, byte[] header, byte[] colors, long firstData, int bits, int rowBytes) {
        this.file = file;
        this.header = header;
        this.colors = colors;
        this.firstData = firstData;
        this.pixel = Math.max(1, bits / 8);
        this.row = new byte[rowBytes];
        this.above = new byte[rowBytes];
        restart();
    }

    /** The strips of a file; null if it is interlaced or damaged. */
    static @Nullable PngStrips of(FileBytes file) throws IOException {
        byte[] header = file.bytes(HEADER, 13);
        if (header.length < 13 || !file.starts(12, "IHDR") || header[10] != 0 || header[11] != 0 || header[12] != 0) {
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

    private void restart() {
        inflater.end();
        inflater = new Inflater();
        next = 0;
        at = firstData;
        end = firstData;
        Arrays.fill(row, (byte) 0);
    }

    @Override
    public FileBytes strip(int y, int height) throws IOException {
        if (y < next) {
            restart();
        }
        while (next < y) {
            unpackRow();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater none = new Deflater(Deflater.NO_COMPRESSION);
        try (DeflaterOutputStream data = new DeflaterOutputStream(packed, none, INPUT)) {
            while (next < y + height) {
                unpackRow();
                data.write(0);
                data.write(row);
            }
        } finally {
            none.end();
        }
        ByteBuffer sized = ByteBuffer.wrap(header.clone()).putInt(4, height);
        ByteArrayOutputStream png = new ByteArrayOutputStream(packed.size() + colors.length + 100);
        png.writeBytes(file.bytes(0, 8));
        png.writeBytes(PngChunk.of("IHDR", sized.array()));
        png.writeBytes(colors);
        png.writeBytes(PngChunk.of("IDAT", packed.toByteArray()));
        png.writeBytes(PngChunk.of("IEND", new byte[0]));
        return FileBytes.of(png.toByteArray());
    }

    /** Unpacks the next row, and undoes its filter. */
    private void unpackRow() throws IOException {
        byte[] old = above;
        above = row;
        row = old;
        byte[] filter = new byte[1];
        unpack(filter);
        unpack(row);
        next++;
        switch (filter[0]) {
            case 0 -> {
                return;
            }
            case 1 -> {
                for (int i = pixel; i < row.length; i++) {
                    row[i] += row[i - pixel];
                }
            }
            case 2 -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 0; i < row.length; i++) {
                    int left = i < pixel ? 0 : row[i - pixel] & 0xff;
                    row[i] += (byte) (left + (above[i] & 0xff) >> 1);
                }
            }
            case 4 -> {
                for (int i = 0; i < row.length; i++) {
                    row[i] += (byte)
                            (i < pixel
                                    ? above[i] & 0xff
                                    : nearest(row[i - pixel] & 0xff, above[i] & 0xff, above[i - pixel] & 0xff));
                }
            }
            default ->
                throw new IIOException("Row " + (next - 1) + " has the filter " + filter[0] + ", which PNG lacks");
        }
    }

    /** Of three neighbours, the one that is nearest to left + up − corner. */
    private static int nearest(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private void unpack(byte[] target) throws IOException {
        try {
            for (int done = 0; done < target.length; ) {
                int n = inflater.inflate(target, done, target.length - done);
                done += n;
                if (n == 0) {
                    if (inflater.finished() || inflater.needsDictionary()) {
                        throw tooShort();
                    }
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw new IIOException("Its pixels cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static IIOException tooShort() {
        return new IIOException("it ends too early");
    }

    private void feed() throws IOException {
        while (at == end) {
            long chunk = end == firstData ? firstData : end + 4;
            if (!file.starts(chunk + 4, "IDAT")) {
                throw tooShort();
            }
            at = chunk + 8;
            end = at + file.big(chunk, 4);
        }
        byte[] input = file.bytes(at, Math.min(INPUT, Math.min(end, file.length()) - at));
        if (input.length == 0) {
            throw tooShort();
        }
        inflater.setInput(input);
        at += input.length;
    }
}
