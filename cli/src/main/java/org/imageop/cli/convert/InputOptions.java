package org.imageop.cli.convert;

import java.io.IOException;
import java.nio.file.Path;
import org.imageop.ImageLike;
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
        return first(file).image();
    }

    /**
     * An image, and how many the file has.
     *
     * @param image the first
     * @param frames at least 1
     */
    record Frame(ImageLike image, int frames) {}

    Frame first(Path file) throws IOException {
        if (raw != null) {
            return new Frame(raw.read(file), 1);
        }
        try (ImageFile open = StandardStreams.open(file, limits.options())) {
            return new Frame(open.read(), open.frames());
        }
    }
}
