package org.imageop.cli.window;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.imageop.cli.console.CommandFailure;
import org.jspecify.annotations.Nullable;

/** The screen, and what must run before something is shown on it. */
final class Screen {
    /** Log managers hold loggers weakly. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Screen() {}

    /**
     * The part of the screen that windows may fill.
     *
     * @return a rectangle in pixels
     * @throws CommandFailure if there is no screen
     */
    static Rectangle bounds() {
        try {
            if (!GraphicsEnvironment.isHeadless()) {
                return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
            }
        } catch (AWTError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            throw new CommandFailure("no display to open a window on: " + e.getMessage() + "; " + advice(), e);
        }
        throw new CommandFailure("no display to open a window on; " + advice());
    }

    private static String advice() {
        return "run the command in a desktop session, or with xvfb-run";
    }

    /**
     * Starts JavaFX unless it runs, and waits until it does. It goes on until the process ends, because it cannot be started twice.
     *
     * @throws CommandFailure if JavaFX cannot use the display
     */
    static void startJavaFx() {
        // it warns that it is on the class path, which is where it belongs here
        JAVAFX_LOG.setFilter(message -> !String.valueOf(message.getMessage()).contains("unnamed module"));
        CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
            started.join();
            Platform.setImplicitExit(false);
        } catch (IllegalStateException e) {
            // it runs already
            return;
        } catch (RuntimeException | LinkageError e) {
            throw new CommandFailure(
                    "JavaFX does not start: " + e.getMessage() + "; on Linux it needs GTK 3, or use --toolkit swing",
                    e);
        }
    }
}
