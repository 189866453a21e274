package org.imageop.imageio.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.imageio.codecs.Codec;
import org.imageop.imageio.codecs.Codecs;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.plugins.PluginCall;
import org.imageop.imageio.plugins.PluginFailure;
import org.jspecify.annotations.Nullable;

/**
 * A reader to try on a file, with or without a look at metadata. It is opened when it is needed, and again after a
 * failure, because the state after a failure is unknown.
 *
 * <p>Used by one thread at a time.
 */
public final class ReaderCandidate implements AutoCloseable {
    private final FileBytes file;
    private final Codec codec;
    private final ImageReaderSpi spi;
    private final boolean ignoreMetadata;
    private @Nullable FrameReader reader;
    private int frames;

    private ReaderCandidate(FileBytes file, Codec codec, ImageReaderSpi spi, boolean ignoreMetadata) {
        this.file = file;
        this.codec = codec;
        this.spi = spi;
        this.ignoreMetadata = ignoreMetadata;
    }

    /** All readers that accept a file, the best first; then the same again, without a look at metadata. */
    public static List<ReaderCandidate> all(FileBytes file) throws IOException {
        List<ImageReaderSpi> accepting = new ArrayList<>();
        for (ImageReaderSpi spi : Codecs.readers()) {
            try (FileInput input = new FileInput(file)) {
                if (PluginCall.guard(() -> spi.canDecodeInput(input))) {
                    accepting.add(spi);
                }
            } catch (PluginFailure e) {
                continue; // a reader that cannot even look at the file does not know it
            }
        }
        List<ReaderCandidate> candidates = new ArrayList<>();
        for (boolean ignoreMetadata : new boolean[] {false, true}) {
            for (ImageReaderSpi spi : accepting) {
                candidates.add(new ReaderCandidate(file, Codecs.of(spi), spi, ignoreMetadata));
            }
        }
        return candidates;
    }

    /** The reader's format. */
    public Codec codec() {
        return codec;
    }

    /** The reader at work on the file. */
    public FrameReader reader() throws IOException, PluginFailure {
        FrameReader open = reader;
        if (open == null) {
            open = FrameReader.open(file, codec, spi, ignoreMetadata);
            reader = open;
        }
        return open;
    }

    /** How many images the reader finds, at least one; they are counted once. */
    public int frames() throws IOException, PluginFailure {
        if (frames == 0) {
            int count = reader().frames();
            if (count < 1) {
                throw new PluginFailure(new IOException("it holds no image"));
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
    public void failed() throws IOException {
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
