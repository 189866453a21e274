package org.imageop.imageio.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * The bytes of a file at any position, wherever they are, and what messages call them. Blocks and numbers beyond the end are
 * not errors: metadata that point nowhere do not exist.
 *
 * <p>Used by one thread at a time.
 */
public abstract class FileBytes implements Closeable {
    /** More than any profile or EXIF block needs. */
    private static final int LARGEST_BLOCK = 1 << 24;

    /** As much as small look-ups, one after the other, are read at once. */
    private static final int WINDOW = 1 << 13;

    /** How long small look-ups are, and how far from the last one the next one goes on. */
    private static final int NEAR = WINDOW / 16;

    /** As much as a small look-up far from the last one reads: what lies between two of them is mostly pixels. */
    private static final int GLANCE = 1 << 6;

    private final String name;
    private final long length;
    /** What was found in these bytes, by its class. */
    private final Map<Class<?>, Object> found = new HashMap<>();

    private byte[] window = {};
    private long windowStart;
    private int windowLength;

    /**
     * Describes bytes.
     *
     * @param name what messages call them: a path, or words such as {@code "the stream"}
     * @param length how many there are
     */
    protected FileBytes(String name, long length) {
        this.name = name;
        this.length = length;
    }

    /** The bytes of a file, which stays open until these are closed. */
    public static FileBytes open(Path path) throws IOException {
        return new PathBytes(path);
    }

    /** The bytes of an array, which is not copied. */
    public static FileBytes of(byte[] bytes) {
        return new FileBytes("the array of " + bytes.length + " bytes", bytes.length) {
            @Override
            public void fill(long position, ByteBuffer target) {
                target.put(bytes, (int) position, target.remaining());
            }
        };
    }

    /** The bytes of a file that is being written. It stays open when these are closed. */
    public static FileBytes of(SeekableByteChannel channel) throws IOException {
        return new FileBytes("the written file", channel.size()) {
            @Override
            public void fill(long position, ByteBuffer target) throws IOException {
                channel.position(position);
                while (target.hasRemaining()) {
                    if (channel.read(target) < 0) {
                        throw shorter();
                    }
                }
            }
        };
    }

    /** The bytes of a channel, which is closed with these. */
    public static FileBytes owning(String name, SeekableByteChannel channel) throws IOException {
        FileBytes bytes = of(channel);
        return new FileBytes(name, bytes.length) {
            @Override
            public void fill(long position, ByteBuffer target) throws IOException {
                bytes.fill(position, target);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /**
     * The bytes of a stream from where it is to its end, which is known. They are read when they are asked for. When these
     * are closed, the stream is at its end and stays open.
     */
    public static FileBytes of(String name, ImageInputStream stream) throws IOException {
        long start = stream.getStreamPosition();
        return new FileBytes(name, Math.max(stream.length() - start, 0)) {
            @Override
            public void fill(long position, ByteBuffer target) throws IOException {
                byte[] block = new byte[target.remaining()];
                stream.seek(start + position);
                for (int done = 0; done < block.length; ) {
                    int n = stream.read(block, done, block.length - done);
                    if (n < 0) {
                        throw shorter();
                    }
                    done += n;
                }
                target.put(block);
            }

            @Override
            public void close() throws IOException {
                stream.seek(start + length());
            }
        };
    }

    static IOException shorter() {
        return new IOException(
                "The file became shorter while it was read; read it when it is complete" + " [errors.md#file-changed]");
    }

    /** Looks for something. */
    @FunctionalInterface
    public interface Search<T> {
        /** Returns what there is. */
        T find() throws IOException;
    }

    /** What a search found the first time, so that no look-up walks through the bytes again for each frame. */
    public final <T> T once(Class<T> kind, Search<T> search) throws IOException {
        Object known = found.get(kind);
        if (known == null) {
            known = search.find();
            found.put(kind, known);
        }
        return kind.cast(known);
    }

    /** Fills the whole target with bytes that all exist. */
    public abstract void fill(long position, ByteBuffer target) throws IOException;

    /** What messages call the file within a sentence: a path, or words such as {@code "the stream"}. */
    public final String name() {
        return name;
    }

    /** What messages call the file at the beginning of a sentence. */
    public String subject() {
        return subject(name);
    }

    /** Words such as {@code "the stream"} at the beginning of a sentence. */
    public static String subject(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The number of bytes. */
    public final long length() {
        return length;
    }

    /** Whether a block exists as a whole. */
    public final boolean has(long position, long count) {
        return position >= 0 && count >= 0 && count <= length - position;
    }

    /** A block; an empty array if it does not exist as a whole, or is too large to be metadata. */
    public final byte[] bytes(long position, long count) throws IOException {
        if (!has(position, count) || count > LARGEST_BLOCK) {
            return new byte[0];
        }
        if (count <= NEAR && look(position, (int) count)) {
            int from = (int) (position - windowStart);
            return Arrays.copyOfRange(window, from, from + (int) count);
        }
        byte[] block = new byte[(int) count];
        fill(position, ByteBuffer.wrap(block));
        return block;
    }

    /** Brings a few bytes that exist into the window, with what follows; false if that cannot be read, though they perhaps can. */
    private boolean look(long position, int count) {
        long end = windowStart + windowLength;
        if (position >= windowStart && position + count <= end) {
            return true;
        }
        boolean goesOn = position >= windowStart && position <= end + NEAR;
        int size = (int) Math.min(goesOn ? WINDOW : Math.max(count, GLANCE), length - position);
        if (window.length < size) {
            window = new byte[size];
        }
        windowLength = 0;
        try {
            fill(position, ByteBuffer.wrap(window, 0, size));
        } catch (IOException e) {
            return false;
        }
        windowStart = position;
        windowLength = size;
        return true;
    }

    /** An unsigned number of 1 to 8 bytes; −1 if it does not exist or exceeds 63 bits. */
    public final long number(long position, int bytes, ByteOrder order) throws IOException {
        if (!has(position, bytes)) {
            return -1;
        }
        boolean seen = look(position, bytes);
        byte[] block = seen ? window : bytes(position, bytes);
        int first = seen ? (int) (position - windowStart) : 0;
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int at = order == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
            value = value << 8 | block[first + at] & 0xff;
        }
        return Math.max(value, -1);
    }

    /** A number whose first byte is the highest. */
    public final long big(long position, int bytes) throws IOException {
        return number(position, bytes, ByteOrder.BIG_ENDIAN);
    }

    /** A number whose first byte is the lowest. */
    public final long little(long position, int bytes) throws IOException {
        return number(position, bytes, ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether a place begins with these characters of ISO 8859-1. */
    public final boolean starts(long position, String characters) throws IOException {
        return Arrays.equals(bytes(position, characters.length()), characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Lets go of the file. */
    @Override
    public void close() throws IOException {
        // most bytes need nothing
    }
}
