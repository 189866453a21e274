package org.imageop.verification.samples;

import static org.imageop.verification.samples.Curves.smooth;
import static org.imageop.verification.samples.Curves.sq;
import static org.imageop.verification.samples.Light.SUN;
import static org.imageop.verification.samples.Light.SUNLIGHT;
import static org.imageop.verification.samples.Noise.fbm;
import static org.imageop.verification.samples.Noise.hash;
import static org.imageop.verification.samples.Noise.noise;

import org.jspecify.annotations.Nullable;

/** The view behind the table: sky, sea, headlands, boats and grass, as functions of the direction only. */
final class Coast {
    private Coast() {}

    static Vec view(Vec d) {
        double flat = Math.sqrt(d.x() * d.x() + d.z() * d.z());
        double az = Math.atan2(d.x(), d.z());
        double el = d.y() / flat;
        Vec grass = grass(az, Math.max(el, -0.18));
        return grass != null ? grass : coast(d, az, el);
    }

    private static Vec coast(Vec d, double az, double el) {
        Vec haze = new Vec(0.93, 0.74, 0.60);
        double light = lighthouse(az - 0.165, el - 0.028);
        if (light >= 0) {
            return (light < 1
                            ? new Vec(0.9, 0.86, 0.8)
                            : light < 2 ? new Vec(0.68, 0.06, 0.04) : new Vec(0.12, 0.10, 0.10))
                    .times(0.75 - 12 * (az - 0.165));
        }
        for (int i = 0; i < 3; i++) {
            double size = new double[] {0.040, 0.022, 0.014}[i];
            double x = (az - new double[] {-0.055, 0.035, -0.125}[i]) / size;
            double y = (el - new double[] {-0.014, -0.006, -0.004}[i]) / size;
            if (y > 0.12
                    && y < 1.5
                    && (x > 0.03 && x < 0.62 * (1.5 - y) / 1.4 || x < -0.02 && x > -0.46 * (1.25 - y) / 1.2)) {
                Vec sail = x > 0 || i > 0 ? new Vec(0.98, 0.93, 0.84) : new Vec(0.80, 0.16, 0.07);
                return sail.times(0.8 + 0.25 * x);
            }
            if (y > -0.03 && y < 0.10 && Math.abs(x) < 0.55 + 0.8 * y) {
                return new Vec(0.05, 0.07, 0.12);
            }
        }
        for (int i = 0; i < 3; i++) {
            double fade = new double[] {0.10, 0.42, 0.68}[i];
            double far = 8 + 5 * i;
            double rise = i == 0 ? 0.036 * smooth(0.02, 0.20, az) : 0.022 + 0.020 * i * fbm(az * 3 + i, 9, 2);
            double top = rise + (rise > 0.001 ? 0.014 * (fbm(az * far * 3, i, 4) - 0.45) : 0);
            double taper = i == 0 ? 1 : smooth(0.6, 0.1, i == 1 ? -az : az);
            if (el > -0.004 + 0.001 * i && el < top * taper) {
                double leaf = fbm(az * 620, el * 1150 + i, 3) * 0.7 + 0.3 * fbm(az * 60, el * 130, 2);
                Vec tree = new Vec(0.035, 0.075, 0.030).mix(new Vec(0.30, 0.34, 0.10), smooth(0.25, 0.85, leaf));
                return tree.mix(haze.times(0.62).mix(new Vec(0.35, 0.45, 0.62), 0.5), fade);
            }
        }
        return el > 0 ? sky(d) : sea(d, az, el);
    }

    /** 0 for the white of the tower, 1 for its red, 2 for the lantern, -1 outside. */
    private static double lighthouse(double x, double y) {
        if (y < 0 || y > 0.072 || Math.abs(x) > 0.0075 - 0.045 * y + (y > 0.055 && y < 0.058 ? 0.003 : 0)) {
            return -1;
        }
        return y > 0.066 ? 1 : y > 0.055 ? 2 : (int) (y / 0.011) % 2;
    }

    private static Vec sky(Vec d) {
        double up = Math.max(0, d.y());
        Vec blue = new Vec(0.30, 0.52, 0.82).mix(new Vec(0.05, 0.17, 0.50), smooth(0.05, 0.60, up));
        Vec base = new Vec(1.00, 0.66, 0.40).mix(blue, smooth(-0.04, 0.17, up));
        double x = d.x() / (up + 0.12);
        double z = d.z() / (up + 0.12);
        double cloud = fbm(x * 0.8 + 1.2 * fbm(x * 0.3, z * 0.5, 2) + 4.7, z * 1.1, 6);
        double cover = 0.9 * smooth(0.46, 0.70, cloud) * smooth(0.0, 0.06, up);
        Vec white = new Vec(1.25, 1.08, 0.94).mix(new Vec(0.78, 0.70, 0.74), smooth(0.56, 0.80, cloud));
        double glow = Math.max(0, d.dot(SUN));
        double halo = 0.20 * Math.pow(glow, 8) + 0.7 * Math.pow(glow, 90) + 8 * Math.pow(glow, 6000);
        return base.mix(white, cover).plus(SUNLIGHT, halo);
    }

    private static Vec sea(Vec d, double az, double el) {
        double range = 1 / (0.006 - el);
        double x = az * range * 5;
        double wave = fbm(x * 0.8, range * 1.6, 3) - 0.5;
        double ripple = fbm(x * 3.0 + 2 * wave, range * 7, 3) - 0.5;
        double tilt = 0.16 + 0.35 * Math.abs(wave) + 0.4 * ripple;
        Vec mirror = sky(new Vec(d.x(), Math.max(0.02, tilt - el), d.z()).unit());
        double deep = smooth(0, 0.16, -el);
        Vec water = new Vec(0.05, 0.24, 0.30).mix(new Vec(0.01, 0.10, 0.15), deep);
        Vec colour = water.mix(mirror, 0.62 - 0.30 * deep + 0.35 * ripple);
        double path = Math.exp(-sq((az + 0.42) / 0.24));
        double glint = smooth(0.16, 0.30, ripple + 0.35 * wave) * path;
        return colour.mix(new Vec(0.93, 0.74, 0.60), 0.55 * smooth(-0.02, 0, el))
                .plus(SUNLIGHT, 0.9 * glint);
    }

    /** The nearest blade of grass in a direction, or null where one looks between or above them. */
    private static @Nullable Vec grass(double az, double el) {
        for (int layer = 0; layer < 4; layer++) {
            double pitch = 0.0052 - 0.0007 * layer;
            double aside = smooth(0.16, 0.42, Math.abs(az + 0.02));
            double tuft = 0.055 + 0.17 * aside + 0.05 * noise(az * 9, layer);
            double high = (el + 0.18) / tuft;
            if (high > 1.25) {
                continue;
            }
            int cell = (int) Math.floor(az / pitch);
            for (int i = cell - 8; i <= cell + 8; i++) {
                double h = high / (0.35 + 0.9 * hash(i, layer + 30));
                double lean = pitch * 8 * (hash(i, layer + 40) - 0.42);
                double off = az - (i + hash(i, layer + 60)) * pitch - lean * h * h;
                if (h < 1 && Math.abs(off) < pitch * 0.42 * (1 - h * h)) {
                    Vec tip = new Vec(0.62, 0.62, 0.12).mix(new Vec(0.20, 0.42, 0.05), hash(i, layer + 70));
                    double ridge = 0.8 + 0.3 * Math.signum(off);
                    return new Vec(0.02, 0.05, 0.015).mix(tip, 0.1 + 0.9 * h).times(ridge * (1 - 0.13 * layer));
                }
            }
        }
        return el < -0.16 ? new Vec(0.02, 0.04, 0.015) : null;
    }
}
