package org.imageop.imageio;

import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.imageop.UnsupportedImageException;

/** Calls plugins, which throw anything on damaged data: unchecked exceptions, and errors by what they allocate. */
final class Guard {
    /** What this library's own messages end with; the message that tells the reason has one of its own. */
    private static final Pattern ANCHOR = Pattern.compile(" \\[errors\\.md#[a-z-]+]$");

    private Guard() {}

    /**
     * Something that a plugin does.
     *
     * @param <T> its result
     */
    interface Action<T> {
        T run() throws IOException;
    }

    /** A plugin's failure, whatever it threw. */
    static final class PluginFailure extends Exception {
        private static final long serialVersionUID = 1L;

        PluginFailure(Throwable cause) {
            super(explain(cause), cause);
        }
    }

    /**
     * Runs an action.
     *
     * @throws PluginFailure for whatever the plugin throws, save what concerns the whole virtual machine or the thread
     */
    static <T> T call(Action<T> action) throws PluginFailure {
        try {
            return action.run();
        } catch (IOException
                | RuntimeException
                | AssertionError
                | LinkageError
                | StackOverflowError
                | OutOfMemoryError
                | InternalError e) {
            throw new PluginFailure(e);
        }
    }

    /** The innermost reason in words. */
    private static String explain(Throwable thrown) {
        Throwable reason = thrown;
        while (reason.getCause() != null && reason.getCause() != reason) {
            reason = reason.getCause();
        }
        if (reason instanceof OutOfMemoryError) {
            return "it asks for more memory than there is";
        } else if (reason instanceof StackOverflowError) {
            return "its structure is nested without an end";
        } else if (reason instanceof EOFException) {
            return "it ends too early";
        }
        String message = reason.getMessage() == null
                ? null
                : ANCHOR.matcher(reason.getMessage()).replaceFirst("");
        if (reason instanceof UnsupportedImageException) {
            return "its pixels are of no known kind: " + message;
        }
        if (reason instanceof IOException && message != null && !message.isBlank()) {
            return message;
        }
        String detail = reason.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return "the plugin failed with " + detail;
    }
}
