package org.imageop.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.imageop.AlphaType;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.color.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * What an image loses on the way into another form, found by comparing the two; the same loss has the same words
 * everywhere.
 */
public final class Losses {
    /** Colours are stored multiplied by alpha. */
    public static final String PREMULTIPLIED =
            "straight → premultiplied alpha: colours of transparent pixels, precision of translucent ones";

    /** There is no alpha. */
    public static final String ALPHA = "alpha";

    /** The numbers are the same, and what is without a profile shows them as sRGB: colours change. */
    public static final String PROFILE = "colour profile";

    /** Colours were converted to sRGB by their profile. */
    public static final String TO_SRGB = "colour profile → sRGB: rounding, and colours that sRGB lacks";

    private Losses() {}

    /**
     * A loss of depth.
     *
     * @param from the bits of a component before
     * @param to the bits of a component after
     * @return the phrase
     */
    public static String bits(int from, int to) {
        return from + " → " + to + " bits per component";
    }

    /**
     * A loss of numbers: floating-point or signed samples become unsigned ones, those outside their range its ends.
     *
     * @param bits the bits of a component after
     * @return the phrase
     */
    public static String range(int bits) {
        return "numbers of a range → " + bits + " bits per component";
    }

    /**
     * A loss of colours.
     *
     * @param from the colours before
     * @param to the colours after
     * @return the phrase
     */
    public static String colors(ColorFamily from, ColorFamily to) {
        String change = name(from) + " → " + name(to);
        return switch (from) {
            case CMYK -> change + " without a profile: how the inks mix";
            case YCBCR -> change + ": rounding, and values that are not colours of it";
            case GREY, RGB -> change;
        };
    }

    private static String name(ColorFamily family) {
        return switch (family) {
            case GREY -> "grey";
            case YCBCR -> "YCbCr";
            case RGB, CMYK -> family.name();
        };
    }

    /**
     * Compares mode, depth, alpha type, ranges of numbers and the colour profile. The samples are not read.
     *
     * @param before the image
     * @param after the image that was made of it
     * @return short phrases; empty if nothing was lost
     */
    public static List<String> between(ImageLike before, ImageLike after) {
        List<String> losses = new ArrayList<>();
        Mode from = before.mode();
        Mode to = after.mode();
        PixelLayout source = before.buffer().layout().orElse(null);
        PixelLayout target = after.buffer().layout().orElse(null);
        // every grey is a colour of RGB and CMYK
        if (from.family() != to.family() && from.family() != ColorFamily.GREY) {
            losses.add(colors(from.family(), to.family()));
        }
        if (from.hasAlpha() && !to.hasAlpha()) {
            losses.add(ALPHA);
        }
        // the component that loses most of its bits
        int have = 0;
        int keep = 0;
        for (int c = 0; c < from.components(); c++) {
            int mine = bits(from, source, c);
            int theirs = bits(to, target, from.components() == to.components() ? c : 0);
            if (have == 0 || mine - theirs > have - keep) {
                have = mine;
                keep = theirs;
            }
        }
        if (ranged(source) && (keep < have || !sameNumbers(source, target))) {
            losses.add(range(keep));
        } else if (!ranged(source) && keep < have) {
            losses.add(bits(have, keep));
        }
        if (from.hasAlpha() && to.hasAlpha() && !premultiplied(source) && premultiplied(target)) {
            losses.add(PREMULTIPLIED);
        }
        if (profileLost(before, after)) {
            losses.add(PROFILE);
        }
        return losses;
    }

    /** Whether the profile that gives the numbers their meaning is gone; no meaning is lost with one of sRGB. */
    private static boolean profileLost(ImageLike before, ImageLike after) {
        byte[] profile = Profiles.of(before).orElse(null);
        return profile != null
                && !Arrays.equals(profile, Profiles.of(after).orElse(null))
                && !(Profiles.isSrgb(before) && Profiles.isSrgb(after));
    }

    /** The bits of a component; where samples are computed or numbers, those of the mode. */
    private static int bits(Mode mode, @Nullable PixelLayout layout, int component) {
        return layout == null || ranged(layout)
                ? mode.bitsPerComponent()
                : layout.plane(component).bits();
    }

    private static boolean ranged(@Nullable PixelLayout layout) {
        return layout != null && layout.planes().stream().anyMatch(plane -> plane.range() != null);
    }

    /** Whether the target's numbers are of the same kind and range. */
    private static boolean sameNumbers(PixelLayout source, @Nullable PixelLayout target) {
        if (target == null || source.planes().size() != target.planes().size()) {
            return false;
        }
        for (int c = 0; c < source.planes().size(); c++) {
            Plane here = source.plane(c);
            Plane there = target.plane(c);
            boolean same = Objects.equals(here.range(), there.range())
                    && here.memory().getClass().getSuperclass()
                            == there.memory().getClass().getSuperclass();
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean premultiplied(@Nullable PixelLayout layout) {
        return layout != null && layout.alpha() == AlphaType.PREMULTIPLIED;
    }
}
