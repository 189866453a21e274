package org.imageop.imageio;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param format the name of the format, such as {@code "PNG"}, in any case; null to choose it by the file's suffix
 * @param quality for lossy formats, from 0, the smallest file, to 1, the best image; other formats ignore it
 * @param overwrite whether an existing file is replaced
 */
public record WriteOptions(@Nullable String format, double quality, boolean overwrite) {
    /** By suffix, quality 0.9, replacing an existing file. */
    public static final WriteOptions DEFAULTS = new WriteOptions(null, 0.9, true);

    /**
     * Chooses everything at once.
     *
     * @param format the name of the format, or null
     * @param quality from 0 to 1
     * @param overwrite whether an existing file is replaced
     * @throws IllegalArgumentException if the quality is outside of 0 to 1
     */
    public WriteOptions {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException(
                    "The quality is a number from 0 to 1, not " + quality + " [errors.md#option-out-of-range]");
        }
    }

    /**
     * The same options with a format, whatever the file's suffix.
     *
     * @param name a name among {@link ImageFiles#formats()}, in any case
     * @return new options
     */
    public WriteOptions withFormat(String name) {
        return new WriteOptions(Objects.requireNonNull(name, "name"), quality, overwrite);
    }

    /**
     * The same options with another quality.
     *
     * @param value from 0, the smallest file, to 1, the best image
     * @return new options
     * @throws IllegalArgumentException if it is outside of 0 to 1
     */
    public WriteOptions withQuality(double value) {
        return new WriteOptions(format, value, overwrite);
    }

    /**
     * The same options, but an existing file is replaced or not.
     *
     * @param replace false to throw {@link java.nio.file.FileAlreadyExistsException} if there is a file
     * @return new options
     */
    public WriteOptions withOverwrite(boolean replace) {
        return new WriteOptions(format, quality, replace);
    }
}
