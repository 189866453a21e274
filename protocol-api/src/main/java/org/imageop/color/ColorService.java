package org.imageop.color;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.UnsupportedImageException;
import org.imageop.color.ColorManagement.Colors;
import org.imageop.internal.profiles.ProfileHeader;

/** Finds colour management, and remembers which profiles are sRGB. */
final class ColorService {
    /** Cameras, scanners and screens of one program; an answer is a comparison of a few hundred colours. */
    private static final int REMEMBERED = 32;

    private static final Map<ByteBuffer, Boolean> SRGB = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private ColorService() {}

    /** Found beside the library; it is looked for once. */
    private static final class Own {
        static final Optional<ColorManagement> MANAGEMENT = ServiceLoader.load(
                        ColorManagement.class, ColorManagement.class.getClassLoader())
                .findFirst();
    }

    /** The service beside the library, else one that the thread's class loader offers. */
    static Optional<ColorManagement> find() {
        return Own.MANAGEMENT.or(() -> ServiceLoader.load(ColorManagement.class).findFirst());
    }

    static ColorManagement management() {
        return find().orElseThrow(() -> new UnsupportedImageException(
                "There is no colour management to convert between ICC profiles; add the artifact"
                        + " org.imageop:imageop-adapters-awt [errors.md#no-colour-management]"));
    }

    /** Whether numbers with this profile look as they do without one; false for one that cannot be read. */
    static boolean isSrgb(byte[] profile) {
        ByteBuffer key = ByteBuffer.wrap(profile);
        synchronized (SRGB) {
            Boolean known = SRGB.get(key);
            if (known != null) {
                return known;
            }
        }
        Optional<ColorManagement> management = find();
        if (management.isEmpty()) {
            return false;
        }
        boolean answer = compare(management.get(), profile);
        synchronized (SRGB) {
            // a copy, because the array is the user's
            SRGB.put(ByteBuffer.wrap(profile.clone()), answer);
        }
        return answer;
    }

    private static boolean compare(ColorManagement management, byte[] profile) {
        ColorFamily family = ProfileHeader.family(profile);
        if (family != ColorFamily.RGB && family != ColorFamily.GREY) {
            return false;
        }
        byte[] colors = family == ColorFamily.GREY ? greys() : cube();
        byte[] converted = new byte[colors.length];
        Mode mode = Mode.of(family, 8, false);
        int count = colors.length / mode.components();
        try {
            management
                    .transform(new Colors(mode, profile), new Colors(mode, null), RenderingIntent.PERCEPTUAL)
                    .apply(
                            PixelLayout.of(mode, count, 1, ByteBuffer.wrap(colors)),
                            PixelLayout.of(mode, count, 1, ByteBuffer.wrap(converted)));
        } catch (IllegalArgumentException e) {
            return false; // a damaged profile: whoever converts is told why
        }
        for (int i = 0; i < colors.length; i++) {
            if (Math.abs((colors[i] & 0xff) - (converted[i] & 0xff)) > 1) {
                return false;
            }
        }
        return true;
    }

    private static byte[] greys() {
        byte[] greys = new byte[256];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = (byte) i;
        }
        return greys;
    }

    /** Six steps of each of red, green and blue. */
    private static byte[] cube() {
        byte[] colors = new byte[6 * 6 * 6 * 3];
        for (int i = 0; i < 216; i++) {
            colors[3 * i] = (byte) (i / 36 * 51);
            colors[3 * i + 1] = (byte) (i / 6 % 6 * 51);
            colors[3 * i + 2] = (byte) (i % 6 * 51);
        }
        return colors;
    }
}
