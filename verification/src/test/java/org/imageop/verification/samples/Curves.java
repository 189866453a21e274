package org.imageop.verification.samples;

/** Functions of a number. */
final class Curves {
    private Curves() {}

    /** A soft step from 0 to 1. */
    static double smooth(double from, double to, double x) {
        double t = Math.max(0, Math.min(1, (x - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    /** The share of light that glass reflects, by the cosine of the angle (Schlick). */
    static double fresnel(double cos) {
        return 0.04 + 0.96 * Math.pow(1 - Math.max(0, Math.min(1, cos)), 5);
    }

    static double sq(double x) {
        return x * x;
    }

    /** The fraction of a number, from 0 to 1. */
    static double frac(double x) {
        return x - Math.floor(x);
    }
}
