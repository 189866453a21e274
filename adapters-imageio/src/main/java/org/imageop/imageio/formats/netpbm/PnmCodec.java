package org.imageop.imageio.formats.netpbm;

import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;

import java.io.IOException;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.imageio.files.FileOutput;
import org.imageop.imageio.plugins.Watch;

/** PNM: the suffix names the kind of colours. */
public final class PnmCodec extends NetpbmCodec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.pnm.PNM";

    public PnmCodec() {
        super("PNM", "pnm", "ppm", "pgm", "pbm", "pfm");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, L, L16, RGB, RGB48);
    }

    @Override
    protected boolean allows(Mode mode, String suffix) {
        return switch (suffix) {
            case "pgm" -> mode.family() == ColorFamily.GREY;
            case "ppm" -> mode.family() == ColorFamily.RGB;
            case "pbm", "pfm" -> false;
            default -> true;
        };
    }

    @Override
    void write(ImageLike image, FileOutput output, Watch watch) throws IOException {
        NetpbmRows.writePnm(image, output, watch);
    }

    @Override
    public String restriction() {
        return "files named .pgm are grey, files named .ppm are RGB, .pbm and .pfm cannot be written";
    }
}
