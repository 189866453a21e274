package org.imageop.imageio;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a file's content cannot be read as an image, or an image cannot be held by a file format: the data
 * are damaged, no plugin knows them, a limit is exceeded, or the format does not have the mode.
 *
 * <p>The message names the file and the format, what went wrong and what to do, and ends with its place in {@code
 * docs/reference/errors.md}. What a plugin reported is the cause; if several were tried, the others' reports are
 * {@linkplain #getSuppressed() suppressed}.
 */
public class ImageFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports what is wrong.
     *
     * @param message file, format, what went wrong, and what to do
     */
    public ImageFormatException(String message) {
        super(message);
    }

    /**
     * Reports what is wrong and what led to it.
     *
     * @param message file, format, what went wrong, and what to do
     * @param cause what a plugin reported, or null
     */
    public ImageFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
