package org.imageop.imageio.codecs;

import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

/** IFF: the Amiga's pictures, with sides of 16 bits. */
final class IffCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.iff.IFF";

    IffCodec() {
        super("IFF", "iff", "lbm", "ilbm", "ham", "ham8", "rgb8", "deep");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, L, RGB, RGBA);
    }

    @Override
    protected int longestSide() {
        return 65535;
    }
}
