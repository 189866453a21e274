package org.imageop.imageio.formats.others;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.imageio.codec.Codec.HiddenImages;
import org.imageop.imageio.formats.jpeg.JpegScans;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;

/**
 * PNG and JPEG images within icons and the like, whose own headers announce other sizes.
 *
 * @param images width, height and passes of each
 */
record Embedded(List<long[]> images) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String JPEG = "\u00ff\u00d8\u00ff";
    private static final int BLOCK = 1 << 16;

    /** Hands over the PNG images that are anywhere in a file. Each file is searched once. */
    static void findPngs(FileBytes file, HiddenImages hidden) throws IOException {
        for (long[] image : file.once(Embedded.class, () -> pngs(file)).images) {
            hidden.found(image[0], image[1], image[2]);
        }
    }

    /** Hands over the JPEG image that begins at a position, if there is one. */
    static void findJpeg(FileBytes file, long position, HiddenImages hidden) throws IOException {
        if (file.starts(position, JPEG)) {
            JpegScans scans = JpegScans.of(
                    JoinedBytes.of(List.of(new JoinedBytes.Part(file, position, file.length() - position))));
            hidden.found(scans.width(), scans.height(), scans.components());
        }
    }

    private static Embedded pngs(FileBytes file) throws IOException {
        List<long[]> found = new ArrayList<>();
        for (long at = 0; at < file.length(); at += BLOCK) {
            byte[] bytes = file.bytes(at, Math.min(BLOCK + PNG.length - 1, file.length() - at));
            for (int i = 0; i + PNG.length <= bytes.length; i++) {
                if (Arrays.equals(bytes, i, i + PNG.length, PNG, 0, PNG.length)) {
                    found.add(new long[] {file.big(at + i + 16, 4), file.big(at + i + 20, 4), 1});
                }
            }
        }
        return new Embedded(found);
    }
}
