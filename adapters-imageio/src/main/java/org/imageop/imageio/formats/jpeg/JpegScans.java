package org.imageop.imageio.formats.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.imageop.imageio.input.FileBytes;

/**
 * The scans of a JPEG file, found without decoding them.
 *
 * @param width of the largest image announced, in pixels; 0 without one
 * @param height of that image
 * @param components how many components all scans have together: each is one pass over the image
 * @param whole whether the file has its end mark, or its pixels do not depend on what may be missing
 * @param end where the image ends, behind its end mark; −1 without one
 */
public record JpegScans(long width, long height, long components, boolean whole, long end) {
    private static final int BLOCK = 1 << 16;

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    /** Looks through a file, once. */
    public static JpegScans of(FileBytes file) throws IOException {
        return file.once(JpegScans.class, () -> read(file));
    }

    private static JpegScans read(FileBytes file) throws IOException {
        Walk walk = new Walk(file);
        Map<Long, int[]> precision = new HashMap<>();
        long width = 0;
        long height = 0;
        long components = 0;
        boolean progressive = false;
        boolean arithmetic = false;
        long at = 2;
        for (long found = walk.marker(at); found >= 0; found = walk.marker(at)) {
            int marker = walk.at(found);
            long data = found + 3;
            if (marker == END_OF_IMAGE) {
                return new JpegScans(width, height, components, true, found + 1);
            } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                progressive = (marker & 3) == 2;
                arithmetic = marker > 0xc8;
                if (file.big(data + 3, 2) * file.big(data + 1, 2) >= width * height) {
                    width = file.big(data + 3, 2);
                    height = file.big(data + 1, 2);
                }
                for (long i = 0; i < file.big(data + 5, 1); i++) {
                    int[] bits = new int[64];
                    Arrays.fill(bits, progressive ? -1 : 0);
                    precision.put(file.big(data + 6 + 3 * i, 1), bits);
                }
            } else if (marker == START_OF_SCAN) {
                long count = file.big(data, 1);
                components += Math.max(0, count);
                long spectrum = data + 1 + 2 * count;
                for (long i = 0; progressive && i < count; i++) {
                    int[] bits = precision.get(file.big(data + 1 + 2 * i, 1));
                    int first = (int) file.big(spectrum, 1);
                    int last = (int) Math.min(63, file.big(spectrum + 1, 1));
                    if (bits != null && first >= 0 && first <= last) {
                        Arrays.fill(bits, first, last + 1, (int) file.big(spectrum + 2, 1) & 15);
                    }
                }
            }
            boolean alone = marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
            at = alone ? found + 1 : found + 1 + Math.max(2, file.big(found + 1, 2));
        }
        // without the end mark: are there scans of all bits of all components?
        boolean refined =
                precision.values().stream().allMatch(bits -> Arrays.stream(bits).allMatch(bit -> bit == 0));
        return new JpegScans(width, height, components, refined && !arithmetic, -1);
    }

    /** Looks for markers, block by block. */
    private static final class Walk {
        private final FileBytes file;
        private final byte[] block;
        private long start;
        private int count;

        Walk(FileBytes file) {
            this.file = file;
            this.block = new byte[(int) Math.min(BLOCK, file.length())];
        }

        /** The place behind the next 0xff that is neither a fill byte nor within the code of pixels; −1 without one. */
        long marker(long from) throws IOException {
            boolean announced = false;
            for (long at = from; at < file.length(); ) {
                int value = at(at);
                boolean restart = value >= 0xd0 && value <= 0xd7;
                if (announced && value != 0xff && value != 0 && !restart) {
                    return at;
                }
                announced = value == 0xff;
                at = announced ? at + 1 : start + next((int) (at - start));
            }
            return -1;
        }

        /** The next 0xff in the block, or its end. Nearly all bytes of a file pass here. */
        private int next(int from) {
            int i = from;
            while (i < count && block[i] != (byte) 0xff) {
                i++;
            }
            return i;
        }

        int at(long position) throws IOException {
            if (position < start || position >= start + count) {
                count = 0;
                int length = (int) Math.min(block.length, file.length() - position);
                file.fill(position, ByteBuffer.wrap(block, 0, length));
                start = position;
                count = length;
            }
            return block[(int) (position - start)] & 0xff;
        }
    }
}
