package org.imageop.cli.console;

import java.io.PrintWriter;

/** A bar on the last line of a terminal. It is not drawn if standard error is a file or pipe. */
public final class ProgressBar {
    private static final int CELLS = 30;
    private static final int NAME = 36;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean visible;
    private final int total;

    public ProgressBar(Console console, int total) {
        this.err = console.err();
        this.visible = console.interactive();
        this.total = total;
    }

    /**
     * Shows how far the work is.
     *
     * @param done how many are done
     * @param name what comes next
     */
    public void show(int done, String name) {
        if (visible) {
            int full = (int) ((long) CELLS * done / total);
            String shown = Problem.oneLine(name);
            if (shown.length() > NAME) {
                shown = "…" + shown.substring(shown.length() - NAME + 1);
            }
            err.print(CLEAR + "█".repeat(full) + "░".repeat(CELLS - full) + " " + done + "/" + total + "  " + shown);
            err.flush();
        }
    }

    /** Frees the line for a message. */
    public void hide() {
        if (visible) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
