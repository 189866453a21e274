package org.imageop.imageio;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers what the file system reported, so that a full disk is not taken for a writer's failure. */
final class DeviceOutput extends FilterOutputStream {
    private @Nullable IOException failure;

    DeviceOutput(OutputStream out) {
        super(out);
    }

    void throwFailure() throws IOException {
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
