package org.imageop.imageio.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.formats.Codecs;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.plugins.PluginCall;
import org.imageop.imageio.plugins.PluginFailure;
import org.imageop.imageio.sequence.Animation;
import org.imageop.imageio.sequence.FrameIndex;
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
    private final int mostFrames;
    private final long mostMetadata;
    private @Nullable FrameReader reader;
    /** Where the reader looks: the file, or a frame of it that is handed to readers as a file of its own. */
    private FileBytes opened;

    private boolean counted;
    private int frames;
    private @Nullable FrameIndex index;

    private ReaderCandidate(
            FileBytes file,
            Codec codec,
            ImageReaderSpi spi,
            boolean ignoreMetadata,
            int mostFrames,
            long mostMetadata) {
        this.file = file;
        this.codec = codec;
        this.spi = spi;
        this.ignoreMetadata = ignoreMetadata;
        this.mostFrames = mostFrames;
        this.mostMetadata = mostMetadata;
        opened = file;
    }

    /**
     * All readers that accept a file, the best first; then the same again, without a look at metadata.
     *
     * @param mostFrames after so many frames the rest need not be counted
     * @param mostMetadata how many bytes the metadata of a frame may take
     */
    public static List<ReaderCandidate> all(FileBytes file, int mostFrames, long mostMetadata) throws IOException {
        List<ImageReaderSpi> accepting = new ArrayList<>();
        for (ImageReaderSpi spi : Codecs.readers()) {
            try (FileInput input = new FileInput(file)) {
                if (accepts(spi, input)) {
                    accepting.add(spi);
                }
                input.throwDeviceFailure();
            }
        }
        List<ReaderCandidate> candidates = new ArrayList<>();
        for (boolean ignoreMetadata : new boolean[] {false, true}) {
            for (ImageReaderSpi spi : accepting) {
                candidates.add(
                        new ReaderCandidate(file, Codecs.of(spi), spi, ignoreMetadata, mostFrames, mostMetadata));
            }
        }
        return candidates;
    }

    /** A reader that cannot even look at the file does not know it. */
    private static boolean accepts(ImageReaderSpi spi, FileInput input) {
        try {
            return PluginCall.guard(() -> spi.canDecodeInput(input));
        } catch (PluginFailure e) {
            return false;
        }
    }

    /** The reader's format. */
    public Codec codec() {
        return codec;
    }

    /**
     * The reader at work on a frame.
     *
     * @throws PluginFailure also if the frame's part of the file is damaged
     */
    public FrameReader reader(int frame) throws IOException, PluginFailure {
        FrameIndex known = index();
        FileBytes part = known == null ? file : PluginCall.guard(() -> known.part(file, frame));
        if (part != opened) {
            close();
        }
        FrameReader open = reader;
        if (open == null) {
            open = FrameReader.open(part, codec, spi, ignoreMetadata, order(part));
            opened = part;
            reader = open;
        }
        return open;
    }

    /**
     * The rows of a frame as files of their own; null if they are not to be had without the whole frame.
     *
     * @throws PluginFailure if the frame's part of the file is damaged
     */
    public @Nullable Strips strips(int frame) throws IOException, PluginFailure {
        FrameIndex known = index();
        return known == null
                ? PluginCall.guard(() -> codec.strips(file, frame))
                : PluginCall.guard(() -> codec.strips(known.part(file, frame), 0));
    }

    private IndexOrder order(FileBytes part) {
        if (part != file) {
            return IndexOrder.only();
        }
        return codec.largestFirst() ? IndexOrder.largestFirst() : IndexOrder.asRead();
    }

    /** How many images there are, at least one; they are counted once. */
    public int frames() throws IOException, PluginFailure {
        if (frames == 0) {
            FrameIndex known = index();
            int count = known != null
                    ? known.count()
                    : codec.single(file) ? 1 : reader(0).frames();
            if (count < 1) {
                throw new PluginFailure(new IOException("it holds no image"));
            }
            frames = count;
        }
        return frames;
    }

    /** What all frames show together, or null if each is an image of its own. */
    public @Nullable Animation animation() throws IOException {
        FrameIndex known = index();
        return known == null ? null : known.animation();
    }

    /** Looks up the metadata of a frame in the file itself. */
    public FileInfo info(int frame) throws IOException {
        FrameIndex known = index();
        FileInfo info = new FileInfo(mostMetadata);
        codec.readInfo(known == null ? file : known.described(file, frame), frame, info);
        return info;
    }

    private @Nullable FrameIndex index() throws IOException {
        if (!counted) {
            index = codec.frames(file, mostFrames);
            counted = true;
        }
        return index;
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
