package org.imageop.imageio.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Parts of other bytes, one after the other: a file as a reader is to see it. A reader that errs about a part of a file never
 * sees that part.
 *
 * <p>Used by one thread at a time. The sources are not closed with this.
 */
public final class JoinedBytes extends FileBytes {
    /** Some bytes of a source, all of which exist. */
    public record Part(FileBytes source, long position, long length) {
        /** All bytes of an array. */
        public static Part of(byte[] bytes) {
            return new Part(FileBytes.of(bytes), 0, bytes.length);
        }

        /** So many zeros, which take no memory. */
        public static Part zeros(long count) {
            FileBytes zeros = new FileBytes("zeros", count) {
                @Override
                public void fill(long position, ByteBuffer target) {
                    target.put(new byte[target.remaining()]);
                }
            };
            return new Part(zeros, 0, count);
        }
    }

    private final Part[] parts;
    /** Where each part begins. */
    private final long[] starts;

    private JoinedBytes(String name, Part[] parts, long[] starts, long length) {
        super(name, length);
        this.parts = parts;
        this.starts = starts;
    }

    /** Joins parts in their order, under the name of the first. */
    public static JoinedBytes of(List<Part> parts) {
        Part[] filled = parts.stream().filter(part -> part.length > 0).toArray(Part[]::new);
        long[] starts = new long[filled.length];
        long length = 0;
        for (int i = 0; i < filled.length; i++) {
            starts[i] = length;
            length += filled[i].length;
        }
        return new JoinedBytes(parts.get(0).source.name(), filled, starts, length);
    }

    /** Other bytes in the place of as many of a source. */
    public static JoinedBytes replacing(FileBytes source, long position, byte[] bytes) {
        long end = position + bytes.length;
        return of(List.of(new Part(source, 0, position), Part.of(bytes), new Part(source, end, source.length() - end)));
    }

    @Override
    public void fill(long position, ByteBuffer target) throws IOException {
        int found = Arrays.binarySearch(starts, position);
        int end = target.limit();
        for (int i = found < 0 ? -found - 2 : found; target.position() < end; i++) {
            long within = Math.max(0, position - starts[i]);
            int count = (int) Math.min(end - target.position(), parts[i].length - within);
            target.limit(target.position() + count);
            parts[i].source.fill(parts[i].position + within, target);
        }
    }
}
