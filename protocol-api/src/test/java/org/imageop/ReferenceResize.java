package org.imageop;

/**
 * Resizing written down once more, slowly and plainly, from SPEC.md C.1 to C.3: channel by channel, pass by
 * pass, with no thought of memory or time.
 */
public final class ReferenceResize {
    private ReferenceResize() {}

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
                d == 0 ? 1 : d < 1 ? sinc(d) * ((double) 0.54f + (double) 0.46f * StrictMath.cos(Math.PI * d)) : 0;
            case BICUBIC -> d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? (((d - 5) * d + 8) * d - 4) * -0.5 : 0;
            case LANCZOS -> -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
            case NEAREST -> throw new IllegalArgumentException("NEAREST has no kernel");
        };
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : StrictMath.sin(t * Math.PI) / (t * Math.PI);
    }
}
