package org.imageop.imageio.sequence;

import java.util.List;
import org.imageop.ColorFamily;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Disposal;

/**
 * Frames that are laid on one canvas, one after the other.
 *
 * @param canvas its size
 * @param plays how often it is played, 0 for ever
 * @param colored whether any frame may have colours other than greys
 * @param transparent whether a transparent pixel of the canvas may be seen through opaque frames
 * @param frames at least one
 */
public record Animation(ImageSize canvas, int plays, boolean colored, boolean transparent, List<FrameInfo> frames) {
    /** Describes an animation. */
    public Animation {
        frames = List.copyOf(frames);
    }

    /** Whether frames that are opaque let transparent pixels of the canvas be seen: beside them, or after their disposal. */
    public static boolean revealsCanvas(ImageSize canvas, List<FrameInfo> frames) {
        int first = firstShown(frames);
        if (!frames.get(first).covers(canvas)) {
            return true;
        }
        List<FrameInfo> followed = frames.subList(first, frames.size() - 1);
        return followed.stream().anyMatch(frame -> frame.disposal() == Disposal.BACKGROUND)
                || (!followed.isEmpty() && followed.get(0).disposal() == Disposal.PREVIOUS);
    }

    private static int firstShown(List<FrameInfo> frames) {
        return frames.get(0).hidden() && frames.size() > 1 ? 1 : 0;
    }

    /** The first frame that is part of the animation. */
    public int firstShown() {
        return firstShown(frames);
    }

    /** Whether the first frame, as it is in the file, is all that there is to be seen. */
    public boolean still() {
        return frames.size() == 1 && frames.get(0).covers(canvas) && !transparent;
    }

    /**
     * The mode that holds all frames as they are shown.
     *
     * @param first the mode of the first frame as it is in the file
     */
    public Mode mode(Mode first) {
        ColorFamily family = colored && first.family() == ColorFamily.GREY ? ColorFamily.RGB : first.family();
        return Mode.of(family, first.bitsPerComponent(), transparent || first.hasAlpha());
    }
}
