package org.imageop.imageio;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.imageop.Quantizer;
import org.jspecify.annotations.Nullable;

/**
 * How an image is written.
 *
 * <pre>{@code
 * WriteOptions options = WriteOptions.DEFAULTS.withFormat("JPEG").withQuality(0.8);
 * }</pre>
 *
 * <p>Options never change; methods return new ones.
 */
public final class WriteOptions {
    /** The options as each method describes its default. */
    public static final WriteOptions DEFAULTS = new WriteOptions(new Values());

    /** All options with their defaults; never changed once in options. */
    private static final class Values implements Cloneable {
        private DoublePredicate progress = fraction -> true;
        private @Nullable String format;
        private double quality = 0.9;
        private boolean overwrite = true;
        private int colors;
        private boolean dither = true;

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

    private WriteOptions(Values values) {
        this.values = values;
    }

    private WriteOptions with(Consumer<Values> change) {
        Values changed = values.clone();
        change.accept(changed);
        return new WriteOptions(changed);
    }

    /**
     * The name of the format.
     *
     * @return by default empty: the suffix of the file chooses
     */
    public Optional<String> format() {
        return Optional.ofNullable(values.format);
    }

    /**
     * The same options with a format, whatever the file's suffix.
     *
     * @param name a name among {@link ImageFiles#formats()}, in any case
     * @return new options
     */
    public WriteOptions withFormat(String name) {
        Objects.requireNonNull(name, "name");
        return with(options -> options.format = name);
    }

    /**
     * The quality of lossy formats. Other formats ignore it.
     *
     * @return by default 0.9
     */
    public double quality() {
        return values.quality;
    }

    /**
     * The same options with another quality.
     *
     * @param value from 0, the smallest file, to 1, the best image
     * @return new options
     * @throws IllegalArgumentException if it is outside of 0 to 1
     */
    public WriteOptions withQuality(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "The quality is a number from 0 to 1, not " + value + " [errors.md#option-out-of-range]");
        }
        return with(options -> options.quality = value);
    }

    /**
     * How many colours the file has at most. GIF always has at most 256.
     *
     * @return by default empty: as many as the image
     */
    public OptionalInt colors() {
        return values.colors == 0 ? OptionalInt.empty() : OptionalInt.of(values.colors);
    }

    /**
     * The same options, but the image is reduced to few colours by a {@link org.imageop.Quantizer}. PNG files then have a
     * palette, as GIF files always do.
     *
     * @param most 1 to 256
     * @return new options
     * @throws IllegalArgumentException for another number
     */
    public WriteOptions withColors(int most) {
        Quantizer.DEFAULT.withColors(most);
        return with(options -> options.colors = most);
    }

    /**
     * Whether images that are reduced to few colours are dithered.
     *
     * @return by default true
     */
    public boolean dither() {
        return values.dither;
    }

    /**
     * The same options, but with or without dithering.
     *
     * @param diffuse false to give each pixel the nearest of the colours
     * @return new options
     */
    public WriteOptions withDither(boolean diffuse) {
        return with(options -> options.dither = diffuse);
    }

    /**
     * Whether an existing file is replaced.
     *
     * @return by default true
     */
    public boolean overwrite() {
        return values.overwrite;
    }

    /**
     * The same options, but an existing file is replaced or not.
     *
     * @param replace false to throw {@link java.nio.file.FileAlreadyExistsException} if there is a file
     * @return new options
     */
    public WriteOptions withOverwrite(boolean replace) {
        return with(options -> options.overwrite = replace);
    }

    /**
     * Who is told how far writing is, and may cancel it.
     *
     * @return by default nobody
     */
    public DoublePredicate progress() {
        return values.progress;
    }

    /**
     * The same options with a listener. It gets fractions that grow, the last one 1, in the thread that writes; some formats have
     * few steps. If it returns false, the call ends with an {@link java.io.InterruptedIOException}; what it throws comes
     * through. An interrupt of the thread has the same effect, and the thread stays marked as interrupted.
     *
     * @param listener returns whether to go on
     * @return new options
     */
    public WriteOptions withProgress(DoublePredicate listener) {
        Objects.requireNonNull(listener, "listener");
        return with(options -> options.progress = listener);
    }
}
