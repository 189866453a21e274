package org.imageop.imageio.formats.others;

import java.io.IOException;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;

/** ICO and CUR: Windows' icons and pointers, read only. */
public final class IconCodec extends Codec {
    public IconCodec(String name, String suffix) {
        super(name, suffix);
        addReader("com.twelvemonkeys.imageio.plugins.bmp." + name);
    }

    @Override
    public Decoder decoder(FileBytes file) {
        return new IconDecoder(file);
    }

    @Override
    public boolean largestFirst() {
        return true;
    }

    @Override
    public void findHidden(FileBytes file, int frame, HiddenImages hidden) throws IOException {
        Embedded.findPngs(file, hidden);
    }
}
