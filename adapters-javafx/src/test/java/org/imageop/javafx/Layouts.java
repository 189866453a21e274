package org.imageop.javafx;

import java.nio.Buffer;
import java.util.SplittableRandom;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;

/** Layouts of test images, described plane by plane. */
final class Layouts {
    private Layouts() {}

    /** Fields of an int; shifts in the order red, green, blue, alpha. */
    static PixelLayout packed(
            AlphaType alpha, int width, int height, Buffer memory, long offset, long stride, int... shifts) {
        Plane[] planes = new Plane[shifts.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, offset, 1, stride, shifts[c], 8);
        }
        return PixelLayout.of(planes.length == 4 ? Mode.RGBA : Mode.RGB, width, height, alpha, planes);
    }

    static PixelLayout argbPre(int width, int height, Buffer memory) {
        return packed(AlphaType.PREMULTIPLIED, width, height, memory, 0, width, 16, 8, 0, 24);
    }

    /** Bytes; places in the order red, green, blue, alpha. */
    static PixelLayout bytes(
            AlphaType alpha, int width, int height, Buffer memory, long offset, int pixel, long stride, int... places) {
        Plane[] planes = new Plane[places.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.of(memory, offset + places[c], pixel, stride);
        }
        return PixelLayout.of(planes.length == 4 ? Mode.RGBA : Mode.RGB, width, height, alpha, planes);
    }

    static PixelLayout bgraPre(int width, int height, Buffer memory) {
        return bytes(AlphaType.PREMULTIPLIED, width, height, memory, 0, 4, 4L * width, 2, 1, 0, 3);
    }

    /** Pixels whose colours do not exceed their alpha. */
    static int[] premultipliedPixels(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.ints(count).map(straight -> premultiplied(straight)).toArray();
    }

    static int premultiplied(int straight) {
        int a = straight >>> 24;
        return a << 24
                | (int) Math.round((straight >> 16 & 255) * a / 255.0) << 16
                | (int) Math.round((straight >> 8 & 255) * a / 255.0) << 8
                | (int) Math.round((straight & 255) * a / 255.0);
    }

    static int straight(int premultiplied) {
        int a = premultiplied >>> 24;
        if (a == 0) {
            return 0;
        }
        return a << 24
                | (int) Math.min(255, Math.round((premultiplied >> 16 & 255) * 255.0 / a)) << 16
                | (int) Math.min(255, Math.round((premultiplied >> 8 & 255) * 255.0 / a)) << 8
                | (int) Math.min(255, Math.round((premultiplied & 255) * 255.0 / a));
    }
}
