package org.imageop.imageio.formats.jpeg;

import java.io.IOException;
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
 * @param whole whether the file ends with its end mark, or its pixels do not depend on what may be missing
 */
public record JpegScans(long width, long height, long components, boolean whole) {
    private static final int BLOCK = 1 << 16;

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    /** Looks through a file. */
    public static JpegScans read(FileBytes file) throws IOException {
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
                return new JpegScans(width, height, components, true);
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
        return new JpegScans(width, height, components, refined && !arithmetic);
    }

    /** Looks for markers, block by block. */
    private static final class Walk {
        private final FileBytes file;
        private byte[] block = {};
        private long start;

        Walk(FileBytes file) {
            this.file = file;
        }

        /** The place behind the next 0xff that is neither a fill byte nor within the code of pixels; −1 without one. */
        long marker(long from) throws IOException {
            boolean announced = false;
            for (long at = from; at < file.length(); at++) {
                int value = at(at);
                boolean restart = value >= 0xd0 && value <= 0xd7;
                if (announced && value != 0xff && value != 0 && !restart) {
                    return at;
                }
                announced = value == 0xff;
            }
            return -1;
        }

        int at(long position) throws IOException {
            if (position < start || position >= start + block.length) {
                start = position;
                block = file.bytes(position, Math.min(BLOCK, file.length() - position));
            }
            return block[(int) (position - start)] & 0xff;
        }
    }
}
