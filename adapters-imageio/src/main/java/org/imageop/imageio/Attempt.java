package org.imageop.imageio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * A reader to try on a file, with or without a look at metadata: opened when it is needed, and anew after a failure,
 * for nobody knows in what state a failure leaves it.
 *
 * <p>Used by one thread at a time.
 */
final class Attempt implements AutoCloseable {
    private final Path path;
    private final ImageReaderSpi spi;
    private final boolean ignoreMetadata;
    private @Nullable FrameReader reader;
    private int frames;

    private Attempt(Path path, ImageReaderSpi spi, boolean ignoreMetadata) {
        this.path = path;
        this.spi = spi;
        this.ignoreMetadata = ignoreMetadata;
    }

    /** All readers that accept the file, the best first; then the same again, passing over metadata. */
    static List<Attempt> all(Path path) throws IOException {
        List<ImageReaderSpi> accepting = new ArrayList<>();
        for (ImageReaderSpi spi : Plugins.readers()) {
            try (FileInput input = new FileInput(path)) {
                if (Guard.call(() -> spi.canDecodeInput(input))) {
                    accepting.add(spi);
                }
            } catch (Guard.PluginFailure e) {
                continue; // one that cannot even look at a file does not know it
            }
        }
        if (accepting.isEmpty()) {
            throw unknown(path);
        }
        Comparator<ImageReaderSpi> byFormat = Comparator.comparingInt(spi -> {
            Format known = Format.of(spi);
            return known == null ? Integer.MAX_VALUE : known.ordinal();
        });
        accepting.sort(byFormat.thenComparingInt(spi -> {
            Format known = Format.of(spi);
            return known == null ? 0 : known.rank(spi);
        }));
        List<Attempt> attempts = new ArrayList<>();
        accepting.forEach(spi -> attempts.add(new Attempt(path, spi, false)));
        accepting.forEach(spi -> attempts.add(new Attempt(path, spi, true)));
        return attempts;
    }

    private static ImageFormatException unknown(Path path) {
        StringBuilder names = new StringBuilder();
        for (FileFormat format : ImageFiles.formats()) {
            if (format.readable()) {
                names.append(names.isEmpty() ? "" : ", ").append(format.name());
            }
        }
        List<String> missing = Plugins.failures();
        return new ImageFormatException(path + " is no image in a format that any plugin knows; readers were found for "
                + names + (missing.isEmpty() ? "" : ", and these could not be loaded: " + missing)
                + "; check that the file is whole, or add an ImageIO plugin for its format [errors.md#unknown-format]");
    }

    /** The name of the format that the reader is for. */
    String format() {
        return FrameReader.format(spi);
    }

    /** The reader at work on the file. */
    FrameReader reader() throws IOException, Guard.PluginFailure {
        FrameReader open = reader;
        if (open == null) {
            open = FrameReader.open(path, spi, ignoreMetadata);
            reader = open;
        }
        return open;
    }

    /** How many images the reader finds, at least one; they are counted once. */
    int frames() throws IOException, Guard.PluginFailure {
        if (frames == 0) {
            int count = reader().frames();
            if (count < 1) {
                throw new Guard.PluginFailure(new IOException("it has no image in it"));
            }
            frames = count;
        }
        return frames;
    }

    /**
     * Lets go of a reader that failed.
     *
     * @throws IOException what the file system reported, if that is why it failed
     */
    void failed() throws IOException {
        try {
            if (reader != null) {
                reader.throwDeviceFailure();
            }
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        FrameReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
