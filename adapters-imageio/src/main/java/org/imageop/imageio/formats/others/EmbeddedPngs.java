package org.imageop.imageio.formats.others;

import java.io.IOException;
import java.util.Arrays;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.input.FileBytes;

/** Finds PNG images within icons and the like, whose own headers announce other sizes. */
final class EmbeddedPngs {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BLOCK = 1 << 16;

    private EmbeddedPngs() {}

    static void find(FileBytes file, Codec.HiddenSizes sizes) throws IOException {
        for (long at = 0; at < file.length(); at += BLOCK) {
            byte[] bytes = file.bytes(at, Math.min(BLOCK + SIGNATURE.length - 1, file.length() - at));
            for (int i = 0; i + SIGNATURE.length <= bytes.length; i++) {
                if (Arrays.equals(bytes, i, i + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                    sizes.found(file.big(at + i + 16, 4), file.big(at + i + 20, 4));
                }
            }
        }
    }
}
