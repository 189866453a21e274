package org.imageop.verification.samples;

import static org.imageop.verification.samples.Curves.frac;
import static org.imageop.verification.samples.Curves.fresnel;
import static org.imageop.verification.samples.Curves.smooth;
import static org.imageop.verification.samples.Curves.sq;
import static org.imageop.verification.samples.Light.GLASS;
import static org.imageop.verification.samples.Light.SKYLIGHT;
import static org.imageop.verification.samples.Light.SUN;
import static org.imageop.verification.samples.Light.SUNLIGHT;
import static org.imageop.verification.samples.Light.SUN_SIZE;
import static org.imageop.verification.samples.Noise.fbm;
import static org.imageop.verification.samples.Noise.hash;

import java.util.List;

/** Glass marbles on a striped cloth, on a wooden table: a small ray tracer. Behind it lies the {@link Coast}. */
final class Still {
    private static final double TABLE_EDGE = 2.0;

    private final List<Marble> marbles;
    private final Caustics caustics;

    Still(List<Marble> marbles) {
        this.marbles = marbles;
        this.caustics = new Caustics(marbles);
    }

    Caustics caustics() {
        return caustics;
    }

    /** The light that comes along a ray; {@code depth} counts how often it was bent or mirrored. */
    Vec trace(Vec from, Vec dir, int depth) {
        double near = Double.MAX_VALUE;
        Marble marble = null;
        for (Marble m : marbles) {
            double t = m.hit(from, dir, false);
            if (t > 1e-6 && t < near) {
                near = t;
                marble = m;
            }
        }
        double t = -from.y() / dir.y();
        if (t > 1e-6 && t < near && from.z() + t * dir.z() < TABLE_EDGE) {
            return table(from.x() + t * dir.x(), from.z() + t * dir.z());
        }
        return marble == null ? Coast.view(dir) : glass(marble, from.plus(dir, near), dir, depth);
    }

    private Vec glass(Marble m, Vec p, Vec dir, int depth) {
        Vec normal = p.plus(m.centre(), -1).unit();
        double mirror = fresnel(-dir.dot(normal));
        Vec bounce = dir.mirror(normal);
        Vec seen = depth > 2 ? Coast.view(bounce) : trace(p, bounce, depth + 1);
        Vec shine = seen.times(mirror).plus(SUNLIGHT, 6 * mirror * smooth(0.9990, 0.9997, bounce.dot(SUN)));
        Vec in = dir.refract(normal, 1 / GLASS);
        Vec q = p.plus(in, m.hit(p, in, true));
        Vec[] walked = m.walk(p, q);
        Vec out = in.refract(m.centre().plus(q, -1).unit(), GLASS);
        Vec beyond = out == null ? SKYLIGHT : depth > 3 ? Coast.view(out) : trace(q, out, depth + 1);
        return shine.plus(walked[0].times(beyond).plus(walked[1]), 1 - mirror);
    }

    /** The light on the table at a point: {direct sun and caustics, sky after occlusion}. */
    Vec[] light(double x, double z) {
        double sun = 1;
        double sky = 1;
        for (Marble m : marbles) {
            Vec to = m.centre().plus(new Vec(x, 0, z), -1);
            double along = to.dot(SUN);
            double off = Math.sqrt(to.dot(to) - along * along);
            if (along > 0) {
                sun *= smooth(-1, 1, (off - m.radius()) / (along * SUN_SIZE));
            }
            sky *= 1 - 0.8 * sq(m.radius()) * to.y() / Math.pow(to.dot(to), 1.5);
        }
        Vec direct = Vec.WHITE.times(sun * SUN.y()).plus(caustics.at(x, z));
        return new Vec[] {direct.times(SUNLIGHT), SKYLIGHT.times(1.2 * sky)};
    }

    private Vec table(double x, double z) {
        double u = 0.966 * x + 0.259 * z + 0.15;
        double v = 0.966 * z - 0.259 * x + 1.3;
        double outside = Math.max(Math.abs(u) - 2.6, v - 1.9);
        double shade = outside < 0 ? 1 : smooth(-0.05, 0.16, outside);
        Vec[] light = light(x, z);
        Vec lit = light[0].times(0.35 + 0.65 * shade).plus(light[1].times(shade));
        return lit.times(outside < 0 ? cloth(u, v) : wood(x, z));
    }

    private static Vec wood(double x, double z) {
        double plank = Math.floor(x / 0.9 + 0.3);
        double along = z * 0.7 + 17 * hash((int) plank, 5);
        double ring = fbm(x * 5 + 3 * plank, along, 3);
        double grain = fbm(x * 70 + 9 * ring, along * 2.2, 3);
        double joint = smooth(0, 0.022, Math.min(frac(x / 0.9 + 0.3), 1 - frac(x / 0.9 + 0.3)));
        Vec base = new Vec(0.27, 0.135, 0.062).mix(new Vec(0.46, 0.27, 0.14), 0.5 + 0.5 * Math.sin(ring * 21));
        return base.times((0.62 + 0.65 * grain) * (0.85 + 0.3 * hash((int) plank, 8)) * (0.2 + 0.8 * joint));
    }

    private static Vec cloth(double u, double v) {
        Vec cream = new Vec(0.80, 0.74, 0.62);
        Vec[] dyes = {new Vec(0.03, 0.22, 0.34), new Vec(0.74, 0.10, 0.07), cream, new Vec(0.85, 0.47, 0.05)};
        double place = frac((u + 4) / 0.62) * 8;
        Vec colour = place < 2.2
                ? dyes[0]
                : place > 3.0 && place < 3.3 || place > 7.2 && place < 7.5
                        ? dyes[1]
                        : place > 4.6 && place < 5.7 ? dyes[3] : cream;
        double warp = Math.sin(u * 190);
        double weft = Math.sin(v * 190);
        double weave = 0.86 + 0.14 * warp * weft + 0.10 * (fbm(u * 40, v * 9, 2) - 0.5);
        double fold = 0.96 + 0.13 * (fbm(u * 0.9 + 5, v * 1.6, 2) - 0.5) + 0.05 * Math.sin(v * 2.3 + u * 0.8);
        return colour.times(weave * fold);
    }
}
