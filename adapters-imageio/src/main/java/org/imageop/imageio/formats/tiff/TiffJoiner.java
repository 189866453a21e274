package org.imageop.imageio.formats.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.sequence.FrameJoiner;

/**
 * Makes a TIFF file of several pages: one file after the other, each directory with the place of the next, and all places within
 * the files moved along. The writer of the JDK would look for the last page at each page.
 */
final class TiffJoiner implements FrameJoiner {
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int BLOCK = 1 << 20;
    private static final long LONGEST = 0xffff_ffffL;
    /** The bytes of a value of each type. */
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    /** Tags whose numbers are places of pixels: strips, tiles, a JPEG stream. */
    private static final Set<Long> PLACES = Set.of(273L, 288L, 324L, 513L);
    /** Tags whose numbers are places of directories: SubIFDs, EXIF, GPS, interoperability. */
    private static final Set<Long> DIRECTORIES = Set.of(330L, 34665L, 34853L, 40965L);

    private static final int DEEPEST = 4;

    private final SeekableByteChannel file;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    /** Where the place of the next page's directory goes. */
    private long link = 4;

    /** Writes into an empty file. */
    TiffJoiner(SeekableByteChannel file) {
        this.file = file;
    }

    @Override
    public void add(FileBytes still, FrameInfo frame) throws IOException {
        ByteOrder own = still.starts(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        if (file.size() == 0) {
            order = own;
            write(0, still.bytes(0, HEADER));
        }
        long base = file.size() + file.size() % 2;
        long shift = base - HEADER;
        if (own != order || still.number(2, 2, order) != 42) {
            throw new RefusedException(
                    "writers made TIFF files of different kinds of its pages, which cannot be joined;"
                            + " write each page into a file of its own [errors.md#frames-differ]");
        }
        if (shift + still.length() > LONGEST) {
            throw new RefusedException("its pages take more than 4 GiB, which is the most that a TIFF file holds; write"
                    + " fewer pages into one file [errors.md#format-restriction]");
        }
        for (long at = HEADER; at < still.length(); at += BLOCK) {
            write(shift + at, still.bytes(at, Math.min(BLOCK, still.length() - at)));
        }
        long directory = still.number(4, 4, order);
        put(link, directory + shift);
        link = move(still, directory, shift, 0) + shift;
        put(link, 0);
    }

    /** Moves all places of a directory along, and returns where its link is. */
    private long move(FileBytes still, long directory, long shift, int depth) throws IOException {
        int count = (int) still.number(directory, 2, order);
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + (long) i * ENTRY;
            int type = (int) still.number(entry + 2, 2, order);
            long values = still.number(entry + 4, 4, order);
            long size = TYPE_SIZES[type < TYPE_SIZES.length ? type : 0];
            long at = entry + 8;
            if (values * size > 4) {
                at = still.number(at, 4, order);
                put(entry + 8 + shift, at + shift);
            }
            long tag = still.number(entry, 2, order);
            boolean directories = DIRECTORIES.contains(tag) && depth < DEEPEST;
            for (int k = 0; k < values && (directories || PLACES.contains(tag)); k++) {
                if (size != 4) {
                    throw new RefusedException("a writer gave the places in a page a number of " + size
                            + " bytes, which does not hold their new places; write each page into a file of its own"
                            + " [errors.md#frames-differ]");
                }
                long place = still.number(at + k * size, 4, order);
                put(at + k * size + shift, place + shift);
                if (directories) {
                    move(still, place, shift, depth + 1);
                }
            }
        }
        return directory + 2 + (long) count * ENTRY;
    }

    private void put(long position, long value) throws IOException {
        write(position, ByteBuffer.allocate(4).order(order).putInt((int) value).array());
    }

    private void write(long position, byte[] bytes) throws IOException {
        file.position(position);
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            file.write(rest);
        }
    }

    @Override
    public void finish() {
        // the last directory links to nothing
    }
}
