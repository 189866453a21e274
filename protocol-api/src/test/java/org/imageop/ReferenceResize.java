package org.imageop;

import java.util.Arrays;

/**
 * Resizing written down once more, slowly and plainly, from SPEC.md C.1 to C.3: channel by channel, pass by
 * pass, with no thought of memory or time.
 */
public final class ReferenceResize {
    private ReferenceResize() {}

    /** All samples of an image of a mode in another size, in the buffer's order. */
    public static int[] resize(
            Mode mode, int[] samples, int width, int height, int toWidth, int toHeight, Filter across, Filter down) {
        if (mode.planar()) {
            int chroma = width * height / 4;
            int[] y = Arrays.copyOf(samples, width * height);
            int[] cr = Arrays.copyOfRange(samples, width * height, width * height + chroma);
            int[] cb = Arrays.copyOfRange(samples, width * height + chroma, samples.length);
            return join(
                    resize(Mode.L, y, width, height, toWidth, toHeight, across, down),
                    resize(Mode.L, cr, width / 2, height / 2, toWidth / 2, toHeight / 2, across, down),
                    resize(Mode.L, cb, width / 2, height / 2, toWidth / 2, toHeight / 2, across, down));
        }
        boolean moves =
                (width != toWidth && across != Filter.NEAREST) || (height != toHeight && down != Filter.NEAREST);
        boolean weighted = mode.hasAlpha() && moves;
        long max = mode.maxValue();
        int n = mode.components();
        long[][] channels = new long[n][width * height];
        for (int i = 0; i < width * height; i++) {
            long alpha = samples[i * n + n - 1];
            for (int c = 0; c < n; c++) {
                long v = Integer.toUnsignedLong(samples[i * n + c]);
                channels[c][i] = weighted && c < n - 1 ? (2 * v * alpha + max) / (2 * max) : v;
            }
        }
        for (int c = 0; c < n; c++) {
            channels[c] =
                    channel(channels[c], width, height, toWidth, toHeight, across, down, mode.bitsPerComponent(), true);
        }
        int[] result = new int[toWidth * toHeight * n];
        for (int i = 0; i < toWidth * toHeight; i++) {
            long alpha = channels[n - 1][i];
            for (int c = 0; c < n; c++) {
                long v = channels[c][i];
                if (weighted && c < n - 1 && alpha != 0 && alpha != max) {
                    v = Math.min(max, max * v / alpha);
                }
                result[i * n + c] = (int) v;
            }
        }
        return result;
    }

    private static int[] join(int[] a, int[] b, int[] c) {
        int[] all = Arrays.copyOf(a, a.length + b.length + c.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        System.arraycopy(c, 0, all, a.length + b.length, c.length);
        return all;
    }

    /** One channel; {@code clipped} is false for Pillow's 32-bit integers alone. */
    public static long[] channel(
            long[] in,
            int width,
            int height,
            int toWidth,
            int toHeight,
            Filter across,
            Filter down,
            int bits,
            boolean clipped) {
        boolean downFirst = height > 100L * width && toHeight < height;
        long[] rows = downFirst ? vertical(in, width, height, toHeight, down, bits, clipped) : in;
        int rowCount = downFirst ? toHeight : height;
        long[] turned = transposed(rows, width, rowCount);
        long[] wide = transposed(vertical(turned, rowCount, width, toWidth, across, bits, clipped), rowCount, toWidth);
        return downFirst ? wide : vertical(wide, toWidth, height, toHeight, down, bits, clipped);
    }

    private static long[] transposed(long[] in, int width, int height) {
        long[] out = new long[in.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[x * height + y] = in[y * width + x];
            }
        }
        return out;
    }

    private static long[] vertical(
            long[] in, int width, int height, int toHeight, Filter filter, int bits, boolean clipped) {
        if (height == toHeight) {
            return in;
        }
        long[] out = new long[width * toHeight];
        for (int i = 0; i < toHeight; i++) {
            if (filter == Filter.NEAREST) {
                // the source sample under the centre of the new one
                int nearest = (int) Math.floorDiv((2L * i + 1) * height, 2L * toHeight);
                System.arraycopy(in, nearest * width, out, i * width, width);
                continue;
            }
            double scale = (double) height / toHeight;
            double stretch = scale < 1 ? 1 : scale;
            double support = support(filter) * stretch;
            double center = (i + 0.5) * scale;
            int first = (int) (center - support + 0.5);
            if (first < 0) {
                first = 0;
            }
            int last = (int) (center + support + 0.5);
            if (last > height) {
                last = height;
            }
            double[] weights = new double[last - first];
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] = weight(filter, (j + first - center + 0.5) * (1.0 / stretch));
                sum += weights[j];
            }
            for (int x = 0; x < width; x++) {
                double total = 0;
                long fixedTotal = 1 << 21;
                for (int j = 0; j < weights.length; j++) {
                    double w = sum != 0 ? weights[j] / sum : weights[j];
                    long sample = in[(first + j) * width + x];
                    total += sample * w;
                    fixedTotal += sample * (long) (w * 4194304 + (w < 0 ? -0.5 : 0.5));
                }
                long value = bits == 8 ? fixedTotal >> 22 : (long) (total + (total < 0 ? -0.5 : 0.5));
                out[i * width + x] = clipped ? Math.min((1L << bits) - 1, Math.max(0, value)) : value;
            }
        }
        return out;
    }

    private static double support(Filter filter) {
        return switch (filter) {
            case BOX -> 0.5;
            case BILINEAR, HAMMING -> 1;
            case BICUBIC -> 2;
            case LANCZOS -> 3;
            case NEAREST -> throw new IllegalArgumentException("NEAREST has no kernel");
        };
    }

    private static double weight(Filter filter, double x) {
        double d = Math.abs(x);
        return switch (filter) {
            case BOX -> -0.5 < x && x <= 0.5 ? 1 : 0;
            case BILINEAR -> d < 1 ? 1 - d : 0;
            case HAMMING ->
                d == 0 ? 1 : d < 1 ? sinc(d) * ((double) 0.54f + (double) 0.46f * Math.cos(Math.PI * d)) : 0;
            case BICUBIC -> d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? (((d - 5) * d + 8) * d - 4) * -0.5 : 0;
            case LANCZOS -> -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
            case NEAREST -> throw new IllegalArgumentException("NEAREST has no kernel");
        };
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : Math.sin(t * Math.PI) / (t * Math.PI);
    }
}
