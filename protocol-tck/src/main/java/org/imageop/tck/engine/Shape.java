package org.imageop.tck.engine;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageSize;
import org.imageop.Mode;

/**
 * What kind of image is tested. What a mode is, is written a second time here (P-3), not asked of the library.
 *
 * @param mode the mode
 * @param width the width in pixels
 * @param height the height in pixels
 */
public record Shape(Mode mode, int width, int height) {
    /** A size in which tiles of 16, 32 and 64 begin and end, and the last of them is not full; even for planar modes. */
    public static final ImageSize LARGE = new ImageSize(70, 68);

    private static final int SMALL = 64;

    private static boolean planar(Mode mode) {
        return mode == Mode.YV12 || mode == Mode.JPEG_YV12;
    }

    /** Whether there are so many samples that each is not tried in every way. */
    public boolean large() {
        return width > SMALL && height > SMALL;
    }

    public boolean planar() {
        return planar(mode);
    }

    public int bits() {
        return switch (mode) {
            case L, LA, RGB, RGBA, YV12, JPEG_YV12, CMYK -> 8;
            case L16, LA32, RGB48, RGBA64, CMYK64 -> 16;
            case L32 -> 32;
        };
    }

    public List<String> names() {
        return switch (mode) {
            case L, L16, L32 -> List.of("l");
            case LA, LA32 -> List.of("l", "a");
            case RGB, RGB48 -> List.of("r", "g", "b");
            case RGBA, RGBA64 -> List.of("r", "g", "b", "a");
            case YV12, JPEG_YV12 -> List.of("y", "cr", "cb");
            case CMYK, CMYK64 -> List.of("c", "m", "y", "k");
        };
    }

    /** Whether samples mean the same place and have the same values, though perhaps other colours. */
    public boolean like(Shape other) {
        return planar() == other.planar()
                && bits() == other.bits()
                && names().size() == other.names().size();
    }

    public boolean hasAlpha() {
        return names().contains("a");
    }

    public List<Mode.Interval> intervals() {
        List<Mode.Interval> intervals = new ArrayList<>();
        for (int c = 0; c < names().size(); c++) {
            boolean studio = mode == Mode.YV12;
            intervals.add(new Mode.Interval(studio ? 16 : 0, !studio ? max() : c == 0 ? 235 : 240));
        }
        return intervals;
    }

    public List<Mode.Subsampling> subsampling() {
        List<Mode.Subsampling> subsampling = new ArrayList<>();
        for (int c = 0; c < names().size(); c++) {
            subsampling.add(new Mode.Subsampling(divisor(c), divisor(c)));
        }
        return subsampling;
    }

    public Mode grey() {
        return bits() == 8 ? Mode.L : bits() == 16 ? Mode.L16 : Mode.L32;
    }

    /** M, as a number. */
    public long max() {
        return 0xffff_ffffL >>> (32 - bits());
    }

    /** How many pixels share a sample of a component, along each axis. */
    public int divisor(int component) {
        return planar() && component > 0 ? 2 : 1;
    }

    public int columns(int component) {
        return width / divisor(component);
    }

    public int rows(int component) {
        return height / divisor(component);
    }

    public long bytes() {
        long samples = 0;
        for (int c = 0; c < names().size(); c++) {
            samples += (long) columns(c) * rows(c);
        }
        return samples * bits() / 8;
    }

    /** The byte at which a sample starts (P-15, P-20). */
    public long index(int component, int x, int y) {
        long sample;
        if (planar()) {
            long start = component == 0 ? 0 : (long) width * height * (component == 1 ? 4 : 5) / 4;
            sample = start + (long) y * columns(component) + x;
        } else {
            sample = ((long) y * width + x) * names().size() + component;
        }
        return sample * bits() / 8;
    }

    /** For instance {@code 7×5 RGB image}. */
    @Override
    public String toString() {
        return width + "×" + height + " " + mode + " image";
    }
}
