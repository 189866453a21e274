package org.imageop.imageio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.stream.ImageInputStream;
import org.imageop.imageio.files.Idling;
import org.imageop.imageio.files.Scratch;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.plugins.Watch;

/** The bytes that images are read from, wherever they come from. What gives each byte once is read to its end. */
final class Sources {
    private static final String STREAM = "the stream";

    private static final int BLOCK = 1 << 16;

    private Sources() {}

    static FileBytes of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(
                    path + " is a folder, not an image file; name a file within it [errors.md#is-a-folder]");
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file [errors.md#no-such-file]");
        }
        if (!Files.isRegularFile(path)) {
            // its size is reported as 0, whatever comes out of it
            throw new ImageFormatException(path + " is a pipe or a device, and readers of images go"
                    + " back and forth in a file; read it as a stream, with Files.newInputStream(path)"
                    + " [errors.md#no-regular-file]");
        }
        try {
            return notEmpty(FileBytes.open(path));
        } catch (ClosedByInterruptException e) {
            new Watch(path + " was not read").check();
            throw e;
        }
    }

    static FileBytes of(byte[] bytes) throws IOException {
        Objects.requireNonNull(bytes, "bytes");
        return notEmpty(FileBytes.of(bytes));
    }

    static FileBytes of(InputStream stream, ReadOptions options) throws IOException {
        Objects.requireNonNull(stream, "stream");
        String name = stream == System.in ? "standard input" : STREAM;
        return notEmpty(all(name, block -> stream.read(block.array(), 0, block.limit()), options));
    }

    static FileBytes of(ReadableByteChannel channel, ReadOptions options) throws IOException {
        Objects.requireNonNull(channel, "channel");
        return notEmpty(all("the channel", channel::read, options));
    }

    static FileBytes of(ImageInputStream stream, ReadOptions options) throws IOException {
        Objects.requireNonNull(stream, "stream");
        boolean endKnown = stream.length() >= 0;
        return notEmpty(
                endKnown
                        ? FileBytes.of(STREAM, stream)
                        : all(STREAM, block -> stream.read(block.array(), 0, block.limit()), options));
    }

    /** Something that gives each byte once. */
    @FunctionalInterface
    private interface Supply {
        /** Puts bytes into a block, and returns how many, or −1 at the end. */
        int read(ByteBuffer block) throws IOException;
    }

    private static FileBytes all(String name, Supply supply, ReadOptions options) throws IOException {
        Scratch whole = new Scratch(options.maxStreamMemory());
        try {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            Watch interrupts = new Watch(FileBytes.subject(name) + " was not read");
            Idling idling = new Idling(FileBytes.subject(name));
            for (int n = supply.read(block.clear()); n >= 0; n = supply.read(block.clear())) {
                interrupts.check();
                idling.count(n);
                if (n > options.maxStreamBytes() - whole.size()) {
                    throw new ImageFormatException(FileBytes.subject(name) + " has more bytes than the limit of "
                            + options.maxStreamBytes() + ", and may never end; if you trust it, raise the limit with"
                            + " ReadOptions.withMaxStreamBytes [errors.md#limit-exceeded]");
                }
                whole.write(block.position(0).limit(n));
            }
            return FileBytes.owning(name, whole);
        } catch (IOException | RuntimeException | Error e) {
            whole.close();
            throw e;
        }
    }

    private static FileBytes notEmpty(FileBytes bytes) throws IOException {
        if (bytes.length() == 0) {
            bytes.close();
            throw new ImageFormatException(bytes.subject()
                    + " is empty: it has 0 bytes and holds no image; get or save it again [errors.md#empty-file]");
        }
        return bytes;
    }
}
