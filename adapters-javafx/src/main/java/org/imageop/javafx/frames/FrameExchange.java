package org.imageop.javafx.frames;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands whole frames from a thread that draws to a thread that shows, without either waiting for the other: the latest
 * frame wins.
 *
 * <p>Four frames are in circulation, each in one place: one is drawn, one is shown, one may be ready to be shown next,
 * and one is either free or retired. A retired frame was shown until the last {@link #take} and may still be
 * read by the showing thread; the next {@link #take} ends this.
 *
 * @param <T> a frame
 */
public final class FrameExchange<T> {
    public static final int FRAMES = 4;

    private final Deque<T> free;
    private T drawn;
    private T shown;
    private @Nullable T ready;
    private @Nullable T retired;
    private boolean awake;

    /** Four frames; the first is shown at the beginning, the second is drawn first. */
    public FrameExchange(List<T> frames) {
        if (frames.size() != FRAMES) {
            throw new IllegalArgumentException("A hand-off needs " + FRAMES + " frames, not " + frames.size());
        }
        this.free = new ArrayDeque<>(frames.subList(2, FRAMES));
        this.shown = frames.get(0);
        this.drawn = frames.get(1);
    }

    /** The frame to draw; the same until it is published. */
    public synchronized T drawn() {
        return drawn;
    }

    /** The frame drawn is the next to show, in place of one that was ready and was not taken. */
    public synchronized void publish() {
        T next = ready == null ? free.remove() : ready;
        ready = drawn;
        drawn = next;
    }

    /**
     * Whether the showing thread is to be woken, because there is a frame and it sleeps. A caller that gets true wakes it, or
     * reports that it is {@linkplain #stillAsleep still asleep}.
     */
    public synchronized boolean wake() {
        boolean needed = ready != null && !awake;
        awake |= needed;
        return needed;
    }

    /** The showing thread could not be woken. */
    public synchronized void stillAsleep() {
        awake = false;
    }

    /** The frame to show from now on, or null to go on with the last; frees the one that was retired before. */
    public synchronized @Nullable T take() {
        if (retired != null) {
            free.add(retired);
            retired = null;
        }
        if (ready == null) {
            return null;
        }
        retired = shown;
        shown = ready;
        ready = null;
        return shown;
    }

    /** Whether there is nothing left to show or to free; the showing thread then sleeps until it is woken. */
    public synchronized boolean sleep() {
        awake = ready != null || retired != null;
        return !awake;
    }

    /** Whether the showing thread sleeps. */
    public synchronized boolean asleep() {
        return !awake;
    }
}
