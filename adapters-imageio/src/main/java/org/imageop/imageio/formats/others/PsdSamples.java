package org.imageop.imageio.formats.others;

import java.awt.image.BandedSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.imageop.imageio.input.FileBytes;

/** All channels of the merged picture of a PSD file, of which its reader drops those beyond colours and transparency. */
final class PsdSamples {
    private static final int RAW = 0;
    private static final int PACKED = 1;

    private final FileBytes file;
    private final int rowBytes;

    private PsdSamples(FileBytes file, int rowBytes) {
        this.file = file;
        this.rowBytes = rowBytes;
    }

    /** Whether {@link #read} knows the kind of the file. */
    static boolean knows(FileBytes file) throws IOException {
        long bits = file.big(22, 2);
        long compression = file.big(start(file), 2);
        return (bits == 8 || bits == 16 || bits == 32) && (compression == RAW || compression == PACKED);
    }

    /** Reads all channels, a band for each; inks are stored inverted, and come as inks. */
    static WritableRaster read(FileBytes file, int inks) throws IOException {
        int channels = (int) file.big(12, 2);
        int height = Math.toIntExact(file.big(14, 4));
        int width = Math.toIntExact(file.big(18, 4));
        int bytes = (int) file.big(22, 2) / 8;
        PsdSamples samples = new PsdSamples(file, Math.multiplyExact(width, bytes));
        int size = Math.multiplyExact(width, height);
        DataBuffer data = switch (bytes) {
            case 1 -> new DataBufferByte(size, channels);
            case 2 -> new DataBufferUShort(size, channels);
            default -> new DataBufferFloat(size, channels);
        };
        long start = start(file);
        boolean packed = file.big(start, 2) == PACKED;
        int countBytes = file.big(4, 2) == 2 ? 4 : 2;
        long counts = start + 2;
        long at = packed ? counts + (long) channels * height * countBytes : counts;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                long index = (long) channel * height + y;
                long count = packed ? file.big(counts + index * countBytes, countBytes) : samples.rowBytes;
                ByteBuffer row = ByteBuffer.wrap(
                        packed
                                ? PackBits.unpack(samples.block(at, count), samples.rowBytes)
                                : samples.block(at, count));
                for (int x = 0; x < width; x++) {
                    int i = y * width + x;
                    switch (bytes) {
                        case 1 -> data.setElem(channel, i, channel < inks ? 255 - (row.get() & 0xff) : row.get());
                        case 2 ->
                            data.setElem(
                                    channel, i, channel < inks ? 65535 - (row.getShort() & 0xffff) : row.getShort());
                        default -> data.setElemFloat(channel, i, row.getFloat());
                    }
                }
                at += count;
            }
        }
        return Raster.createWritableRaster(
                new BandedSampleModel(data.getDataType(), width, height, channels), data, null);
    }

    /** Behind the header, and three sections that state their lengths. */
    private static long start(FileBytes file) throws IOException {
        long at = 26;
        for (int section = 0; section < 3; section++) {
            int wide = section == 2 && file.big(4, 2) == 2 ? 8 : 4;
            at += wide + Math.max(0, file.big(at, wide));
        }
        return at;
    }

    private byte[] block(long at, long count) throws IOException {
        byte[] block = file.bytes(at, count);
        if (block.length < count) {
            throw new EOFException();
        }
        return block;
    }
}
