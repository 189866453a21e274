package org.imageop.imageio;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.imageop.ImageSize;
import org.imageop.imageio.files.Scratch;
import org.imageop.imageio.metadata.FileInfo;

/**
 * How an image is read, and limits to what it may ask for. Limits to pixels are checked against the header, before
 * anything is allocated for pixels.
 *
 * <pre>{@code
 * ReadOptions options = ReadOptions.DEFAULTS.withMaxPixels(1L << 30);
 * }</pre>
 *
 * <p>Options never change; methods return new ones.
 */
public final class ReadOptions {
    /** The options as each method describes its default. */
    public static final ReadOptions DEFAULTS = new ReadOptions(new Values());

    /** All options with their defaults; never changed once in options. */
    private static final class Values implements Cloneable {
        private DoublePredicate progress = fraction -> true;
        private long maxPixels = 1L << 28;
        private long maxBytes = Runtime.getRuntime().maxMemory() / 2;
        private int maxFrames = 1 << 16;
        private long maxStreamBytes = 1L << 30;
        private long maxStreamMemory = Scratch.USUAL_MEMORY;
        private long maxWork = 1L << 32;
        private long maxMetadata = FileInfo.MOST_BYTES;
        private boolean tolerant;

        @Override
        protected Values clone() {
            try {
                return (Values) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final Values values;

    private ReadOptions(Values values) {
        this.values = values;
    }

    private ReadOptions with(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new ReadOptions(changed);
    }

    /**
     * How many pixels an image may have.
     *
     * @return by default 2<sup>28</sup>, as 16384×16384 has; {@link Long#MAX_VALUE} for no limit
     */
    public long maxPixels() {
        return values.maxPixels;
    }

    /**
     * The same options with another limit.
     *
     * @param pixels how many pixels an image may have; {@link Long#MAX_VALUE} for no limit
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxPixels(long pixels) {
        atLeast(1, pixels, "pixels", "an image has at least one");
        return with(options -> options.maxPixels = pixels);
    }

    /**
     * How many bytes the pixels of an image may take as the reader decodes them.
     *
     * @return by default half of the heap that the Java virtual machine may ever have; {@link Long#MAX_VALUE} for no limit
     */
    public long maxBytes() {
        return values.maxBytes;
    }

    /**
     * The same options with another limit.
     *
     * @param bytes how many bytes decoded pixels may take; {@link Long#MAX_VALUE} for no limit
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxBytes(long bytes) {
        atLeast(1, bytes, "bytes of pixels", "an image has at least one");
        return with(options -> options.maxBytes = bytes);
    }

    /**
     * How many images a file may have. It is checked when the file is opened.
     *
     * @return by default 2<sup>16</sup>; {@link Integer#MAX_VALUE} for no limit
     */
    public int maxFrames() {
        return values.maxFrames;
    }

    /**
     * The same options with another limit.
     *
     * @param frames how many images a file may have; {@link Integer#MAX_VALUE} for no limit
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxFrames(int frames) {
        atLeast(1, frames, "frames", "a file has at least one");
        return with(options -> options.maxFrames = frames);
    }

    /**
     * How many bytes are read from a stream or a channel, which may never end. Paths and arrays have no such limit.
     *
     * @return by default 2<sup>30</sup>; {@link Long#MAX_VALUE} for no limit
     */
    public long maxStreamBytes() {
        return values.maxStreamBytes;
    }

    /**
     * The same options with another limit.
     *
     * @param bytes how many bytes are read from a stream or a channel; {@link Long#MAX_VALUE} for no limit
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxStreamBytes(long bytes) {
        atLeast(1, bytes, "bytes of a stream", "an image has at least one");
        return with(options -> options.maxStreamBytes = bytes);
    }

    /**
     * How many bytes of a stream or a channel are kept in memory. If there are more, all are kept in one temporary file,
     * which is deleted when reading ends.
     *
     * @return by default 2<sup>26</sup>, but at most a sixteenth of the heap; {@link Long#MAX_VALUE} for no temporary
     *     file unless no array holds the bytes
     */
    public long maxStreamMemory() {
        return values.maxStreamMemory;
    }

    /**
     * The same options with another limit.
     *
     * @param bytes how many bytes of a stream or a channel are kept in memory; 0 to keep all in a temporary file
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public ReadOptions withMaxStreamMemory(long bytes) {
        atLeast(0, bytes, "bytes of a stream in memory", "0 keeps all of them in a temporary file");
        return with(options -> options.maxStreamMemory = bytes);
    }

    /**
     * How many samples a reader may visit for an image, over all of its passes. A small JPEG file can ask for thousands of passes
     * over all pixels; usual progressive ones have 10.
     *
     * @return by default 2<sup>32</sup>, which takes some seconds; {@link Long#MAX_VALUE} for no limit
     */
    public long maxWork() {
        return values.maxWork;
    }

    /**
     * The same options with another limit.
     *
     * @param samples how many samples a reader may visit; {@link Long#MAX_VALUE} for no limit
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxWork(long samples) {
        atLeast(1, samples, "visited samples", "an image has at least one");
        return with(options -> options.maxWork = samples);
    }

    /**
     * How many bytes the metadata of an image may take in memory: texts, profile, EXIF and XMP, unpacked. More are left out, and
     * {@link org.imageop.InfoKeys#MISSING} says so; the pixels are read all the same.
     *
     * @return by default 2<sup>26</sup>, which is 64 MiB; {@link Long#MAX_VALUE} for no limit
     */
    public long maxMetadata() {
        return values.maxMetadata;
    }

    /**
     * The same options with another limit.
     *
     * @param bytes how many bytes the metadata of an image may take; {@link Long#MAX_VALUE} for no limit
     * @return new options
     * @throws IllegalArgumentException if it is negative
     */
    public ReadOptions withMaxMetadata(long bytes) {
        atLeast(0, bytes, "bytes of metadata", "0 leaves all of them out");
        return with(options -> options.maxMetadata = bytes);
    }

    /**
     * Whether images are also read if the file has more than they can have: pixels that were cut off, or channels that are not
     * colours.
     *
     * @return by default false: such an image is refused
     */
    public boolean tolerant() {
        return values.tolerant;
    }

    /**
     * The same options, but incomplete images are refused or not.
     *
     * <pre>{@code
     * ImageLike image = ImageFiles.read(path, ReadOptions.DEFAULTS.withTolerant(true));
     * image.info().get(InfoKeys.MISSING); // null, or such as ["its last pixels: the file was cut off"]
     * }</pre>
     *
     * @param tolerant true to read them, with a list under {@link org.imageop.InfoKeys#MISSING} of what they lack
     * @return new options
     */
    public ReadOptions withTolerant(boolean tolerant) {
        return with(options -> options.tolerant = tolerant);
    }

    /**
     * Who is told how far reading is, and may cancel it.
     *
     * @return by default nobody
     */
    public DoublePredicate progress() {
        return values.progress;
    }

    /**
     * The same options with a listener. It gets fractions that grow, the last one 1, in the thread that reads; some formats have
     * few steps. If it returns false, the call ends with an {@link java.io.InterruptedIOException}; what it throws comes
     * through. An interrupt of the thread has the same effect, and the thread stays marked as interrupted.
     *
     * @param listener returns whether to go on
     * @return new options
     */
    public ReadOptions withProgress(DoublePredicate listener) {
        Objects.requireNonNull(listener, "listener");
        return with(options -> options.progress = listener);
    }

    private static void atLeast(long least, long value, String what, String why) {
        if (value < least) {
            throw new IllegalArgumentException("A limit of " + value + " " + what + " makes no sense, because " + why
                    + "; give " + least + " or more [errors.md#option-out-of-range]");
        }
    }

    /** Refuses what a file announces, if it exceeds a limit or makes no sense. */
    void check(String file, String format, ImageSize announced, int bytesPerPixel) throws ImageFormatException {
        int width = announced.width();
        int height = announced.height();
        String what = file + " announces a " + format + " image of " + width + "×" + height;
        if (width < 1 || height < 1) {
            throw new ImageFormatException(
                    what + " pixels, and an image has at least one; the file is damaged [errors.md#damaged-file]");
        }
        long pixels = (long) width * height;
        if (pixels > maxPixels()) {
            throw new ImageFormatException(what + ", which is " + pixels + " pixels and more than the limit of "
                    + maxPixels() + "; if you trust it, raise the limit with ReadOptions.withMaxPixels"
                    + " [errors.md#limit-exceeded]");
        }
        long bytes = pixels * bytesPerPixel;
        if (bytes > maxBytes()) {
            throw new ImageFormatException(what + ", which takes " + bytes + " bytes and more than the limit of "
                    + maxBytes() + "; if you trust it, raise the limit with ReadOptions.withMaxBytes"
                    + " [errors.md#limit-exceeded]");
        }
    }

    /** Refuses a file of too many images. */
    void checkFrames(String file, int frames) throws ImageFormatException {
        if (frames > maxFrames()) {
            throw new ImageFormatException(file + " has more images than the limit of " + maxFrames()
                    + "; if you trust it, raise the limit with ReadOptions.withMaxFrames [errors.md#limit-exceeded]");
        }
    }

    /** Refuses an image over which a reader would pass too often. */
    void checkWork(String file, ImageSize announced, long passes) throws ImageFormatException {
        long pixels = (long) announced.width() * announced.height();
        if (passes > 1 && passes > maxWork() / pixels) {
            throw new ImageFormatException(
                    file + " asks for " + passes + " passes over its " + pixels
                            + " pixels, and the limit is " + maxWork()
                            + " samples; if you trust it, raise the limit with ReadOptions.withMaxWork [errors.md#limit-exceeded]");
        }
    }

    /**
     * Refuses an image that the file does not announce, and that may be decoded all the same.
     *
     * @param work the samples that a reader visits for this and the images before it
     */
    void checkHidden(String file, long width, long height, double work) throws ImageFormatException {
        if (width > 0 && height > 0 && (width > maxPixels() / height || width > maxBytes() / 4 / height)) {
            throw new ImageFormatException(file + " contains an image of " + width + "×" + height
                    + ", which exceeds the limit of " + maxPixels() + " pixels or the limit of " + maxBytes()
                    + " bytes; if you trust it, raise the limit with ReadOptions.withMaxPixels or withMaxBytes"
                    + " [errors.md#limit-exceeded]");
        }
        if (work > maxWork()) {
            throw new ImageFormatException(
                    file + " contains images over which a reader would pass for "
                            + Math.round(work) + " samples in all, and the limit is " + maxWork()
                            + " samples; if you trust it, raise the limit with ReadOptions.withMaxWork [errors.md#limit-exceeded]");
        }
    }
}
