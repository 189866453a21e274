package org.imageop.imageio.formats.gif;

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
 * The frames of a GIF file, from the first block to the last that is there. A frame that is cut off counts; the reader refuses it.
 */
final class GifFrames implements FrameIndex {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int DESCRIPTOR = 10;

    private final FileBytes file;
    private final List<FrameInfo> frames = new ArrayList<>();
    private long at = 13;
    private int plays = 1;
    private boolean colored;
    private boolean transparentFirst;

    /** The graphic control of the next image. */
    private long delay;

    private int method;
    private boolean transparent;

    private GifFrames(FileBytes file) {
        this.file = file;
    }

    /**
     * Looks through a file.
     *
     * @param most after so many frames the rest is left out
     */
    static GifFrames of(FileBytes file, int most) throws IOException {
        GifFrames found = new GifFrames(file);
        found.scan(most);
        return found;
    }

    private void scan(int most) throws IOException {
        skipTable(10);
        while (frames.size() < most) {
            switch (number(at, 1)) {
                case EXTENSION -> extension();
                case IMAGE -> {
                    if (!file.has(at, DESCRIPTOR)) {
                        return;
                    }
                    image();
                }
                case 0x3b, 0, -1 -> {
                    return; // the trailer, or what the JDK's reader takes for it
                }
                default -> {
                    at++;
                    skipData();
                }
            }
        }
    }

    private void extension() throws IOException {
        int label = number(at + 1, 1);
        long data = at + 2;
        if (label == GRAPHIC_CONTROL && file.has(data, 5)) {
            int flags = number(data + 1, 1);
            method = flags >> 2 & 7;
            transparent = (flags & 1) != 0;
            delay = number(data + 2, 2);
        } else if (label == APPLICATION
                && (file.starts(data, "\u000bNETSCAPE2.0\3\1") || file.starts(data, "\u000bANIMEXTS1.0\3\1"))) {
            int repeats = Math.max(number(data + 14, 2), 0);
            plays = repeats == 0 ? 0 : repeats + 1;
        }
        at = data;
        skipData();
    }

    private void image() throws IOException {
        ImageSize size = new ImageSize(number(at + 5, 2), number(at + 7, 2));
        if (frames.isEmpty()) {
            transparentFirst = transparent;
        }
        colored |= transparent;
        frames.add(new FrameInfo(
                number(at + 1, 2),
                number(at + 3, 2),
                size,
                delay * 10,
                disposal(method),
                transparent ? Blend.OVER : Blend.SOURCE,
                false));
        delay = 0;
        method = 0;
        transparent = false;
        long flags = at + 9;
        at += DESCRIPTOR;
        skipTable(flags);
        at++; // the code size
        skipData();
    }

    /** Methods 4 to 7 are undefined, and 4 was meant as 3 by old programs. */
    private static Disposal disposal(int method) {
        return switch (method) {
            case 2 -> Disposal.BACKGROUND;
            case 3, 4 -> Disposal.PREVIOUS;
            default -> Disposal.NONE;
        };
    }

    private void skipData() throws IOException {
        for (int count = number(at, 1); count > 0; count = number(at, 1)) {
            at += 1 + count;
        }
        at++;
    }

    /** Skips a table, if the byte of flags announces one. */
    private void skipTable(long flagsAt) throws IOException {
        int flags = Math.max(number(flagsAt, 1), 0);
        long length = (flags & 0x80) == 0 ? 0 : 6L << (flags & 7);
        byte[] table = file.bytes(at, length);
        at += length;
        for (int i = 0; i < table.length; i += 3) {
            colored |= table[i] != table[i + 1] || table[i] != table[i + 2];
        }
    }

    private int number(long position, int bytes) throws IOException {
        return (int) file.little(position, bytes);
    }

    @Override
    public int count() {
        return frames.size();
    }

    /** The canvas holds all of the first frame, as in browsers. */
    @Override
    public @Nullable Animation animation() throws IOException {
        if (frames.isEmpty()) {
            return null;
        }
        FrameInfo first = frames.get(0);
        ImageSize canvas = new ImageSize(
                Math.max(number(6, 2), first.x() + first.size().width()),
                Math.max(number(8, 2), first.y() + first.size().height()));
        boolean transparent = transparentFirst || Animation.revealsCanvas(canvas, frames);
        return new Animation(canvas, plays, colored || transparent, transparent, frames);
    }
}
