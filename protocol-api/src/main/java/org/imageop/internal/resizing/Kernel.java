package org.imageop.internal.resizing;

import java.util.function.DoubleUnaryOperator;
import org.imageop.Filter;

/** A convolution kernel: how far it reaches and its value there (SPEC.md C.1). */
record Kernel(double support, DoubleUnaryOperator value) {

    /** The kernel of a filter other than nearest. */
    static Kernel of(Filter filter) {
        return switch (filter) {
            case BOX -> new Kernel(0.5, x -> x > -0.5 && x <= 0.5 ? 1 : 0);
            case BILINEAR -> new Kernel(1, x -> Math.abs(x) < 1 ? 1 - Math.abs(x) : 0);
            case HAMMING -> new Kernel(1, Kernel::hamming);
            case BICUBIC -> new Kernel(2, Kernel::bicubic);
            case LANCZOS -> new Kernel(3, x -> x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0);
            case NEAREST -> throw new IllegalArgumentException("NEAREST is not a convolution");
        };
    }

    double at(double x) {
        return value.applyAsDouble(x);
    }

    private static double hamming(double signed) {
        double x = Math.abs(signed);
        if (x == 0) {
            return 1;
        }
        // the constants are single-precision, as Pillow's are
        return x >= 1 ? 0 : sinc(x) * (0.54f + 0.46f * StrictMath.cos(Math.PI * x));
    }

    private static double bicubic(double signed) {
        final double a = -0.5;
        double x = Math.abs(signed);
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }
}
