package org.imageop.imageio.formats.png;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.IIOException;
import org.imageop.imageio.input.FileBytes;

/** The rows of a PNG file in their order: unpacked, and freed of their filters, which look at the row above. */
final class PngRows {
    private static final int INPUT = 1 << 16;

    private final FileBytes file;
    private final long firstData;
    /** The distance from a byte to the one that its filter looks at. */
    private final int pixel;

    private byte[] row = {};
    private byte[] above = {};
    private Inflater inflater = new Inflater();
    /** Where data that were not read yet begin, and where their chunk ends. */
    private long at;

    private long end;

    /**
     * Rows that were not read yet.
     *
     * @param firstData where the first chunk of pixels is
     * @param bits of a pixel
     */
    PngRows(FileBytes file, long firstData, int bits) {
        this.file = file;
        this.firstData = firstData;
        this.pixel = Math.max(1, bits / 8);
        restart();
    }

    /** Goes back to the beginning of the data. */
    void restart() {
        inflater.end();
        inflater = new Inflater();
        at = firstData;
        end = firstData;
    }

    /** Begins an image, or a pass of one, whose rows have so many bytes: there is no row above. */
    void begin(int rowBytes) {
        row = new byte[rowBytes];
        above = new byte[rowBytes];
    }

    /** The next row, which is there until the next but one is read. */
    byte[] next() throws IOException {
        unpackRow();
        return row;
    }

    /** Unpacks the next row, and undoes its filter. */
    private void unpackRow() throws IOException {
        byte[] old = above;
        above = row;
        row = old;
        byte[] filter = new byte[1];
        unpack(filter);
        unpack(row);
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
            default -> throw new IIOException("A row has the filter " + filter[0] + ", which PNG lacks");
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
