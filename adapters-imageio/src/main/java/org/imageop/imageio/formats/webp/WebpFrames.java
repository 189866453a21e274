package org.imageop.imageio.formats.webp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageSize;
import org.imageop.imageio.frames.FrameInfo;
import org.imageop.imageio.frames.FrameInfo.Blend;
import org.imageop.imageio.frames.FrameInfo.Disposal;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.sequence.Animation;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an animated WebP file.
 *
 * @param animation what they show
 * @param whole how many are in the file as a whole: readers do not notice the end of the file
 */
record WebpFrames(Animation animation, int whole) implements FrameIndex {
    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATED = 0x02;
    private static final int WITH_ALPHA = 0x10;
    private static final int DISPOSED = 1;
    private static final int NOT_BLENDED = 2;

    /**
     * Looks through a file.
     *
     * @param most after so many frames the rest is left out
     * @return null if the file is not animated
     */
    static @Nullable WebpFrames of(FileBytes file, int most) throws IOException {
        long flags = file.little(FIRST_CHUNK + 8, 1);
        if (!file.starts(FIRST_CHUNK, "VP8X") || flags < 0 || (flags & ANIMATED) == 0) {
            return null;
        }
        ImageSize canvas = size(file, FIRST_CHUNK + 12);
        int plays = 0;
        int whole = 0;
        List<FrameInfo> frames = new ArrayList<>();
        for (long at = FIRST_CHUNK; file.has(at, 8) && frames.size() < most; ) {
            long count = file.little(at + 4, 4);
            if (file.starts(at, "ANIM")) {
                plays = (int) Math.max(file.little(at + 12, 2), 0);
            } else if (file.starts(at, "ANMF") && file.has(at + 8, 16)) {
                frames.add(frame(file, at + 8));
                whole += file.has(at + 8, count) ? 1 : 0;
            }
            at += 8 + count + count % 2;
        }
        if (frames.isEmpty()) {
            return null;
        }
        boolean transparent = (flags & WITH_ALPHA) != 0 || Animation.revealsCanvas(canvas, frames);
        return new WebpFrames(new Animation(canvas, plays, true, transparent, frames), whole);
    }

    private static FrameInfo frame(FileBytes file, long at) throws IOException {
        long flags = file.little(at + 15, 1);
        return new FrameInfo(
                2 * (int) file.little(at, 3),
                2 * (int) file.little(at + 3, 3),
                size(file, at + 6),
                file.little(at + 12, 3),
                (flags & DISPOSED) != 0 ? Disposal.BACKGROUND : Disposal.NONE,
                (flags & NOT_BLENDED) != 0 ? Blend.SOURCE : Blend.OVER,
                false);
    }

    private static ImageSize size(FileBytes file, long at) throws IOException {
        return new ImageSize(1 + (int) file.little(at, 3), 1 + (int) file.little(at + 3, 3));
    }

    @Override
    public int count() {
        return animation.frames().size();
    }

    @Override
    public FileBytes part(FileBytes file, int frame) throws IOException {
        if (frame >= whole) {
            throw new IOException("the file ends within it");
        }
        return file;
    }
}
