package org.imageop.imageio;

import java.io.IOException;

/**
 * Thrown when a file's content cannot be read as an image, or an image cannot be held by a file format: the data
 * are damaged, no plugin knows them, a limit is exceeded, or the format has no such mode.
 *
 * <p>The message names the file and the format, says what went wrong and what to do, and ends with its place in
 * {@code docs/reference/errors.md}. What readers reported
 * themselves is the cause and, where several were tried, among the {@linkplain #getSuppressed() suppressed}.
 */
public class ImageFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message file, format, what went wrong, and what to do
     */
    public ImageFormatException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and what led to it.
     *
     * @param message file, format, what went wrong, and what to do
     * @param cause what a plugin reported
     */
    public ImageFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
