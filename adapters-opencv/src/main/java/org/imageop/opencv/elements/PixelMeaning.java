package org.imageop.opencv.elements;

import java.nio.Buffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.imageop.AlphaType;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * What the neighbouring elements of a pixel are. This is the one table of depths, channels and modes.
 *
 * @param depth what an element is
 * @param mode the mode of an image of them
 * @param order a letter for each element, as in {@link org.imageop.Arrangement}; X belongs to no component
 * @param ranges the numbers that are black and white, for each component; empty if elements are samples
 */
public record PixelMeaning(Depth depth, Mode mode, String order, List<Plane.Range> ranges) {
    /** Blue comes first, and a fourth channel is alpha: so OpenCV reads, shows and writes files. */
    private static final String[] USUAL_ORDERS = {"", "L", "", "BGR", "BGRA"};

    /**
     * Finds the meaning, or checks the one that is wanted.
     *
     * @param order the wanted order; null for OpenCV's own
     * @param range the wanted range; null for the usual one
     * @throws UnsupportedImageException if nobody knows the meaning, or the wanted one does not fit
     */
    public static PixelMeaning of(
            Subject subject, Depth depth, int channels, @Nullable String order, Plane.@Nullable Range range) {
        String letters = order == null ? usualOrder(subject, channels, range) : order;
        Mode mode = mode(subject, letters, channels, depth);
        Plane.Range numbers = range != null ? range : depth.usualRange();
        if (numbers == null && !depth.plain()) {
            throw new UnsupportedImageException(subject + " of the depth " + depth
                    + " has numbers without a fixed black and white; give their range with "
                    + subject.call("wrap", "new Plane.Range(min, max)") + " [errors.md#range-needed]");
        }
        List<Plane.Range> ranges = numbers == null ? List.of() : Collections.nCopies(mode.components(), numbers);
        return new PixelMeaning(depth, mode, letters, ranges);
    }

    /** A meaning for each channel: grey, whatever the others are. */
    public static List<PixelMeaning> channels(Subject subject, Depth depth, int channels, Plane.@Nullable Range range) {
        List<PixelMeaning> each = new ArrayList<>(channels);
        for (int c = 0; c < channels; c++) {
            each.add(of(subject, depth, channels, "X".repeat(c) + "L" + "X".repeat(channels - c - 1), range));
        }
        return each;
    }

    private static String usualOrder(Subject subject, int channels, Plane.@Nullable Range range) {
        String[] more = range == null ? new String[0] : new String[] {"range"};
        if (channels == 2) {
            String[] named = range == null ? new String[] {"\"LA\""} : new String[] {"\"LA\"", "range"};
            throw new UnsupportedImageException(subject
                    + " of 2 channels does not say whether the second one is alpha: if it is, name the order with "
                    + subject.call("wrap", named) + "; if they are channels, take an image of each with "
                    + subject.call("channels", more) + " [errors.md#channels-or-alpha]");
        }
        if (channels > 4) {
            throw new UnsupportedImageException(subject + " has " + channels
                    + " channels, but no mode has more than 4 components; take an image of each with "
                    + subject.call("channels", more) + " [errors.md#too-many-components]");
        }
        return USUAL_ORDERS[channels];
    }

    private static Mode mode(Subject subject, String order, int channels, Depth depth) {
        ColorFamily family = order.indexOf('C') >= 0
                ? ColorFamily.CMYK
                : order.indexOf('R') >= 0 ? ColorFamily.RGB : ColorFamily.GREY;
        boolean alpha = order.indexOf('A') >= 0 && family != ColorFamily.CMYK;
        boolean single = family == ColorFamily.GREY && !alpha;
        Mode mode = Mode.of(family, single ? depth.bits() : Math.min(depth.bits(), 16), alpha);
        String rest = order;
        for (String component : mode.componentNames()) {
            rest = rest.replaceFirst(letter(component), "");
        }
        int unused = rest.replace("X", "").length();
        if (order.length() != channels || unused > 0 || order.length() - rest.length() != mode.components()) {
            throw new UnsupportedImageException(subject + " of " + channels
                    + (channels == 1 ? " channel" : " channels") + " cannot have the order \"" + order
                    + "\"; name each channel once, as in \"RGB\", \"LA\", \"CMYK\" or \"BGRX\", whose X is left out"
                    + " [errors.md#mode-does-not-fit]");
        }
        return mode;
    }

    private static String letter(String component) {
        return component.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** How many elements a pixel has. */
    public int channels() {
        return order.length();
    }

    /** Which element of a pixel each component is. */
    int[] places() {
        return mode.componentNames().stream()
                .mapToInt(component -> order.indexOf(letter(component)))
                .toArray();
    }

    /** The layout of memory that begins with the first pixel; none has doubles. */
    PixelLayout layout(Buffer elements, int width, int height, long step) {
        int[] places = places();
        Plane[] planes = new Plane[places.length];
        for (int c = 0; c < planes.length; c++) {
            int at = places[c];
            planes[c] = ranges.isEmpty()
                    ? Plane.of(elements, at, channels(), step)
                    : depth.signed()
                            ? Plane.ranged(elements, at, channels(), step, ranges.get(c))
                            : Plane.rangedUnsigned(elements, at, channels(), step, ranges.get(c));
        }
        AlphaType alpha = mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return PixelLayout.of(mode, width, height, alpha, planes);
    }
}
