package org.imageop.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.imageop.ImageLike;
import org.imageop.imageio.ImageFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the input is read: as an image file, or as the bytes of a buffer. */
final class Source {
    @Option(
            names = "--raw",
            paramLabel = "MODE:WxH",
            converter = RawFormat.FromText.class,
            description = "The input is no image file but the bytes of a buffer, as `imageop buffer` writes them: "
                    + "RGB:640x480, for example. \"-\" is standard input then.")
    private @Nullable RawFormat raw;

    @Mixin
    private Limits limits;

    boolean isRaw() {
        return raw != null;
    }

    ImageLike read(Path file) throws IOException {
        return raw == null ? ImageFiles.read(file, limits.options()) : raw.read(file);
    }
}
