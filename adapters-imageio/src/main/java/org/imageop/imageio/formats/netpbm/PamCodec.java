package org.imageop.imageio.formats.netpbm;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.io.IOException;
import org.imageop.ImageLike;
import org.imageop.imageio.files.FileOutput;
import org.imageop.imageio.plugins.Watch;

/** PAM: any number of components, in rows as they are. */
public final class PamCodec extends NetpbmCodec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.pnm.PAM";

    public PamCodec() {
        super("PAM", "pam");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64);
    }

    @Override
    void write(ImageLike image, FileOutput output, Watch watch) throws IOException {
        NetpbmRows.writePam(image, output, watch);
    }
}
