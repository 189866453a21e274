package org.imageop.foreign;

import java.util.Objects;

/**
 * How a function got to the samples of two images.
 *
 * @param source of the image that it read
 * @param target of the image that it wrote; with as many calls
 */
public record PairReport(CallReport source, CallReport target) {
    /** Checks that both are there. */
    public PairReport {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
    }

    /**
     * Whether the function worked on the memory of both images.
     *
     * @return false if samples of one were copied
     */
    public boolean inPlace() {
        return source.inPlace() && target.inPlace();
    }

    @Override
    public String toString() {
        return "source " + source + "; target " + target;
    }
}
