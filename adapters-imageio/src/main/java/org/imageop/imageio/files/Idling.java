package org.imageop.imageio.files;

import java.io.IOException;

/** Notices a source or a sink that moves no byte although it is asked to, such as a channel that does not block. */
public final class Idling {
    private static final int MOST = 1000;

    private final String subject;
    private int idle;

    /** Watches something that messages begin with, such as {@code "The channel"}. */
    public Idling(String subject) {
        this.subject = subject;
    }

    /** Counts how many bytes came or went. */
    public void count(int bytes) throws IOException {
        idle = bytes == 0 ? idle + 1 : 0;
        if (idle == MOST) {
            throw new IOException(
                    subject + " moved no byte " + MOST + " times in a row, and has not ended; let it block,"
                            + " as with SelectableChannel.configureBlocking(true) [errors.md#moves-no-byte]");
        }
    }
}
