package org.imageop.imageio.writing;

import java.util.Arrays;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.imageio.frames.FrameInfo.Disposal;

/**
 * How one image of an animation becomes the next.
 *
 * @param areaBefore the part of the first one to draw
 * @param disposal what to do with this part before the next one
 * @param area the part of the next one to draw
 */
record Changes(Area areaBefore, Disposal disposal, Area area) {
    /** A part of the canvas, at least a pixel. */
    record Area(int x, int y, int width, int height) {
        static Area all(ImageSize size) {
            return new Area(0, 0, size.width(), size.height());
        }

        boolean contains(int px, int py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /** A rectangle that grows. */
    private static final class Bounds {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        void add(Area area) {
            add(area.x, area.y);
            add(area.x + area.width - 1, area.y + area.height - 1);
        }

        boolean isEmpty() {
            return right < 0;
        }

        /** A frame has a pixel even if nothing changes. */
        Area area() {
            return isEmpty() ? new Area(0, 0, 1, 1) : new Area(left, top, right - left + 1, bottom - top + 1);
        }
    }

    /** The pixels of an image, row by row. */
    private static final class Row {
        private final SampleRows rows;
        private final int components;
        private final int[] samples;

        Row(ImageLike image) {
            rows = Images.rows(image);
            components = image.components();
            samples = new int[image.width() * components];
        }

        void read(int y) {
            rows.read(0, y, samples.length / components, samples, 0);
        }

        boolean sameAt(int x, Row other) {
            int i = x * components;
            return Arrays.equals(samples, i, i + components, other.samples, i, i + components);
        }

        /** The colour of an image of 8 bits; 0 for all fully transparent ones. */
        int argb(int x) {
            int i = x * components;
            return switch (components) {
                case 1 -> 0xff000000 | samples[i] * 0x10101;
                case 3 -> 0xff000000 | rgb(i);
                default -> samples[i + 3] == 0 ? 0 : samples[i + 3] << 24 | rgb(i);
            };
        }

        private int rgb(int i) {
            return samples[i] << 16 | samples[i + 1] << 8 | samples[i + 2];
        }
    }

    /** Decides whether a pixel counts. */
    private interface Choice {
        boolean at(int x, int y, Row before, Row after);
    }

    private static Bounds bounds(ImageLike before, ImageLike after, Choice choice) {
        Bounds bounds = new Bounds();
        Row rowBefore = new Row(before);
        Row rowAfter = new Row(after);
        for (int y = 0; y < after.height(); y++) {
            rowBefore.read(y);
            rowAfter.read(y);
            for (int x = 0; x < after.width(); x++) {
                if (choice.at(x, y, rowBefore, rowAfter)) {
                    bounds.add(x, y);
                }
            }
        }
        return bounds;
    }

    /**
     * Compares two images of one size and mode.
     *
     * @param areaBefore the part of the first that is to be drawn
     */
    static Changes replacing(ImageLike before, ImageLike after, Area areaBefore) {
        Bounds changed = bounds(before, after, (x, y, a, b) -> !a.sameAt(x, b));
        return new Changes(areaBefore, Disposal.NONE, changed.area());
    }

    /**
     * Compares two images of one size and 8 bits, where a pixel becomes transparent by disposal alone.
     *
     * @param areaBefore the part of the first that is to be drawn, or more of it
     */
    static Changes covering(ImageLike before, ImageLike after, Area areaBefore) {
        Bounds vanished = bounds(before, after, (x, y, a, b) -> b.argb(x) == 0 && a.argb(x) != 0);
        if (vanished.isEmpty()) {
            Bounds changed = bounds(before, after, (x, y, a, b) -> a.argb(x) != b.argb(x));
            return new Changes(areaBefore, Disposal.NONE, changed.area());
        }
        vanished.add(areaBefore);
        Area cleared = vanished.area();
        Bounds changed = bounds(before, after, (x, y, a, b) -> b.argb(x) != (cleared.contains(x, y) ? 0 : a.argb(x)));
        return new Changes(cleared, Disposal.BACKGROUND, changed.area());
    }
}
