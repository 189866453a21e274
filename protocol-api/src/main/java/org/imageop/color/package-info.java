/**
 * What the numbers of an image look like: ICC profiles, and conversion between them.
 *
 * <p>{@link org.imageop.color.Profiles} is what users call. {@link org.imageop.color.ColorManagement} is the service behind
 * it, which {@code imageop-adapters-awt} provides.
 */
@org.jspecify.annotations.NullMarked
package org.imageop.color;
