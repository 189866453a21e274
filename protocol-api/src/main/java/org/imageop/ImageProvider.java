package org.imageop;

/**
 * An object that has an image and cannot be one, because its methods have the protocol's names with other meanings, such as
 * {@code int get(int, int)}. {@link Images} accepts it as its image.
 */
@FunctionalInterface
public interface ImageProvider {

    /**
     * The image of this object. Nothing is copied: both have the same pixels at all times.
     *
     * @return a live image, of the same mode and size at each call
     */
    ImageLike imageLike();
}
