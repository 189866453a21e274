package org.imageop.imageio.plugins;

import java.io.IOException;

/**
 * Something that a plugin does. Plugins throw anything on damaged data: unchecked exceptions, and errors by what they
 * allocate.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface PluginCall<T> {
    /** Does it. */
    T run() throws IOException;

    /**
     * Runs a call.
     *
     * @throws PluginFailure for whatever the plugin throws, except what concerns the whole virtual machine or the thread
     */
    static <T> T guard(PluginCall<T> call) throws PluginFailure {
        try {
            return call.run();
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
}
