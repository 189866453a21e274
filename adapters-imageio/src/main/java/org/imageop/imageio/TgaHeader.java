package org.imageop.imageio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a TGA file's header says and its reader passes over.
 *
 * @param grayAlpha whether samples of 16 bits are 8 of grey and 8 of alpha, which the reader takes for 16 of grey
 * @param narrowColors whether the palette has 5 bits for each component, which the reader shifts by 3, so that white
 *     becomes 248
 */
record TgaHeader(boolean grayAlpha, boolean narrowColors) {
    /** Of a file that is no TGA file. */
    static final TgaHeader NONE = new TgaHeader(false, false);

    static TgaHeader read(Source source) throws IOException {
        long type = number(source, 2);
        boolean grey = type == 3 || type == 11;
        boolean indexed = type == 1 || type == 9;
        boolean alpha = (number(source, 17) & 0xf) == 8;
        long colorBits = number(source, 7);
        return new TgaHeader(
                grey && number(source, 16) == 16 && alpha, indexed && (colorBits == 15 || colorBits == 16));
    }

    /** The end of a file of version 2, without which a reader does not find its way in the smallest files. */
    static byte[] footer() {
        byte[] footer = new byte[26];
        byte[] signature = "TRUEVISION-XFILE.".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(signature, 0, footer, 8, signature.length);
        return footer;
    }

    private static long number(Source source, long position) throws IOException {
        return source.number(position, 1, ByteOrder.LITTLE_ENDIAN);
    }
}
