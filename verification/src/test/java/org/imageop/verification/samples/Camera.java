package org.imageop.verification.samples;

import static org.imageop.verification.samples.Noise.hash;

import java.util.stream.IntStream;

/**
 * Turns directions into pixels.
 *
 * @param width the picture's width in pixels
 * @param height its height in pixels
 * @param grid the square root of the number of samples per pixel
 * @param pitch how far the camera looks up, in degrees
 * @param angle the vertical field of view, in degrees
 */
record Camera(int width, int height, int grid, double pitch, double angle) {

    /** What a ray brings back: linear red, green and blue, premultiplied, and alpha. */
    @FunctionalInterface
    interface Shader {
        double[] shade(Vec direction);
    }

    /** A displayable colour: highlights roll off instead of clipping. */
    static double[] film(Vec color, double alpha) {
        double[] out = {color.x(), color.y(), color.z(), alpha};
        for (int i = 0; i < 3; i++) {
            double over = out[i] - 0.55;
            out[i] = alpha * (over < 0 ? Math.max(0, out[i]) : 0.55 + 0.45 * (1 - Math.exp(-over / 0.45)));
        }
        return out;
    }

    /** Renders rows into sRGB-coded red, green, blue and alpha from 0 to 1, not premultiplied, for each pixel. */
    double[][] rows(int first, int count, Shader shader) {
        double zoom = 2 * Math.tan(Math.toRadians(angle) / 2) / height;
        double sin = Math.sin(Math.toRadians(pitch));
        double cos = Math.cos(Math.toRadians(pitch));
        double[][] pixels = new double[width * count][];
        IntStream.range(0, pixels.length).parallel().forEach(i -> {
            int p = first * width + i;
            double[] sum = new double[4];
            for (int k = 0; k < grid * grid; k++) {
                double x = (p % width + (k % grid + hash(p, 2 * k)) / grid - width / 2.0) * zoom;
                double y = (height / 2.0 - p / width - (k / grid + hash(p, 2 * k + 1)) / grid) * zoom;
                double[] c = shader.shade(new Vec(x, y * cos + sin, cos - y * sin).unit());
                for (int channel = 0; channel < 4; channel++) {
                    sum[channel] += c[channel];
                }
            }
            for (int channel = 0; channel < 3 && sum[3] > 0; channel++) {
                double c = sum[channel] / sum[3];
                sum[channel] = c < 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
            }
            sum[3] /= grid * grid;
            pixels[i] = sum;
        });
        return pixels;
    }
}
