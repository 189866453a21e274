package org.imageop.imageio.sequence;

import java.io.IOException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.frames.FrameInfo.Disposal;
import org.jspecify.annotations.Nullable;

/**
 * Lays the frames of an animation on its canvas. The canvas is kept, so that frames asked for in order are decoded once each; any
 * other order begins again at the nearest frame that does not depend on those before it.
 *
 * <p>Used by one thread at a time.
 */
public final class Compositor {
    /** Decodes frames. */
    @FunctionalInterface
    public interface Source {
        /** The pixels of a frame as they are in the file. */
        ImageLike read(int frame) throws IOException;
    }

    private static final int NOTHING = -1;

    private final Animation animation;
    private final Source source;
    private final Mode mode;
    private @Nullable Canvas canvas;
    /** The frame on the canvas, which was not disposed of. */
    private int shown = NOTHING;

    /**
     * An animation of which nothing is decoded yet.
     *
     * @param mode the mode of all images
     */
    public Compositor(Animation animation, Mode mode, Source source) {
        this.animation = animation;
        this.mode = mode;
        this.source = source;
    }

    /**
     * The canvas while a frame is shown.
     *
     * @return a view of it in the mode of the animation, until the next frame is asked for
     * @throws IOException if this frame, or one that it depends on, cannot be decoded
     */
    public ImageLike canvas(int frame) throws IOException {
        int start = start(frame);
        if (shown > frame || start > shown + 1 || canvas == null) {
            canvas = new Canvas(animation.canvas(), mode.withAlpha());
            shown = start - 1;
        }
        Canvas drawn = canvas;
        canvas = null; // unless nothing fails
        for (int next = shown + 1; next <= frame; next++) {
            drawn.draw(animation.frames().get(next), source.read(next));
            shown = next;
        }
        canvas = drawn;
        return mode.hasAlpha() ? drawn.image : Views.flatten(drawn.image, new int[mode.components()]);
    }

    /** The last frame up to this one that needs no frame before it. */
    private int start(int frame) {
        int start = frame;
        while (start > animation.firstShown() && !coversAll(start)) {
            start--;
        }
        return start;
    }

    private boolean coversAll(int index) {
        FrameInfo frame = animation.frames().get(index);
        return frame.blend() == Blend.SOURCE
                && frame.disposal() != Disposal.PREVIOUS
                && frame.covers(animation.canvas());
    }

    /** The canvas with the frame on it, and what is needed to dispose of that. */
    private static final class Canvas {
        final StandardImage image;
        private final SampleRows rows;
        private final ImageSize size;
        private final Mode mode;
        private final Blending blending;
        private Area area = new Area(0, 0, 0, 0);
        private Disposal disposal = Disposal.NONE;
        private @Nullable StandardImage before;

        Canvas(ImageSize size, Mode mode) {
            this.size = size;
            this.mode = mode;
            image = StandardImage.of(mode, size.width(), size.height());
            rows = Images.rows(image);
            blending = new Blending(mode);
        }

        /** Disposes of the frame before, and draws the part of the next one that lies on the canvas. */
        void draw(FrameInfo frame, ImageLike pixels) {
            dispose();
            ImageLike own = pixels.mode() == mode ? pixels : StandardImage.from(pixels, mode);
            area = Area.of(frame, own.size(), size);
            disposal = area.isEmpty() ? Disposal.NONE : frame.disposal();
            if (disposal == Disposal.PREVIOUS) {
                before = StandardImage.from(place());
            }
            int[] above = new int[area.width * mode.components()];
            int[] below = new int[above.length];
            SampleRows from = Images.rows(own);
            for (int y = area.y; !area.isEmpty() && y < area.y + area.height; y++) {
                from.read(area.x - frame.x(), y - frame.y(), area.width, above, 0);
                if (frame.blend() == Blend.OVER) {
                    rows.read(area.x, y, area.width, below, 0);
                    blending.over(above, below);
                }
                rows.write(area.x, y, area.width, above, 0);
            }
        }

        private void dispose() {
            if (disposal == Disposal.BACKGROUND) {
                int[] transparent = new int[area.width * mode.components()];
                for (int y = area.y; y < area.y + area.height; y++) {
                    rows.write(area.x, y, area.width, transparent, 0);
                }
            } else if (before != null) {
                Images.copy(before, place());
            }
            before = null;
        }

        private StandardImage place() {
            return Views.crop(image, area.x, area.y, area.width, area.height);
        }
    }

    /** A part of the canvas; empty if a frame lies outside of it. */
    private record Area(int x, int y, int width, int height) {
        static Area of(FrameInfo frame, ImageSize pixels, ImageSize canvas) {
            int left = Math.max(frame.x(), 0);
            int top = Math.max(frame.y(), 0);
            long right = Math.min((long) frame.x() + pixels.width(), canvas.width());
            long bottom = Math.min((long) frame.y() + pixels.height(), canvas.height());
            return new Area(left, top, (int) Math.max(right - left, 0), (int) Math.max(bottom - top, 0));
        }

        boolean isEmpty() {
            return width == 0 || height == 0;
        }
    }
}
