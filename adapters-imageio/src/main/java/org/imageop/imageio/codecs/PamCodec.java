package org.imageop.imageio.codecs;

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

import java.util.List;

/** PAM: PNM's successor, with alpha and ink. */
final class PamCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.pnm.PAM";

    PamCodec() {
        super(
                "PAM",
                List.of("pam"),
                readers(TWELVE_MONKEYS),
                writer(TWELVE_MONKEYS, L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64));
    }
}
