package org.imageop.imageio.formats.others;

import java.io.IOException;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;

/** SGI: its reader stretches the range of samples that a file states, and overflows in doing so. */
public final class SgiCodec extends Codec {
    private static final int BYTES_PER_SAMPLE = 3;
    private static final int RANGE = 12;

    public SgiCodec() {
        super("SGI", "sgi", "rgb", "rgba", "bw");
        addReader("com.twelvemonkeys.imageio.plugins.sgi.SGI");
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        boolean wide = file.big(BYTES_PER_SAMPLE, 1) == 2;
        byte[] fullRange = {0, 0, 0, 0, 0, 0, (byte) (wide ? 255 : 0), (byte) 255};
        return new Decoder() {
            @Override
            public FileBytes seen(FileBytes seen) {
                return JoinedBytes.replacing(seen, RANGE, fullRange);
            }
        };
    }
}
