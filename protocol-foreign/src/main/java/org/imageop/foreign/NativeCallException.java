package org.imageop.foreign;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a native function reports an error. Samples that it changed before stay changed. */
public class NativeCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the function returned. */
    private final int status;

    /**
     * Reports an error.
     *
     * @param message what was called, for which rows, and what it reported
     * @param status the number that the function returned
     */
    public NativeCallException(String message, int status) {
        this(message, status, null);
    }

    /**
     * Reports an error that was thrown.
     *
     * @param message what was called, and what it reported
     * @param status the number that the function returned, or 0
     * @param cause what it threw
     */
    public NativeCallException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** For a function that returned the number of an error. */
    static NativeCallException of(List<Band> bands, int status, String message) {
        String rows = bands.stream()
                .map(band -> "the rows " + band.firstRow() + " to "
                        + (band.firstRow() + band.memory().size().height() - 1) + " of a "
                        + band.image().width() + "×" + band.image().height() + " "
                        + band.memory().mode() + " image")
                .collect(Collectors.joining(" and "));
        return new NativeCallException(
                "The function returned " + status + " for " + rows + (message.isEmpty() ? "" : ": " + message)
                        + " [errors.md#native-call-failed]",
                status);
    }

    /**
     * The number that the function returned.
     *
     * @return any number; 0 if it returned none and threw something
     */
    public int status() {
        return status;
    }
}
