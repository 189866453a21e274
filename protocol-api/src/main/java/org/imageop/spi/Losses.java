package org.imageop.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.color.Profiles;
import org.imageop.internal.operations.ImageAccess;

/**
 * What an image loses when it becomes another object, found by comparing the two. The same loss has the same words
 * everywhere.
 */
public final class Losses {
    /** Colours are stored multiplied by alpha. */
    public static final String PREMULTIPLIED =
            "straight → premultiplied alpha: colours of transparent pixels, precision of translucent ones";

    /** Alpha is dropped. */
    public static final String ALPHA = "alpha";

    /** Numbers of a range (L-8) have another range, or elements that hold fewer of them. */
    public static final String OTHER_NUMBERS = "numbers of a range → another range or kind of numbers: rounding";

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
     * A loss of numbers of a range (L-8): of each, only its position in the range is left, in so many bits.
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
     * Whether the samples of an image stand for numbers of a range (L-8, A-14). A form that has none, such as a file of
     * unsigned samples, loses them: {@link #range}.
     *
     * @param image any image, in memory or computed
     * @return true if one of its components has numbers
     */
    public static boolean hasNumbers(ImageLike image) {
        return Stored.of(image).stream().anyMatch(Stored::ranged);
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
        // every grey is a colour of RGB and CMYK
        if (from.family() != to.family() && from.family() != ColorFamily.GREY) {
            losses.add(colors(from.family(), to.family()));
        }
        if (from.hasAlpha() && !to.hasAlpha()) {
            losses.add(ALPHA);
        }
        List<Stored> source = Stored.of(before);
        List<Stored> target = Stored.of(after);
        // the component that loses most of its bits
        int have = 0;
        int keep = 0;
        for (int c = 0; c < from.components(); c++) {
            int mine = source.get(c).bits();
            int theirs =
                    target.get(from.components() == to.components() ? c : 0).bits();
            if (have == 0 || mine - theirs > have - keep) {
                have = mine;
                keep = theirs;
            }
        }
        if (source.stream().anyMatch(Stored::ranged)) {
            if (target.stream().noneMatch(Stored::ranged)) {
                losses.add(range(keep));
            } else if (!keepsNumbers(from, source, to, target)) {
                losses.add(OTHER_NUMBERS);
            }
        } else if (keep < have) {
            losses.add(bits(have, keep));
        }
        if (from.hasAlpha() && to.hasAlpha() && !premultiplied(before) && premultiplied(after)) {
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

    /** Whether each component has the numbers of the one that it was copied from; computed colours have not. */
    private static boolean keepsNumbers(Mode from, List<Stored> source, Mode to, List<Stored> target) {
        boolean grey = from.family() == ColorFamily.GREY && to.family() == ColorFamily.RGB;
        if (from.family() != to.family() && !grey) {
            return false;
        }
        for (int c = 0; c < to.components(); c++) {
            String name = to.componentNames().get(c);
            int origin = from.componentNames().indexOf(grey && !name.equals("a") ? "l" : name);
            // alpha that was added is made, not copied
            if (origin >= 0 && !target.get(c).holds(source.get(origin))) {
                return false;
            }
        }
        return true;
    }

    private static boolean premultiplied(ImageLike image) {
        return !image.planar() && ImageAccess.rows(image, 0).premultiplied();
    }
}
