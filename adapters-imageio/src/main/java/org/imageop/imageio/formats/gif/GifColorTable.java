package org.imageop.imageio.formats.gif;

import java.io.IOException;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;

/** The colours that a GIF file of one image was written with. */
final class GifColorTable {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;

    private final FileBytes source;
    private long at = 13;
    private boolean transparent;

    private GifColorTable(FileBytes source) {
        this.source = source;
    }

    /**
     * The mode that its image has when it is read. All colours of its table count, used or not.
     *
     * @param source a sound GIF file
     */
    static Mode mode(FileBytes source) throws IOException {
        return new GifColorTable(source).mode();
    }

    private Mode mode() throws IOException {
        boolean grey = table(10);
        while (number(at) == EXTENSION) {
            skipExtension();
        }
        if ((number(at + 9) & 0x80) != 0) {
            long descriptor = at;
            at += 10;
            grey = table(descriptor + 9);
        }
        return transparent ? Mode.RGBA : grey ? Mode.L : Mode.RGB;
    }

    private void skipExtension() throws IOException {
        if (number(at + 1) == GRAPHIC_CONTROL) {
            transparent = (number(at + 3) & 1) != 0;
        }
        at += 2;
        for (long count = number(at); count > 0; count = number(at)) {
            at += 1 + count;
        }
        at++;
    }

    /** Whether a table has greys only, if the byte of flags announces one; moves behind it. */
    private boolean table(long flagsAt) throws IOException {
        long flags = number(flagsAt);
        byte[] table = source.bytes(at, (flags & 0x80) == 0 ? 0 : 6L << (flags & 7));
        at += table.length;
        for (int i = 0; i < table.length; i += 3) {
            if (table[i] != table[i + 1] || table[i] != table[i + 2]) {
                return false;
            }
        }
        return true;
    }

    private long number(long position) throws IOException {
        return source.little(position, 1);
    }
}
