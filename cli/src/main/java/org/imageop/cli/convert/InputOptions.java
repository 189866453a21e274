package org.imageop.cli.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
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

    @Option(
            names = "--tolerant",
            description =
                    "Read also an image that was cut off, or that has channels besides its colours; what is missing is "
                            + "reported. By default it is refused.")
    private boolean tolerant;

    boolean isRaw() {
        return raw != null;
    }

    ImageLike read(Path file) throws IOException {
        try (Input input = open(file)) {
            return input.image(0, info -> false);
        }
    }

    /** What an image lacks that was read all the same; it is no longer in its info then. */
    static List<String> missing(ImageLike image) {
        return image.info().remove(InfoKeys.MISSING) instanceof List<?> missing
                ? missing.stream().map(Object::toString).toList()
                : List.of();
    }

    /** Opens a file for all of its images. */
    Input open(Path file) throws IOException {
        return raw != null
                ? new Input(raw.read(file), null)
                : new Input(null, StandardStreams.open(file, limits.options().withTolerant(tolerant)));
    }

    /** An open file: the one image of a buffer, or the images of an image file. */
    static final class Input implements AutoCloseable {
        private final @Nullable ImageLike buffer;
        private final @Nullable ImageFile file;

        private Input(@Nullable ImageLike buffer, @Nullable ImageFile file) {
            this.buffer = buffer;
            this.file = file;
        }

        /** How many images there are. */
        int frames() {
            return file == null ? 1 : file.frames();
        }

        /** The first image that is shown, where there are several. */
        int firstShown() throws IOException {
            return file != null && frames() > 1 && file.frame(0).hidden() ? 1 : 0;
        }

        /** Whether a file of a format would show all images as they are shown here. */
        boolean goesInto(TargetFormat target) {
            return file != null && (file.animated() || file.format().equals(target.name()));
        }

        /**
         * An image as it is shown.
         *
         * @param inOrder whether the rows of a file with some metadata are asked for from the top down; then those of a large
         *     image are decoded when they are asked for, so that it may be larger than the heap
         */
        ImageLike image(int frame, Predicate<Map<String, Object>> inOrder) throws IOException {
            if (file == null) {
                return Objects.requireNonNull(buffer);
            }
            return isLarge(file) && inOrder.test(file.info()) ? file.view(frame) : file.composed(frame);
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }

    private static boolean isLarge(ImageFile file) {
        ImageSize size = file.size();
        return !file.animated()
                && (long) size.width() * size.height() * file.mode().bytesPerPixel()
                        > Runtime.getRuntime().maxMemory() / 4;
    }
}
