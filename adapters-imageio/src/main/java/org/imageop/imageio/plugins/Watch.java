package org.imageop.imageio.plugins;

import java.io.InterruptedIOException;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reports how far a plugin is, and ends its work if the listener or an interrupt of the thread asks for that.
 *
 * <p>Used by one thread at a time.
 */
public final class Watch {
    /** Smaller steps are not reported. */
    private static final double STEP = 0.01;

    private final String failure;
    private final DoublePredicate listener;
    private double reached;
    private boolean refused;
    private boolean interrupted;
    private @Nullable RuntimeException thrown;

    /**
     * Watches a piece of work.
     *
     * @param failure how messages begin if it is cancelled, such as {@code "a.png was not read"}
     * @param listener gets fractions that grow from 0 to 1, and returns whether to go on
     */
    public Watch(String failure, DoublePredicate listener) {
        this.failure = failure;
        this.listener = listener;
    }

    /** Watches for interrupts alone. */
    public Watch(String failure) {
        this(failure, fraction -> true);
    }

    /** A watch for a part of the work: for interrupts alone. */
    public Watch ofPart() {
        return new Watch(failure);
    }

    /** Reports a fraction, unless it is hardly larger than the last one, and returns whether to go on. */
    public boolean goesOn(double fraction) {
        interrupted |= Thread.currentThread().isInterrupted();
        boolean far = fraction >= reached + STEP || fraction >= 1 && reached < 1;
        if (far && !stopped()) {
            reached = Math.min(fraction, 1);
            try {
                refused = !listener.test(reached);
            } catch (RuntimeException e) {
                thrown = e;
            }
        }
        return !stopped();
    }

    private boolean stopped() {
        return refused || interrupted || thrown != null;
    }

    /**
     * Ends the work if that was asked for.
     *
     * @throws InterruptedIOException if the listener refused to go on, or the thread was interrupted; its mark stays
     * @throws RuntimeException what the listener threw
     */
    public void check() throws InterruptedIOException {
        interrupted |= Thread.currentThread().isInterrupted();
        if (thrown != null) {
            throw thrown;
        } else if (refused) {
            throw new InterruptedIOException(failure + ": its progress listener cancelled it at "
                    + Math.round(100 * reached) + " %; start again to have all of it [errors.md#cancelled]");
        } else if (interrupted) {
            throw new InterruptedIOException(
                    failure + ": its thread was interrupted, and is still marked so; end it, or"
                            + " clear the mark with Thread.interrupted() and start again [errors.md#cancelled]");
        }
    }
}
