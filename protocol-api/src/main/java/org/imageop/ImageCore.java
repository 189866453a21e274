package org.imageop;

import java.util.Map;

/**
 * What an image is made of: the four methods that an implementation writes; all others of {@link ImageLike} follow from
 * them. Their results never change in the life of an image (P-28); the samples and the content of {@code info} may.
 */
public interface ImageCore {

    /**
     * The format of the pixels (P-17).
     *
     * @return the mode, always the same
     */
    Mode mode();

    /**
     * Width and height in pixels, each at least 1 (P-18).
     *
     * @return the size, always equal
     */
    ImageSize size();

    /**
     * The storage as bytes in canonical order (P-19).
     *
     * @return the buffer, always the same storage; it stays usable after the image is gone (P-24)
     */
    ImageBuffer buffer();

    /**
     * Metadata that the protocol does not interpret (P-25); {@link InfoKeys} names the well-known keys.
     *
     * @return the image's own map, always the same one; whether it can be changed is the image's choice
     */
    Map<String, Object> info();
}
