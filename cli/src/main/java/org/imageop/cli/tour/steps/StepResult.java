package org.imageop.cli.tour.steps;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.Transfer;

/**
 * What a step did.
 *
 * @param from where the image came from
 * @param to what it arrived as
 * @param memory how its pixels crossed
 * @param bytes how many bytes were copied, read or written
 * @param nanos how long that took, without the checks
 * @param pixels how the pixels compare, in a word or two
 * @param notes why pixels were copied, and what was lost
 * @param image the image as it arrived
 */
public record StepResult(
        String from,
        String to,
        Memory memory,
        long bytes,
        long nanos,
        String pixels,
        List<String> notes,
        ImageLike image) {

    /** How the pixels crossed. */
    public enum Memory {
        /** Both sides have the same memory. */
        SHARED("shared"),
        /** The receiver has memory of its own. */
        COPIED("copied"),
        /** The pixels were decoded from a file. */
        READ("read"),
        /** The pixels were encoded into a file. */
        WRITTEN("written");

        private final String word;

        Memory(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** A step after which all pixels agree, and about which there is nothing to note. */
    static StepResult agreed(String from, String to, Memory memory, long bytes, long nanos, ImageLike image) {
        return new StepResult(from, to, memory, bytes, nanos, "agree", List.of(), image);
    }

    /**
     * A step to a library, which shared memory or copied.
     *
     * @param transfer what the library did, and why
     * @param copied the bytes that a copy takes
     * @param sent the mode of the image before the step
     * @param arrived the mode after it
     */
    static StepResult transferred(
            String from,
            String to,
            Transfer<?> transfer,
            long copied,
            long nanos,
            Mode sent,
            Mode arrived,
            ImageLike image) {
        List<String> notes = new ArrayList<>();
        transfer.reason().ifPresent(reason -> notes.add("copied because " + reason));
        notes.addAll(lost(transfer.losses()));
        return new StepResult(
                from,
                to,
                transfer.shared() ? Memory.SHARED : Memory.COPIED,
                transfer.shared() ? 0 : copied,
                nanos,
                arrived == sent ? "agree" : "agree as " + arrived,
                notes,
                image);
    }

    /** A note on losses, if there are any. */
    static List<String> lost(List<String> losses) {
        return losses.isEmpty() ? List.of() : List.of("lost: " + String.join(", ", losses));
    }
}
