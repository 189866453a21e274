package org.imageop.verification.samples;

import static org.imageop.verification.samples.Curves.fresnel;
import static org.imageop.verification.samples.Curves.sq;
import static org.imageop.verification.samples.Light.GLASS;
import static org.imageop.verification.samples.Light.SUN;
import static org.imageop.verification.samples.Light.SUN_SIZE;
import static org.imageop.verification.samples.Noise.hash;

import java.util.List;

/** Sunlight focused on the table by the glass, gathered by sending a fixed grid of rays through it. */
final class Caustics {
    private static final int W = 900;
    private static final int H = 700;
    private static final double SCALE = 70;
    private final double[] light = new double[W * H * 3];

    Caustics(List<Marble> marbles) {
        Vec u = SUN.cross(new Vec(0, 1, 0)).unit();
        Vec v = SUN.cross(u);
        int n = 1500;
        for (Marble m : marbles) {
            double flux = sq(2 * m.radius() / n) * SCALE * SCALE;
            for (int i = 0; i < n * n; i++) {
                double a = 2 * (i % n + 0.5) / n - 1;
                double b = 2 * (i / n + 0.5) / n - 1;
                double r = SUN_SIZE * Math.sqrt(hash(i, 1));
                double t = 2 * Math.PI * hash(i, 2);
                Vec dir = SUN.times(-1)
                        .plus(u, r * Math.cos(t))
                        .plus(v, r * Math.sin(t))
                        .unit();
                Vec from = m.centre()
                        .plus(u, a * m.radius())
                        .plus(v, b * m.radius())
                        .plus(dir, -9);
                double hit = m.hit(from, dir, false);
                if (hit > 0) {
                    trace(m, from.plus(dir, hit), dir, flux);
                }
            }
        }
    }

    private void trace(Marble m, Vec p, Vec dir, double flux) {
        Vec normal = p.plus(m.centre(), -1).unit();
        Vec in = dir.refract(normal, 1 / GLASS);
        Vec q = p.plus(in, m.hit(p, in, true));
        Vec back = m.centre().plus(q, -1).unit();
        Vec out = in.refract(back, GLASS);
        if (out != null && out.y() < -0.02) {
            Vec at = q.plus(out, -q.y() / out.y());
            double kept = (1 - fresnel(-dir.dot(normal))) * (1 - fresnel(-out.dot(back)));
            Vec power = m.walk(p, q)[0].times(flux * kept);
            double x = at.x() * SCALE + W / 2.0;
            double y = at.z() * SCALE + H * 0.7;
            int col = (int) Math.floor(x);
            int row = (int) Math.floor(y);
            if (col >= 0 && row >= 0 && col < W - 1 && row < H - 1) {
                for (int k = 0; k < 4; k++) {
                    double share = (k % 2 == 0 ? col + 1 - x : x - col) * (k < 2 ? row + 1 - y : y - row);
                    int i = 3 * ((row + k / 2) * W + col + k % 2);
                    light[i] += share * power.x();
                    light[i + 1] += share * power.y();
                    light[i + 2] += share * power.z();
                }
            }
        }
    }

    Vec at(double px, double pz) {
        double x = Math.max(0, Math.min(W - 1.01, px * SCALE + W / 2.0));
        double y = Math.max(0, Math.min(H - 1.01, pz * SCALE + H * 0.7));
        int i = 3 * ((int) y * W + (int) x);
        Vec upper = texel(i).mix(texel(i + 3), x % 1);
        Vec lower = texel(i + 3 * W).mix(texel(i + 3 * W + 3), x % 1);
        return upper.mix(lower, y % 1);
    }

    private Vec texel(int i) {
        return new Vec(light[i], light[i + 1], light[i + 2]);
    }
}
