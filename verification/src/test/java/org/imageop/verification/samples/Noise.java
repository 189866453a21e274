package org.imageop.verification.samples;

/** Value noise without a random source: the same on every run. */
final class Noise {
    private Noise() {}

    /** A number from 0 to 1 for a grid point. */
    static double hash(int x, int y) {
        int h = x * 0x27d4eb2d ^ (y + 0x165667b1) * 0x9e3779b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return ((h ^ h >>> 16) >>> 1) / (double) Integer.MAX_VALUE;
    }

    /** Smooth noise from 0 to 1. */
    static double noise(double x, double y) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double u = Curves.smooth(0, 1, x - i);
        double v = Curves.smooth(0, 1, y - j);
        double a = hash(i, j) + u * (hash(i + 1, j) - hash(i, j));
        double b = hash(i, j + 1) + u * (hash(i + 1, j + 1) - hash(i, j + 1));
        return a + v * (b - a);
    }

    /** Noise of several octaves, each of half the weight and about twice the pitch. */
    static double fbm(double x, double y, int octaves) {
        double sum = 0;
        double total = 0;
        double weight = 1;
        for (int i = 0; i < octaves; i++, weight *= 0.5) {
            sum += weight * noise(x, y);
            total += weight;
            double turned = 1.62 * x - 1.18 * y + 7.1;
            y = 1.18 * x + 1.62 * y + 3.7;
            x = turned;
        }
        return sum / total;
    }
}
