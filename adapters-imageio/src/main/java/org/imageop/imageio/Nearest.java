package org.imageop.imageio;

import java.util.Comparator;
import java.util.Set;
import org.imageop.Mode;

/** Which conversion loses least. */
final class Nearest {
    private Nearest() {}

    /**
     * The mode among some that keeps most of another: its alpha, then its kind of colour, then its depth. RGB holds
     * all greys, so grey with alpha is kept by RGBA, and by no grey without alpha.
     *
     * @param mode the mode that an image has
     * @param held the modes to choose from, at least one
     */
    static Mode mode(Mode mode, Set<Mode> held) {
        Comparator<Mode> bySize = Comparator.comparingInt(m -> m.components() * m.bitsPerComponent());
        return held.stream()
                .min(Comparator.<Mode, Boolean>comparing(m -> mode.hasAlpha() && !m.hasAlpha())
                        .thenComparing(m -> colors(m) == colors(mode) ? 0 : colors(m) > 1 ? 1 : 2)
                        .thenComparing(m -> m.hasAlpha() && !mode.hasAlpha())
                        // as many bits as there are, and of those that are enough the fewest
                        .thenComparing(m -> -Math.min(m.bitsPerComponent(), mode.bitsPerComponent()))
                        .thenComparing(bySize))
                .orElseThrow();
    }

    /** 1 grey, 3 RGB and its planar kin, 4 ink. */
    private static int colors(Mode mode) {
        return mode.components() - (mode.hasAlpha() ? 1 : 0);
    }
}
