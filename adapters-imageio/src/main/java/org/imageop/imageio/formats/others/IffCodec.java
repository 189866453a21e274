package org.imageop.imageio.formats.others;

import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

import java.io.IOException;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** IFF: the Amiga's pictures, with sides of 16 bits. */
public final class IffCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.iff.IFF";

    public IffCodec() {
        super("IFF", "iff", "lbm", "ilbm", "ham", "ham8", "rgb8", "deep");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, L, RGB, RGBA);
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        Decoder decoder = IffDecoder.of(file);
        return decoder == null ? super.decoder(file) : decoder;
    }

    @Override
    protected int longestSide() {
        return 65535;
    }
}
