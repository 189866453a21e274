package org.imageop.foreign;

import java.util.List;
import java.util.Optional;

/**
 * How a function got to the samples of an image.
 *
 * @param calls how often it was called, once for each band of rows
 * @param reason why it worked on a copy, as a clause; empty if it worked in place
 * @param losses what the copy could not keep, as short phrases; empty if nothing was lost
 */
public record CallReport(int calls, Optional<String> reason, List<String> losses) {
    /** Keeps a copy of the list. */
    public CallReport {
        losses = List.copyOf(losses);
    }

    /**
     * Whether the function worked on the image's own memory.
     *
     * @return false if samples were copied to it and, if it writes, back
     */
    public boolean inPlace() {
        return reason.isEmpty();
    }

    @Override
    public String toString() {
        return reason.map(why -> "on a copy (" + why + ")").orElse("in place") + ", " + calls
                + (calls == 1 ? " call" : " calls") + (losses.isEmpty() ? "" : ", lost: " + String.join(", ", losses));
    }
}
