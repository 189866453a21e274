package org.imageop.imageio.formats.png;

import java.io.IOException;
import org.imageop.ImagePalette;
import org.imageop.imageio.input.FileBytes;

/** The palette of a PNG file, with as many entries as it has; the JDK's reader fills it up. */
final class PngPalette {
    private static final int MOST = 256;

    private PngPalette() {}

    static ImagePalette of(FileBytes file) throws IOException {
        byte[] colors = new byte[0];
        byte[] alphas = new byte[0];
        for (long at = 8; file.has(at, 8) && !file.starts(at + 4, "IDAT"); at += file.big(at, 4) + 12) {
            long count = file.big(at, 4);
            if (file.starts(at + 4, "PLTE") && count <= 3 * MOST) {
                colors = file.bytes(at + 8, count);
            } else if (file.starts(at + 4, "tRNS") && count <= MOST) {
                alphas = file.bytes(at + 8, count);
            }
        }
        int[] argb = new int[colors.length / 3];
        for (int i = 0; i < argb.length; i++) {
            int alpha = i < alphas.length ? alphas[i] & 0xff : 255;
            argb[i] = alpha << 24
                    | (colors[3 * i] & 0xff) << 16
                    | (colors[3 * i + 1] & 0xff) << 8
                    | colors[3 * i + 2] & 0xff;
        }
        return ImagePalette.ofArgb(argb);
    }
}
