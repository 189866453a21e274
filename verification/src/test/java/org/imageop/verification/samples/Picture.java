package org.imageop.verification.samples;

import static org.imageop.verification.samples.Camera.film;
import static org.imageop.verification.samples.Curves.sq;
import static org.imageop.verification.samples.Light.SKYLIGHT;
import static org.imageop.verification.samples.Light.SUN;
import static org.imageop.verification.samples.Light.SUNLIGHT;

import java.awt.image.WritableRaster;
import java.util.List;

/**
 * A sample picture: a camera and what it sees.
 *
 * @param camera where the rays come from
 * @param shader what they meet
 */
record Picture(Camera camera, Camera.Shader shader) {
    /** What black-and-white film sees of a colour through a yellow filter. */
    private static final Vec YELLOW_FILTER = new Vec(0.40, 0.85, -0.30);

    /** The whole scene: marbles on a table above a harbour. */
    static Picture harbour() {
        Still still = new Still(List.of(
                Marble.at(-1.00, -0.50, 0.68, new Vec(0.85, 0.22, 0.04), null, 0),
                Marble.at(0.48, -0.10, 0.86, new Vec(0.10, 0.06, 0.05), new Vec(0.95, 0.30, 0.02), 0.6),
                Marble.at(-0.25, -1.65, 0.38, new Vec(0.05, 1.5, 1.7), null, 0),
                Marble.at(1.62, -1.20, 0.47, new Vec(0.9, 0.08, 0.7), null, 0),
                Marble.at(-1.70, -1.60, 0.34, new Vec(0.10, 0.06, 0.05), new Vec(0.03, 0.25, 0.85), 1.9)));
        Vec eye = new Vec(0, 1.55, -7.4);
        return new Picture(new Camera(1200, 800, 4, -6.0, 26.5), d -> film(still.trace(eye, d, 0), 1));
    }

    /** One marble and its coloured shadow on nothing: transparency of all degrees. */
    static Picture marble() {
        Marble ball = Marble.at(0, 0, 0.8, new Vec(0.03, 0.36, 1.30), new Vec(0.92, 0.02, 0.10), 0.35);
        Still still = new Still(List.of(ball));
        Vec eye = new Vec(0.42, 2.9, -5.0);
        double open = SUN.y() * SUNLIGHT.y() + 1.2 * SKYLIGHT.y();
        return new Picture(new Camera(320, 240, 8, -28.5, 31), d -> {
            double hit = ball.hit(eye, d, false);
            if (hit > 0) {
                double facing = -d.dot(eye.plus(d, hit).plus(ball.centre(), -1).unit());
                return film(still.trace(eye, d, 0), Math.min(1, 1.1 - 0.35 * sq(facing)));
            }
            Vec at = eye.plus(d, -eye.y() / d.y());
            Vec focused = still.caustics().at(at.x(), at.z());
            Vec[] lit = still.light(at.x(), at.z());
            double direct = (lit[0].y() - focused.y() * SUNLIGHT.y() + lit[1].y()) / open;
            double alpha = Math.min(0.9, 0.8 * (1 - direct) - 0.02 + 0.3 * Math.max(focused.x(), focused.z()));
            return film(focused.times(0.8 / Math.max(0.05, alpha)), Math.max(0, alpha));
        });
    }

    /** The coast alone, through a longer lens. */
    static Picture headland() {
        return new Picture(new Camera(400, 300, 6, 1.2, 13), d -> {
            Vec turned = new Vec(d.x() + 0.058 * d.z(), d.y(), d.z());
            return film(Vec.WHITE.times(Math.max(0, Coast.view(turned.unit()).dot(YELLOW_FILTER))), 1);
        });
    }

    /** Renders rows into a raster of the picture's width and of that many rows, with as many bands as it has. */
    void render(int first, WritableRaster raster) {
        double[][] pixels = camera.rows(first, raster.getHeight(), shader);
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        for (int p = 0; p < pixels.length; p++) {
            for (int band = 0; band < raster.getNumBands(); band++) {
                int value = (int) Math.round(most * Math.max(0, Math.min(1, pixels[p][band])));
                raster.setSample(p % raster.getWidth(), p / raster.getWidth(), band, value);
            }
        }
    }
}
