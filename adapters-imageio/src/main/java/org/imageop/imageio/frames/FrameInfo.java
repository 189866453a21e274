package org.imageop.imageio.frames;

import org.imageop.ImageSize;

/**
 * What a file says of one of its images.
 *
 * <p>The frames of an animation are parts of a canvas, which is transparent at first. A frame is laid on the canvas at its place,
 * shown for its duration, and disposed of before the next one comes. Pages, and the sizes of an icon, are images of their own:
 * they have the place 0, 0, no duration and no disposal.
 *
 * @param x the column of the canvas where the frame's first column is
 * @param y the row of the canvas where the frame's first row is
 * @param size the size of the frame's own pixels, which may lie outside of the canvas in part
 * @param duration how many milliseconds it is shown, at least 0, as the file has it. Browsers show frames of GIF files that have
 *     10 or less for 100.
 * @param disposal what becomes of its place before the next frame
 * @param blend how it is laid on the canvas
 * @param hidden whether the animation leaves it out: the image of an APNG file for programs that do not know APNG
 */
public record FrameInfo(int x, int y, ImageSize size, double duration, Disposal disposal, Blend blend, boolean hidden) {

    /** What becomes of a frame's place on the canvas before the next frame. */
    public enum Disposal {
        /** The frame stays. */
        NONE,
        /** Its place becomes transparent, as in all browsers, whatever background colour the file names. */
        BACKGROUND,
        /** Its place becomes what it was before the frame. */
        PREVIOUS
    }

    /** How a frame is laid on the canvas. */
    public enum Blend {
        /** Its pixels replace those of the canvas, transparent ones too. */
        SOURCE,
        /** What is below its transparent and translucent pixels shines through. */
        OVER
    }

    /**
     * Describes an image of its own.
     *
     * @param size its size
     * @return at 0, 0, without a duration
     */
    public static FrameInfo page(ImageSize size) {
        return new FrameInfo(0, 0, size, 0, Disposal.NONE, Blend.SOURCE, false);
    }

    /**
     * Whether it covers all of a canvas.
     *
     * @param canvas the size of the canvas
     * @return true if no pixel of the canvas lies outside of it
     */
    public boolean covers(ImageSize canvas) {
        return x <= 0
                && y <= 0
                && (long) x + size.width() >= canvas.width()
                && (long) y + size.height() >= canvas.height();
    }
}
