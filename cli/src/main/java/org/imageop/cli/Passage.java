package org.imageop.cli;

import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Transfer;

/**
 * What a hop did.
 *
 * @param from where the image came from
 * @param to what it arrived as
 * @param memory what became of its pixels
 * @param bytes how many bytes were copied, read or written
 * @param nanos how long that took, without the checks
 * @param pixels how the pixels compare, in a word or two
 * @param notes why pixels were copied, and what was lost
 * @param image the image as it arrived
 */
record Passage(
        String from,
        String to,
        Memory memory,
        long bytes,
        long nanos,
        String pixels,
        List<String> notes,
        ImageLike image) {

    /** What became of the pixels on the way. */
    enum Memory {
        /** Both sides have the same memory. */
        SHARED("shared"),
        /** The receiver has memory of its own. */
        COPIED("copied"),
        /** They were decoded from a file. */
        READ("read"),
        /** They were encoded into a file. */
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

    /** Why a library copied, and what it could not keep. */
    static List<String> notes(Transfer<?> transfer) {
        List<String> notes = new ArrayList<>();
        transfer.reason().ifPresent(reason -> notes.add("copied because " + reason));
        if (!transfer.losses().isEmpty()) {
            notes.add("lost: " + String.join(", ", transfer.losses()));
        }
        return notes;
    }
}
