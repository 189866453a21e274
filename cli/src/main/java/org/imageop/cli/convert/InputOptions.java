package org.imageop.cli.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.cli.command.ReadLimits;
import org.imageop.cli.command.StandardStreams;
import org.imageop.imageio.ImageFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the input is read: as an image file, or as the bytes of a buffer. */
final class InputOptions {
    @Option(
            names = "--raw",
            paramLabel = "MODE:WxH",
            converter = RawFormat.FromText.class,
            description =
                    "Read the bytes of a buffer, as `imageop buffer` writes them, instead of an image file; for example "
                            + "RGB:640x480.")
    private @Nullable RawFormat raw;

    @Mixin
    private ReadLimits limits;

    boolean isRaw() {
        return raw != null;
    }

    ImageLike read(Path file) throws IOException {
        try (Frame frame = first(file, false)) {
            return frame.image();
        }
    }

    /**
     * An image, and how many the file has.
     *
     * @param image the first
     * @param frames at least 1
     * @param file the open file that the image may be decoded from, or null
     */
    record Frame(ImageLike image, int frames, @Nullable ImageFile file) implements Closeable {
        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }

    /**
     * Reads the first image of a file.
     *
     * @param inOrder whether its rows are asked for from the top down; then those of a large image are decoded when they are
     *     asked for, so that it may be larger than the heap
     */
    Frame first(Path file, boolean inOrder) throws IOException {
        if (raw != null) {
            return new Frame(raw.read(file), 1, null);
        }
        ImageFile open = StandardStreams.open(file, limits.options());
        try {
            return new Frame(inOrder && isLarge(open) ? open.view(0) : open.read(), open.frames(), open);
        } catch (IOException | RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    private static boolean isLarge(ImageFile file) {
        ImageSize size = file.size();
        return !file.animated()
                && (long) size.width() * size.height() * file.mode().bytesPerPixel()
                        > Runtime.getRuntime().maxMemory() / 4;
    }
}
