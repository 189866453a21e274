package org.imageop.verification.samples;

import org.jspecify.annotations.Nullable;

/** A vector, a point or a linear RGB colour. */
record Vec(double x, double y, double z) {
    static final Vec BLACK = new Vec(0, 0, 0);
    static final Vec WHITE = new Vec(1, 1, 1);

    Vec plus(Vec o) {
        return new Vec(x + o.x, y + o.y, z + o.z);
    }

    Vec plus(Vec o, double k) {
        return new Vec(x + k * o.x, y + k * o.y, z + k * o.z);
    }

    Vec times(double k) {
        return new Vec(k * x, k * y, k * z);
    }

    Vec times(Vec o) {
        return new Vec(x * o.x, y * o.y, z * o.z);
    }

    double dot(Vec o) {
        return x * o.x + y * o.y + z * o.z;
    }

    Vec cross(Vec o) {
        return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    Vec unit() {
        return times(1 / Math.sqrt(dot(this)));
    }

    Vec mix(Vec o, double k) {
        return times(1 - k).plus(o, k);
    }

    Vec mirror(Vec normal) {
        return plus(normal, -2 * dot(normal));
    }

    /** The direction refracted at a surface, or null on total reflection. */
    @Nullable
    Vec refract(Vec normal, double eta) {
        double c = -dot(normal);
        double k = 1 - eta * eta * (1 - c * c);
        return k < 0 ? null : times(eta).plus(normal, eta * c - Math.sqrt(k));
    }
}
