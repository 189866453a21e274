package org.imageop.imageio;

import java.nio.file.Path;
import org.imageop.ImageSize;

/**
 * Limits to what a file may ask for. They are checked against the file's header before anything is allocated for
 * pixels.
 *
 * @param maxPixels how many pixels an image may have; {@link Long#MAX_VALUE} for no limit
 * @param maxBytes how many bytes the pixels may take as the reader decodes them; {@link Long#MAX_VALUE} for no limit
 */
public record ReadOptions(long maxPixels, long maxBytes) {
    /**
     * At most 2<sup>28</sup> pixels (16384×16384), which take at most half of the heap that the Java virtual
     * machine may ever have.
     */
    public static final ReadOptions DEFAULTS =
            new ReadOptions(1L << 28, Runtime.getRuntime().maxMemory() / 2);

    /**
     * Sets limits.
     *
     * @param maxPixels how many pixels an image may have
     * @param maxBytes how many bytes its decoded pixels may take
     * @throws IllegalArgumentException if a limit is less than 1
     */
    public ReadOptions {
        if (maxPixels < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("The limits of " + maxPixels + " pixels and " + maxBytes
                    + " bytes allow no image at all; each must be at least 1 [errors.md#option-out-of-range]");
        }
    }

    /**
     * The same options with another limit.
     *
     * @param pixels how many pixels an image may have
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxPixels(long pixels) {
        return new ReadOptions(pixels, maxBytes);
    }

    /**
     * The same options with another limit.
     *
     * @param bytes how many bytes decoded pixels may take
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxBytes(long bytes) {
        return new ReadOptions(maxPixels, bytes);
    }

    /** Refuses what a file announces, if it exceeds a limit or makes no sense. */
    void check(Path path, String format, ImageSize announced, int bytesPerPixel) throws ImageFormatException {
        int width = announced.width();
        int height = announced.height();
        String what = path + " announces a " + format + " image of " + width + "×" + height;
        if (width < 1 || height < 1) {
            throw new ImageFormatException(
                    what + " pixels, and an image has at least one; the file is damaged [errors.md#damaged-file]");
        }
        long pixels = (long) width * height;
        if (pixels > maxPixels) {
            throw new ImageFormatException(what + ", which is " + pixels + " pixels and more than the limit of "
                    + maxPixels + "; if you trust it, raise the limit with ReadOptions.withMaxPixels"
                    + " [errors.md#limit-exceeded]");
        }
        long bytes = pixels * bytesPerPixel;
        if (bytes > maxBytes) {
            throw new ImageFormatException(what + ", which takes " + bytes + " bytes and more than the limit of "
                    + maxBytes + "; if you trust it, raise the limit with ReadOptions.withMaxBytes"
                    + " [errors.md#limit-exceeded]");
        }
    }

    /** Refuses an image that the file does not announce, and that may be decoded all the same. */
    void checkHidden(Path path, long width, long height) throws ImageFormatException {
        if (width > 0 && height > 0 && (width > maxPixels / height || width > maxBytes / 4 / height)) {
            throw new ImageFormatException(path + " contains an image of " + width + "×" + height
                    + ", which exceeds the limit of " + maxPixels + " pixels or the limit of " + maxBytes
                    + " bytes; if you trust it, raise the limit with ReadOptions.withMaxPixels or withMaxBytes"
                    + " [errors.md#limit-exceeded]");
        }
    }
}
