package org.imageop.verification.model;

import java.util.Arrays;
import org.imageop.tck.engine.Samples;

/** What is stored for a sample, and how it reads, written a second time (L-7, L-10). */
public final class Formulas {
    private Formulas() {}

    /** A sample of one largest value as one of another, to the nearest. */
    public static int scale(long sample, long from, long to) {
        return from == to ? (int) sample : (int) ((2 * sample * to + from) / (2 * from));
    }

    /** A pixel's samples with all but the last multiplied by the last. */
    public static int[] premultiplied(int[] straight, long max) {
        long alpha = straight[straight.length - 1];
        return colours(straight, colour -> (2 * colour * alpha + max) / (2 * max));
    }

    /** A pixel's samples with all but the last divided by the last. */
    public static int[] straight(int[] premultiplied, long max) {
        long alpha = premultiplied[premultiplied.length - 1];
        return colours(
                premultiplied, product -> alpha == 0 ? 0 : Math.min(max, (2 * product * max + alpha) / (2 * alpha)));
    }

    private interface Weighing {
        long of(long colour);
    }

    private static int[] colours(int[] pixel, Weighing weighing) {
        int[] result = pixel.clone();
        Arrays.setAll(result, c -> c < pixel.length - 1 ? (int) weighing.of(pixel[c]) : pixel[c]);
        return result;
    }

    /** All pixels premultiplied. */
    public static Samples premultiplied(Samples straight) {
        return each(straight, pixel -> premultiplied(pixel, straight.shape.max()));
    }

    /** All pixels straight. */
    public static Samples straight(Samples premultiplied) {
        return each(premultiplied, pixel -> straight(pixel, premultiplied.shape.max()));
    }

    private interface OfPixel {
        int[] of(int... pixel);
    }

    private static Samples each(Samples samples, OfPixel change) {
        Samples result = new Samples(samples.shape);
        result.each(0, (c, x, y) -> result.pixel(x, y, change.of(samples.pixel(x, y))));
        return result;
    }
}
