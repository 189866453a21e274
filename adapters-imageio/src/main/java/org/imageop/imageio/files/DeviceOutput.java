package org.imageop.imageio.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers a failure of the file system, so that a full disk is not taken for a plugin's mistake. */
public final class DeviceOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    /**
     * Passes bytes on.
     *
     * @param out the file
     */
    public DeviceOutput(OutputStream out) {
        super(out);
    }

    /**
     * Reports a failure again that the writer may have hidden.
     *
     * @throws IOException if the file system failed
     */
    public void throwFailure() throws IOException {
        IOException reported = failure;
        if (reported != null) {
            throw reported;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        try {
            out.write(bytes, offset, count);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
