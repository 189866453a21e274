package org.imageop.imageio.formats.others;

import java.io.IOException;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;

/** PCX: read only, with a resolution, and planes of bits that its reader shifts. */
public final class PcxCodec extends Codec {
    public PcxCodec() {
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
