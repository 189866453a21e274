package org.imageop.imageio;

/**
 * How much a file may ask for. The limits are checked against the file's header before anything is allocated for
 * pixels.
 *
 * @param maxPixels how many pixels an image may have; {@link Long#MAX_VALUE} for no limit
 * @param maxBytes how many bytes an image's decoded pixels may take, in the form in which the reader gives them;
 *     {@link Long#MAX_VALUE} for no limit
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
     * The same with another limit.
     *
     * @param pixels how many pixels an image may have
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxPixels(long pixels) {
        return new ReadOptions(pixels, maxBytes);
    }

    /**
     * The same with another limit.
     *
     * @param bytes how many bytes decoded pixels may take
     * @return new options
     * @throws IllegalArgumentException if it is less than 1
     */
    public ReadOptions withMaxBytes(long bytes) {
        return new ReadOptions(maxPixels, bytes);
    }
}
