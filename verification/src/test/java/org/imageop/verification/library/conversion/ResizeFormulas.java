package org.imageop.verification.library.conversion;

import java.util.Arrays;
import org.imageop.Filter;
import org.imageop.Mode;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.jspecify.annotations.Nullable;

/** Resizing a second time: SPEC.md appendix C as it stands there, sample by sample, all in memory. */
final class ResizeFormulas {
    /** What the filter of an axis is if none is asked for (C-4). */
    private static Filter usual(@Nullable Filter asked, int from, int to) {
        return asked != null ? asked : to > from ? Filter.BICUBIC : Filter.LANCZOS;
    }

    private ResizeFormulas() {}

    /**
     * An image in another size, then in another mode (AMB-18).
     *
     * @param across the filter of rows, null for the usual one
     * @param down the filter of columns, null for the usual one
     */
    static Samples resize(
            Samples from, Mode to, int width, int height, @Nullable Filter across, @Nullable Filter down) {
        Shape shape = from.shape;
        if (shape.width() == width && shape.height() == height) {
            return ConversionFormulas.convert(from, to);
        }
        Shape target = new Shape(to, width, height);
        if (!shape.planar()) {
            return ConversionFormulas.convert(pixels(from, width, height, across, down), to);
        } else if (!target.planar()) {
            Samples[] full = new Samples[3];
            Arrays.setAll(full, c -> pixels(from.component(c), width, height, across, down));
            return ConversionFormulas.ofPlanes(shape.mode(), full[0], full[1], full[2], to);
        }
        Samples planes = new Samples(new Shape(shape.mode(), width, height));
        for (int c = 0; c < 3; c++) {
            planes.of[c] = pixels(from.component(c), target.columns(c), target.rows(c), across, down).of[0];
        }
        return ConversionFormulas.convert(planes, to);
    }

    /** An image that is not planar in another size, premultiplied where alpha weighs (C.2). */
    private static Samples pixels(Samples from, int width, int height, @Nullable Filter across, @Nullable Filter down) {
        Shape shape = from.shape;
        Filter horizontal = usual(across, shape.width(), width);
        Filter vertical = usual(down, shape.height(), height);
        boolean blends = shape.width() != width && horizontal != Filter.NEAREST
                || shape.height() != height && vertical != Filter.NEAREST;
        boolean weighted = shape.hasAlpha() && blends;
        long max = shape.max();
        int last = shape.names().size() - 1;
        Samples result = new Samples(new Shape(shape.mode(), width, height));
        long[][][] planes = new long[last + 1][][];
        for (int c = 0; c <= last; c++) {
            long[][] plane = new long[shape.height()][shape.width()];
            for (int y = 0; y < plane.length; y++) {
                for (int x = 0; x < plane[y].length; x++) {
                    long v = Integer.toUnsignedLong(from.of[c][y][x]);
                    plane[y][x] = weighted && c < last ? (2 * v * from.of[last][y][x] + max) / (2 * max) : v;
                }
            }
            planes[c] = passes(plane, width, height, horizontal, vertical, max);
        }
        result.each((c, x, y) -> {
            long v = planes[c][y][x];
            long alpha = planes[last][y][x];
            boolean divided = weighted && c < last && alpha != 0 && alpha != max;
            result.of[c][y][x] = (int) (divided ? Math.min(max, v * max / alpha) : v);
        });
        return result;
    }

    private static long[][] passes(long[][] plane, int width, int height, Filter across, Filter down, long max) {
        boolean downFirst = plane.length > 100L * plane[0].length && height < plane.length;
        long[][] first = downFirst ? pass(plane, height, down, max) : plane;
        long[][] wide = turned(pass(turned(first), width, across, max));
        return downFirst ? wide : pass(wide, height, down, max);
    }

    private static long[][] turned(long[][] plane) {
        long[][] turned = new long[plane[0].length][plane.length];
        for (int y = 0; y < plane.length; y++) {
            for (int x = 0; x < plane[y].length; x++) {
                turned[x][y] = plane[y][x];
            }
        }
        return turned;
    }

    /** Along the columns; a length that stays the same is not resampled (C-5). */
    private static long[][] pass(long[][] rows, int to, Filter filter, long max) {
        int from = rows.length;
        if (from == to) {
            return rows;
        }
        long[][] result = new long[to][];
        for (int i = 0; i < to; i++) {
            result[i] = filter == Filter.NEAREST
                    ? rows[(int) ((2L * i + 1) * from / (2L * to))].clone()
                    : row(rows, to, i, filter, max);
        }
        return result;
    }

    private static long[] row(long[][] rows, int to, int i, Filter filter, long max) {
        double scale = (double) rows.length / to;
        double widening = Math.max(scale, 1);
        double support = radius(filter) * widening;
        double center = (i + 0.5) * scale;
        int first = Math.max(0, (int) (center - support + 0.5));
        int last = Math.min(rows.length, (int) (center + support + 0.5));
        double[] weights = new double[last - first];
        double sum = 0;
        for (int j = first; j < last; j++) {
            weights[j - first] = value(filter, (j - center + 0.5) * (1 / widening));
            sum += weights[j - first];
        }
        for (int k = 0; k < weights.length && sum != 0; k++) {
            weights[k] /= sum;
        }
        long[] result = new long[rows[0].length];
        for (int x = 0; x < result.length; x++) {
            result[x] = max == 255 ? fixed(rows, x, first, weights) : floating(rows, x, first, weights, max);
        }
        return result;
    }

    private static long fixed(long[][] rows, int x, int first, double[] weights) {
        int sum = 1 << 21;
        for (int k = 0; k < weights.length; k++) {
            int weight = (int) (weights[k] * (1 << 22) + (weights[k] < 0 ? -0.5 : 0.5));
            sum += (int) rows[first + k][x] * weight;
        }
        return Math.max(0, Math.min(255, sum >> 22));
    }

    private static long floating(long[][] rows, int x, int first, double[] weights, long max) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += rows[first + k][x] * weights[k];
        }
        return sum < 0 ? 0 : Math.min(max, (long) (sum + 0.5));
    }

    private static double radius(Filter filter) {
        return switch (filter) {
            case BOX -> 0.5;
            case BILINEAR, HAMMING -> 1;
            case BICUBIC -> 2;
            case LANCZOS -> 3;
            case NEAREST -> throw new IllegalArgumentException("NEAREST weighs nothing");
        };
    }

    private static double value(Filter filter, double at) {
        double x = Math.abs(at);
        double a = -0.5;
        return switch (filter) {
            case BOX -> -0.5 < at && at <= 0.5 ? 1 : 0;
            case BILINEAR -> x < 1 ? 1 - x : 0;
            case HAMMING -> x == 0 ? 1 : x < 1 ? sinc(x) * ((double) 0.54f + 0.46f * StrictMath.cos(Math.PI * x)) : 0;
            case BICUBIC -> x < 1 ? ((a + 2) * x - (a + 3)) * x * x + 1 : x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
            case LANCZOS -> -3 <= at && at < 3 ? sinc(at) * sinc(at / 3) : 0;
            case NEAREST -> throw new IllegalArgumentException("NEAREST weighs nothing");
        };
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : StrictMath.sin(Math.PI * t) / (Math.PI * t);
    }
}
