package org.imageop.spi;

/**
 * Placeholder.
 *
 * @param <T> the foreign image type
 */
public interface ImageAdapter<T> {
    /**
     * The foreign image type.
     *
     * @return its class
     */
    Class<T> type();
}
