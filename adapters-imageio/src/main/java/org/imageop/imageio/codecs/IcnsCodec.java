package org.imageop.imageio.codecs;

import static org.imageop.Mode.RGBA;

import java.io.IOException;
import java.util.Set;
import org.imageop.ImageSize;
import org.imageop.imageio.input.FileBytes;

/** ICNS: Apple's icons, of a few sizes. */
final class IcnsCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.icns.ICNS";
    private static final Set<Integer> SIDES = Set.of(16, 32, 64, 128, 256, 512, 1024);

    IcnsCodec() {
        super("ICNS", "icns");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, RGBA);
    }

    @Override
    protected boolean fits(ImageSize size) {
        return size.width() == size.height() && SIDES.contains(size.width());
    }

    @Override
    public String restriction() {
        return "images are square, of 16, 32, 64, 128, 256, 512 or 1024 pixels";
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
