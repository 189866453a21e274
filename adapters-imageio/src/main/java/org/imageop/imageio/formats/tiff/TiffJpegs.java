package org.imageop.imageio.formats.tiff;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imageop.imageio.codec.Codec.HiddenImages;
import org.imageop.imageio.formats.jpeg.JpegScans;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;

/** The JPEG images that a page consists of. Each has a header of its own, with any size and any number of scans. */
final class TiffJpegs {
    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;

    /** Where the images are, and how long they are: strips, tiles, and the whole page of the old manner. */
    private static final int[][] PLACES = {{273, 279}, {324, 325}, {513, 514}};

    /** As often as its length may all images be looked through; those of a sound file do not overlap. */
    private static final int MOST_OVERLAP = 4;

    private TiffJpegs() {}

    /** Hands over all images of a page, the same one as often as the page names it. */
    static void find(FileBytes file, TiffPage page, HiddenImages hidden) throws IOException {
        int compression = page.integer(TiffPage.COMPRESSION, 1);
        if (compression != OLD_JPEG && compression != JPEG) {
            return;
        }
        Map<List<Long>, JpegScans> known = new HashMap<>();
        long looked = 0;
        for (int[] tags : PLACES) {
            double[] positions = page.tags().numbers(tags[0]);
            double[] lengths = page.tags().numbers(tags[1]);
            for (int i = 0; i < positions.length; i++) {
                long position = (long) positions[i];
                long rest = Math.max(0, file.length() - position);
                long length = i < lengths.length && lengths[i] > 0 ? Math.min((long) lengths[i], rest) : rest;
                JpegScans scans = known.get(List.of(position, length));
                if (scans == null) {
                    looked += length;
                    if (looked > MOST_OVERLAP * file.length()) {
                        hidden.found(page.width(), page.height(), Long.MAX_VALUE);
                    }
                    scans = JpegScans.of(
                            JoinedBytes.of(List.of(new JoinedBytes.Part(file, file.length() - rest, length))));
                    known.put(List.of(position, length), scans);
                }
                hidden.found(scans.width(), scans.height(), scans.components());
            }
        }
    }
}
