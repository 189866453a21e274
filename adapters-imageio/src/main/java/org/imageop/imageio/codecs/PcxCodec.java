package org.imageop.imageio.codecs;

import java.io.IOException;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;

/** PCX: read only, with a resolution, and planes of bits that its reader shifts. */
final class PcxCodec extends Codec {
    PcxCodec() {
        super("PCX", "pcx");
        addReader("com.twelvemonkeys.imageio.plugins.pcx.PCX");
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        return new PcxDecoder(file);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        info.dpi(file.little(12, 2), file.little(14, 2));
    }
}
