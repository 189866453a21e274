package org.imageop.imageio.plugins;

import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.imageop.UnsupportedImageException;

/** A plugin's failure, whatever it threw. The message is the innermost reason in words. */
public final class PluginFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Ends this library's own messages; the message that includes the reason has an anchor of its own. */
    private static final Pattern ANCHOR = Pattern.compile(" \\[errors\\.md#[a-z-]+]$");

    /** Explains what was thrown. */
    public PluginFailure(Throwable cause) {
        super(explain(cause), cause);
    }

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
