/**
 * PEP 368 for Java: a protocol that any image class can speak, and a standard image.
 *
 * <p>{@link org.imageop.ImageLike} is the protocol, {@link org.imageop.ImageMixin} implements all of it on
 * top of four methods, {@link org.imageop.StandardImage} is an image that owns or shares plain memory.
 * {@link org.imageop.Images} accepts any image object and hands images on.
 */
@org.jspecify.annotations.NullMarked
package org.imageop;
