package org.imageop.imageio.formats.netpbm;

import java.io.IOException;
import org.imageop.ImageLike;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.files.FileOutput;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.plugins.Watch;
import org.jspecify.annotations.Nullable;

/** Netpbm's formats: rows as they are, behind a header. The plugin writes strips wrongly, so they are written here. */
public abstract class NetpbmCodec extends Codec {
    NetpbmCodec(String name, String... suffixes) {
        super(name, suffixes);
    }

    /** Writes the header and all rows. */
    abstract void write(ImageLike image, FileOutput output, Watch watch) throws IOException;

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        Decoder floats = FloatMapDecoder.of(file);
        Decoder decoder = floats == null ? NetpbmDecoder.of(file) : floats;
        return decoder == null ? super.decoder(file) : decoder;
    }

    @Override
    public @Nullable Strips strips(FileBytes file, int frame) throws IOException {
        return frame == 0 ? NetpbmHeader.strips(file) : null;
    }

    @Override
    public boolean inStrips() {
        return true;
    }

    @Override
    public boolean writeRows(ImageLike image, FileOutput output, Watch watch) throws IOException {
        boolean needed = needsStrips(image);
        if (needed) {
            write(image, output, watch);
        }
        return needed;
    }
}
