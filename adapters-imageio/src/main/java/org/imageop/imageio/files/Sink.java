package org.imageop.imageio.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import javax.imageio.stream.ImageOutputStream;

/** Something that takes bytes one after the other. It gets nothing of a file that cannot be completed, and is not closed. */
public final class Sink implements Destination {
    private final OutputStream out;

    private Sink(OutputStream out) {
        this.out = out;
    }

    /** A stream, which is flushed after the file. */
    public static Sink of(OutputStream stream) {
        return new Sink(stream);
    }

    /** A channel. */
    public static Sink of(WritableByteChannel channel) {
        return new Sink(new InBlocks() {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                Idling idling = new Idling("The channel");
                for (ByteBuffer rest = ByteBuffer.wrap(bytes, offset, count); rest.hasRemaining(); ) {
                    idling.count(channel.write(rest));
                }
            }
        });
    }

    /** A stream, which gets the bytes where it is. */
    public static Sink of(ImageOutputStream stream) {
        return new Sink(new InBlocks() {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                stream.write(bytes, offset, count);
            }
        });
    }

    private abstract static class InBlocks extends OutputStream {
        @Override
        public final void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public abstract void write(byte[] bytes, int offset, int count) throws IOException;
    }

    @Override
    public long write(Content content) throws IOException {
        try (Scratch whole = new Scratch(Scratch.USUAL_MEMORY)) {
            content.writeTo(whole);
            whole.copyTo(out);
            out.flush();
            return whole.size();
        }
    }
}
