/**
 * What the author of an adapter implements.
 *
 * <p>{@link org.imageop.spi.ImageAdapter} makes a foreign image class known to {@link org.imageop.Images};
 * {@link org.imageop.spi.WrappedImage} is the protocol image that a memory-backed or computed foreign image
 * becomes; {@link org.imageop.SampleRows} describes samples that are computed rather than stored.
 */
@org.jspecify.annotations.NullMarked
package org.imageop.spi;
