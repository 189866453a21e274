package org.imageop.internal.profiles;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imageop.ColorFamily;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/** The 128 bytes that an ICC profile begins with. */
public final class ProfileHeader {
    private static final int LENGTH = 128;
    private static final int COLOR_SPACE = 16;
    private static final int SIGNATURE = 36;

    private ProfileHeader() {}

    /** The profile in an info, unless it is one for other colours than the mode's; else null. */
    public static byte @Nullable [] fitting(@Nullable Map<String, Object> info, Mode mode) {
        return info != null && info.get(InfoKeys.ICC_PROFILE) instanceof byte[] profile && fits(profile, mode.family())
                ? profile
                : null;
    }

    /**
     * Whether a profile may be one for these colours. YCbCr is RGB in another form, and takes its profiles. Of bytes that are
     * not a profile nobody can say that they do not fit.
     */
    private static boolean fits(byte[] profile, ColorFamily family) {
        return !isProfile(profile) || family(profile) == (family == ColorFamily.YCBCR ? ColorFamily.RGB : family);
    }

    private static boolean isProfile(byte[] bytes) {
        return bytes.length >= LENGTH && word(bytes, SIGNATURE).equals("acsp");
    }

    /** The colours that a profile describes; null if there is no mode for them, or if the bytes are not a profile. */
    public static @Nullable ColorFamily family(byte[] profile) {
        if (!isProfile(profile)) {
            return null;
        }
        return switch (word(profile, COLOR_SPACE)) {
            case "GRAY" -> ColorFamily.GREY;
            case "RGB " -> ColorFamily.RGB;
            case "CMYK" -> ColorFamily.CMYK;
            default -> null;
        };
    }

    private static String word(byte[] profile, int at) {
        return new String(profile, at, 4, StandardCharsets.ISO_8859_1);
    }
}
