package org.imageop;

/**
 * Conversions of one colour in real numbers, from the definitions of the colour models: what the library's integer
 * kernels are near to. Components are from 0 to 1 in between; subsampling does not come into it.
 */
final class IdealColor {
    private final double red;
    private final double green;
    private final double blue;
    private final double alpha;

    /** The grey that is asked of an achromatic source: no rounding of luma weights gets in. */
    private final boolean grey;

    private IdealColor(double red, double green, double blue, double alpha, boolean grey) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.alpha = alpha;
        this.grey = grey;
    }

    /** The colour of a pixel, or of a group of luma and chroma samples. */
    static IdealColor of(Mode mode, int... samples) {
        double[] v = new double[samples.length];
        for (int c = 0; c < v.length; c++) {
            v[c] = Integer.toUnsignedLong(samples[c]) / (double) mode.maxValue();
        }
        return switch (mode) {
            case L, L16, L32 -> new IdealColor(v[0], v[0], v[0], 1, true);
            case LA, LA32 -> new IdealColor(v[0], v[0], v[0], v[1], true);
            case RGB, RGB48 -> new IdealColor(v[0], v[1], v[2], 1, false);
            case RGBA, RGBA64 -> new IdealColor(v[0], v[1], v[2], v[3], false);
            case CMYK, CMYK64 ->
                new IdealColor((1 - v[0]) * (1 - v[3]), (1 - v[1]) * (1 - v[3]), (1 - v[2]) * (1 - v[3]), 1, false);
            case YV12 -> ofLuma((samples[0] - 16) / 219.0, (samples[1] - 128) / 224.0, (samples[2] - 128) / 224.0);
            case JPEG_YV12 -> ofLuma(samples[0] / 255.0, (samples[1] - 128) / 255.0, (samples[2] - 128) / 255.0);
        };
    }

    /** Cr is (R − Y) / 1.402 and Cb is (B − Y) / 1.772. */
    private static IdealColor ofLuma(double y, double cr, double cb) {
        double r = y + 1.402 * cr;
        double b = y + 1.772 * cb;
        double g = (y - 0.299 * r - 0.114 * b) / 0.587;
        return new IdealColor(limit(r, 1), limit(g, 1), limit(b, 1), 1, false);
    }

    private static double limit(double v, double max) {
        return Math.max(0, Math.min(max, v));
    }

    /** The samples of this colour in a mode, unrounded. */
    double[] in(Mode mode) {
        double max = mode.maxValue();
        double y = grey ? red : 0.299 * red + 0.587 * green + 0.114 * blue;
        return switch (mode) {
            case L, L16, L32 -> new double[] {y * max};
            case LA, LA32 -> new double[] {y * max, alpha * max};
            case RGB, RGB48 -> new double[] {red * max, green * max, blue * max};
            case RGBA, RGBA64 -> new double[] {red * max, green * max, blue * max, alpha * max};
            case CMYK, CMYK64 ->
                grey
                        ? new double[] {0, 0, 0, max - red * max}
                        : new double[] {max - red * max, max - green * max, max - blue * max, 0};
            case YV12 -> new double[] {16 + 219 * y, 128 + 224 * (red - y) / 1.402, 128 + 224 * (blue - y) / 1.772};
            case JPEG_YV12 -> new double[] {255 * y, 128 + 255 * (red - y) / 1.402, 128 + 255 * (blue - y) / 1.772};
        };
    }

    /** The samples of one mode in another, unrounded. Colours that both modes have do not go through RGB. */
    static double[] convert(Mode from, Mode to, int... samples) {
        if (from.planar()) {
            return ofPlanar(from, to, samples);
        } else if (from.componentNames().equals(to.componentNames())) {
            double[] scaled = new double[samples.length];
            for (int c = 0; c < scaled.length; c++) {
                scaled[c] = Integer.toUnsignedLong(samples[c]) * (double) to.maxValue() / from.maxValue();
            }
            return scaled;
        }
        return of(from, samples).in(to);
    }

    private static double[] ofPlanar(Mode from, Mode to, int... s) {
        boolean studio = from == Mode.YV12;
        double y = studio ? (s[0] - 16) / 219.0 : s[0] / 255.0;
        double max = to.maxValue();
        if (from == to) {
            return new double[] {s[0], s[1], s[2]};
        }
        return switch (to) {
            case L, L16, L32 -> new double[] {limit(y * max, max)};
            case LA, LA32 -> new double[] {limit(y * max, max), max};
            case JPEG_YV12 ->
                new double[] {
                    limit(255 * y, 255),
                    limit(128 + 255 * (s[1] - 128) / 224.0, 255),
                    limit(128 + 255 * (s[2] - 128) / 224.0, 255)
                };
            case YV12 ->
                new double[] {16 + 219 * y, 128 + 224 * (s[1] - 128) / 255.0, 128 + 224 * (s[2] - 128) / 255.0};
            default -> of(from, s).in(to);
        };
    }
}
