package org.imageop.verification.samples;

import static org.imageop.verification.samples.Curves.smooth;
import static org.imageop.verification.samples.Curves.sq;

import org.jspecify.annotations.Nullable;

/** A glass ball standing on the table; {@code absorb} is per radius, {@code vane} may be null. */
record Marble(
        Vec centre, double radius, Vec absorb, @Nullable Vec vane, double turn) {

    static Marble at(double x, double z, double radius, Vec absorb, @Nullable Vec vane, double turn) {
        return new Marble(new Vec(x, radius, z), radius, absorb, vane, turn);
    }

    /** The distance to the first or second crossing of the surface, negative if the ray misses. */
    double hit(Vec from, Vec dir, boolean far) {
        Vec o = from.plus(centre, -1);
        double b = o.dot(dir);
        double disc = b * b - o.dot(o) + radius * radius;
        return disc < 0 ? -1 : far ? -b + Math.sqrt(disc) : -b - Math.sqrt(disc);
    }

    /** Walks the chord from one surface point to another: {transmittance, light from the vanes}. */
    Vec[] walk(Vec from, Vec to) {
        Vec a = from.plus(centre, -1).times(1 / radius);
        Vec step = to.plus(from, -1).times(1 / radius);
        double length = Math.sqrt(step.dot(step));
        Vec clear =
                new Vec(Math.exp(-absorb.x() * length), Math.exp(-absorb.y() * length), Math.exp(-absorb.z() * length));
        Vec glow = Vec.BLACK;
        double open = 1;
        int steps = vane == null ? 0 : 8 + (int) (length * 34);
        for (int i = 0; i < steps && open > 0.01; i++) {
            Vec q = a.plus(step, (i + 0.5) / steps);
            double angle = turn + 1.5 * (q.y() + 0.5 * q.x());
            double across = q.x() * Math.cos(angle) + q.z() * Math.sin(angle);
            double along = q.z() * Math.cos(angle) - q.x() * Math.sin(angle);
            double edge = smooth(0.80, 0.62, Math.sqrt(q.dot(q)));
            double density = edge * Math.exp(-sq(across / (0.10 + 0.06 * along)));
            double cover = 1 - Math.exp(-density * 22 * length / steps);
            Vec tint = vane.mix(Vec.WHITE, 0.75 * smooth(0.1, 0.16, Math.abs(Math.sin(along * 9)) - 0.75));
            double lit = Math.max(0.35, 0.55 + 0.5 * q.y() + 0.35 * q.dot(Light.SUN));
            double depth = (i + 0.5) / steps;
            glow = glow.plus(tint.times(clear.mix(Vec.WHITE, 1 - depth)), open * cover * lit);
            open *= 1 - cover;
        }
        return new Vec[] {clear.times(open), glow};
    }
}
