package org.imageop.verification.library.conversion;

import java.util.Arrays;
import org.imageop.Mode;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;

/** A pixel on its way to another mode, and the kernels of SPEC.md B.2 and B.3 as they stand there. */
final class ColorFormulas {
    private long[] colours;
    private int bits;
    private boolean alpha;
    private long opacity;

    ColorFormulas(int[] samples, int bits, boolean alpha) {
        long[] all = Arrays.stream(samples).mapToLong(Integer::toUnsignedLong).toArray();
        this.colours = alpha ? Arrays.copyOf(all, all.length - 1) : all;
        this.bits = bits;
        this.alpha = alpha;
        this.opacity = all[all.length - 1];
    }

    int[] samples() {
        int[] samples = new int[colours.length + (alpha ? 1 : 0)];
        Arrays.setAll(samples, c -> (int) (c < colours.length ? colours[c] : opacity));
        return samples;
    }

    private long max() {
        return (1L << bits) - 1;
    }

    private void become(long... values) {
        colours = values;
    }

    void addAlpha() {
        alpha = true;
        opacity = max();
    }

    void dropAlpha() {
        alpha = false;
    }

    void scale(int to) {
        colours = Arrays.stream(colours).map(v -> scaled(v, bits, to)).toArray();
        opacity = alpha ? scaled(opacity, bits, to) : 0;
        bits = to;
    }

    private static long scaled(long v, int from, int to) {
        long factor = ((1L << Math.max(from, to)) - 1) / ((1L << Math.min(from, to)) - 1);
        return from <= to ? v * factor : (v + factor / 2) / factor;
    }

    void greyToRgb() {
        become(colours[0], colours[0], colours[0]);
    }

    void greyToCmyk() {
        become(0, 0, 0, max() - colours[0]);
    }

    void rgbToCmyk() {
        become(max() - colours[0], max() - colours[1], max() - colours[2], 0);
    }

    void rgbToGrey() {
        long r = colours[0];
        long g = colours[1];
        long b = colours[2];
        become(
                bits == 8
                        ? (19595 * r + 38470 * g + 7471 * b + 32768) >> 16
                        : (299 * r + 587 * g + 114 * b + 500) / 1000);
    }

    void cmykToRgb() {
        become(light(0), light(1), light(2));
    }

    private long light(int ink) {
        return ((max() - colours[ink]) * (max() - colours[3]) + max() / 2) / max();
    }

    void greyToLuma(Mode planar) {
        become(planar == Mode.JPEG_YV12 ? scaled(colours[0], bits, 8) : 16 + (438 * colours[0] + max()) / (2 * max()));
    }

    void lumaToGrey(Mode planar, int depth) {
        long most = (1L << depth) - 1;
        long y = colours[0];
        become(
                planar == Mode.JPEG_YV12
                        ? scaled(y, 8, depth)
                        : clip(Math.floorDiv(2 * (y - 16) * most + 219, 438L), most));
        bits = depth;
    }

    void fullRangeToRgb() {
        long y = colours[0];
        long x = colours[1] - 128;
        long z = colours[2] - 128;
        become(
                clip(y + ((91881 * x + 32768) >> 16), 255),
                clip(y + ((-22554 * z - 46802 * x + 32768) >> 16), 255),
                clip(y + ((116130 * z + 32768) >> 16), 255));
    }

    void studioRangeToRgb() {
        long p = 76309 * (colours[0] - 16);
        long x = colours[1] - 128;
        long z = colours[2] - 128;
        become(
                clip((p + 104597 * x + 32768) >> 16, 255),
                clip((p - 25675 * z - 53279 * x + 32768) >> 16, 255),
                clip((p + 132201 * z + 32768) >> 16, 255));
    }

    private static long clip(long v, long max) {
        return Math.max(0, Math.min(max, v));
    }

    /** RGB, or luma alone, of all pixels as the planes of an image: kernels F, S and P. */
    static void separate(int[][][] pixels, boolean grey, Samples planes) {
        boolean full = planes.shape.mode() == Mode.JPEG_YV12;
        planes.each(0, (c, x, y) -> planes.of[0][y][x] = grey ? pixels[y][x][0] : luma(full, pixels[y][x]));
        planes.each(1, (c, x, y) -> {
            long[] sum = new long[3];
            for (int p = 0; p < 4 && !grey; p++) {
                for (int k = 0; k < 3; k++) {
                    sum[k] += pixels[2 * y + p / 2][2 * x + p % 2][k];
                }
            }
            long half = (128 << 18) + (1 << 17);
            long cr = full
                    ? 32768 * sum[0] - 27439 * sum[1] - 5329 * sum[2] + half - 1
                    : 28784 * sum[0] - 24103 * sum[1] - 4681 * sum[2] + half;
            long cb = full
                    ? -11059 * sum[0] - 21709 * sum[1] + 32768 * sum[2] + half - 1
                    : -9714 * sum[0] - 19070 * sum[1] + 28784 * sum[2] + half;
            planes.of[1][y][x] = grey ? 128 : (int) (cr >> 18);
            planes.of[2][y][x] = grey ? 128 : (int) (cb >> 18);
        });
    }

    private static int luma(boolean full, int[] rgb) {
        return full
                ? (19595 * rgb[0] + 38470 * rgb[1] + 7471 * rgb[2] + 32768) >> 16
                : 16 + ((16829 * rgb[0] + 33039 * rgb[1] + 6416 * rgb[2] + 32768) >> 16);
    }

    /** A sample of a planar mode in the range of the other one: kernel R. */
    static int otherRange(Mode to, int component, int v) {
        if (to == Mode.YV12) {
            return component == 0
                    ? 16 + Math.floorDiv(438 * v + 255, 510)
                    : 128 + Math.floorDiv(448 * (v - 128) + 255, 510);
        }
        long ranged = component == 0
                ? Math.floorDiv(510 * (v - 16) + 219, 438)
                : Math.floorDiv(510 * (v - 128) + 57344 + 224, 448);
        return (int) clip(ranged, 255);
    }

    /** Chroma at the size of luma: the triangle filter of B.3. */
    static Samples upsampled(Samples chroma) {
        int w = chroma.shape.width();
        int h = chroma.shape.height();
        Samples result = new Samples(new Shape(Mode.L, 2 * w, 2 * h));
        for (int y = 0; y < 2 * h; y++) {
            int i = y / 2;
            int j = Math.max(0, Math.min(h - 1, y % 2 == 0 ? i - 1 : i + 1));
            int[] s = new int[w];
            for (int k = 0; k < w; k++) {
                s[k] = 3 * chroma.of[0][i][k] + chroma.of[0][j][k];
            }
            for (int k = 0; k < w; k++) {
                result.of[0][y][2 * k] = (3 * s[k] + s[Math.max(0, k - 1)] + 8) >> 4;
                result.of[0][y][2 * k + 1] = (3 * s[k] + s[Math.min(w - 1, k + 1)] + 7) >> 4;
            }
        }
        return result;
    }
}
