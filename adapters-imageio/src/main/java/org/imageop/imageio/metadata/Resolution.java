package org.imageop.imageio.metadata;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.imageop.InfoKeys;
import org.jspecify.annotations.Nullable;

/**
 * Pixels per inch. Codecs write them in their formats' own terms: through the standard metadata of ImageIO three formats
 * of four come out wrong by orders of magnitude.
 *
 * @param x horizontally, positive
 * @param y vertically, positive
 */
public record Resolution(double x, double y) {
    static final double METRES_PER_INCH = 0.0254;

    /** Formats round to whole pixels per inch, or finer. */
    private static final double ROUNDING = 0.5;

    /** The resolution of an image; null if it has none that makes sense. */
    public static @Nullable Resolution of(Map<String, Object> info) {
        return info.get(InfoKeys.DPI) instanceof List<?> dpi
                        && dpi.size() == 2
                        && dpi.get(0) instanceof Number x
                        && dpi.get(1) instanceof Number y
                        && fits(x.doubleValue())
                        && fits(y.doubleValue())
                ? new Resolution(x.doubleValue(), y.doubleValue())
                : null;
    }

    private static boolean fits(double dpi) {
        return dpi >= 0.5 && dpi <= 65535;
    }

    /** Horizontal pixels per metre. */
    public long xPerMetre() {
        return Math.round(x / METRES_PER_INCH);
    }

    /** Vertical pixels per metre. */
    public long yPerMetre() {
        return Math.round(y / METRES_PER_INCH);
    }

    /** A positive number as numerator and denominator, each of 32 unsigned bits, whole if the number is. */
    public static long[] fraction(double number) {
        long denominator = number == Math.rint(number) ? 1 : number < 1e5 ? 10_000 : 1;
        return new long[] {Math.round(number * denominator), denominator};
    }

    /** Whether tags have the same resolution, except for rounding. */
    boolean isIn(TiffTags tags) throws IOException {
        List<Double> dpi = tags.dpi();
        return dpi != null && isKept(this, new Resolution(dpi.get(0), dpi.get(1)));
    }

    /** Whether a file keeps a resolution, except for rounding. */
    static boolean isKept(@Nullable Resolution wanted, @Nullable Resolution written) {
        return wanted != null
                && written != null
                && Math.abs(wanted.x - written.x) <= ROUNDING
                && Math.abs(wanted.y - written.y) <= ROUNDING;
    }
}
