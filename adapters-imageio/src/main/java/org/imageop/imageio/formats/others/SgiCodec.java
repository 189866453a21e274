package org.imageop.imageio.formats.others;

import java.io.IOException;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** SGI: read only, with help about ranges and runs. */
public final class SgiCodec extends Codec {
    public SgiCodec() {
        super("SGI", "sgi", "rgb", "rgba", "bw");
        addReader("com.twelvemonkeys.imageio.plugins.sgi.SGI");
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        return new SgiDecoder(file);
    }
}
