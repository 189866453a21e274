/**
 * What the author of an adapter sees.
 *
 * <p>{@link org.imageop.spi.ImageAdapter} makes a foreign image class known to {@link org.imageop.Images}. It returns
 * {@link org.imageop.spi.Sharing} where memory is shared, and words what is lost by {@link org.imageop.spi.Losses}; {@link
 * org.imageop.spi.HandingOn} does for every adapter what all have in common.
 */
@org.jspecify.annotations.NullMarked
package org.imageop.spi;
