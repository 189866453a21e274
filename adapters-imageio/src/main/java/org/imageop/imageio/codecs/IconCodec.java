package org.imageop.imageio.codecs;

import java.io.IOException;
import org.imageop.imageio.input.FileBytes;

/** ICO and CUR: Windows' icons and pointers, read only. */
final class IconCodec extends Codec {
    IconCodec(String name, String suffix) {
        super(name, suffix);
        addReader("com.twelvemonkeys.imageio.plugins.bmp." + name);
    }

    @Override
    public boolean largestFirst() {
        return true;
    }

    @Override
    public void findHiddenSizes(FileBytes file, HiddenSizes sizes) throws IOException {
        EmbeddedPngs.find(file, sizes);
    }
}
