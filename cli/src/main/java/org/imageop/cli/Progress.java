package org.imageop.cli;

import java.io.PrintWriter;

/** A bar on the last line of a terminal; nothing if nobody watches. */
final class Progress {
    private static final int CELLS = 30;
    private static final int NAME = 36;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean visible;
    private final int total;

    Progress(Console console, int total) {
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
    void show(int done, String name) {
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
    void hide() {
        if (visible) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
