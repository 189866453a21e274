package org.imageop.imageio.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.TreeMap;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.ExifBlock.Directory;
import org.imageop.imageio.metadata.TiffTags.Value;

/**
 * The directories of an EXIF block at the end of a TIFF file, whose own directory has a place for their offsets: the JDK's writer
 * writes such directories where nobody finds them. Maker notes are left out, because their offsets would be wrong.
 */
public final class TiffAppendix {
    private static final int ENTRY = 12;

    private final ByteOrder order;
    private final long start;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TiffAppendix(ByteOrder order, long start) {
        this.order = order;
        this.start = start;
    }

    /**
     * Appends what a block has, if the file has a place for it.
     *
     * @param page the directory of the file, from 0
     */
    public static void append(SeekableByteChannel file, int page, byte[] exif) throws IOException {
        TiffTags own = TiffTags.read(FileBytes.of(file), page);
        TiffTags block = TiffTags.read(FileBytes.of(exif), 0);
        for (Directory directory : new Directory[] {Directory.EXIF, Directory.GPS}) {
            long place = own.position(directory.pointer);
            if (place > 0) {
                long end = file.size() + file.size() % 2;
                TiffAppendix appendix = new TiffAppendix(own.order(), end);
                long at = appendix.add(directory.in(block));
                Insertion.write(file, ByteBuffer.wrap(appendix.bytes.toByteArray()), end);
                Insertion.write(file, appendix.number(at), place);
            }
        }
    }

    /** Adds a directory behind its values, and returns where it is in the file. */
    private long add(TiffTags tags) throws IOException {
        Map<Integer, ByteBuffer> entries = new TreeMap<>();
        TiffTags inner = tags.directory(Directory.INTEROPERABILITY.pointer);
        if (!inner.tags().isEmpty()) {
            byte[] offset = number(add(inner)).array();
            entries.put(
                    Directory.INTEROPERABILITY.pointer,
                    entry(Directory.INTEROPERABILITY.pointer, new Value(4, 1, offset)));
        }
        for (int tag : tags.tags()) {
            Value value = Exif.isPortable(tag) ? tags.value(tag) : null;
            if (value != null) {
                entries.put(tag, entry(tag, tags.order() == order ? value : value.swapped()));
            }
        }
        ByteBuffer directory =
                ByteBuffer.allocate(2 + ENTRY * entries.size() + 4).order(order);
        directory.putShort((short) entries.size());
        entries.values().forEach(directory::put);
        return add(directory.array());
    }

    private ByteBuffer entry(int tag, Value value) {
        ByteBuffer entry = ByteBuffer.allocate(ENTRY).order(order);
        entry.putShort((short) tag).putShort((short) value.type()).putInt((int) value.count());
        if (value.bytes().length <= 4) {
            entry.put(value.bytes());
        } else {
            entry.putInt((int) add(value.bytes()));
        }
        return entry.rewind();
    }

    private long add(byte[] more) {
        long at = start + bytes.size();
        bytes.writeBytes(more);
        if (more.length % 2 == 1) {
            bytes.write(0);
        }
        return at;
    }

    private ByteBuffer number(long value) {
        return ByteBuffer.allocate(4).order(order).putInt((int) value).flip();
    }
}
