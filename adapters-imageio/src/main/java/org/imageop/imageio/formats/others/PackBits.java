package org.imageop.imageio.formats.others;

import java.io.EOFException;
import java.io.IOException;

/** Runs of bytes as Apple's PackBits makes them: a count below 0 repeats the next byte, another counts bytes that follow. */
final class PackBits {
    private PackBits() {}

    /** Unpacks a row of so many bytes; what is behind it is ignored. */
    static byte[] unpack(byte[] packed, int rowBytes) throws IOException {
        byte[] row = new byte[rowBytes];
        int i = 0;
        for (int k = 0; k < packed.length && i < rowBytes; ) {
            int head = packed[k++];
            int length = Math.min(head >= 0 ? head + 1 : head == -128 ? 0 : 1 - head, rowBytes - i);
            if (k + (head >= 0 ? length : 1) > packed.length) {
                break;
            }
            for (int end = i + length; i < end; i++) {
                row[i] = head >= 0 ? packed[k++] : packed[k];
            }
            k += head < 0 && head != -128 ? 1 : 0;
        }
        if (i < rowBytes) {
            throw new EOFException();
        }
        return row;
    }
}
