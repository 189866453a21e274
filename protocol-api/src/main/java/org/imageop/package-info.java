/**
 * PEP 368 for Java: a protocol that any image class can implement, and a standard image.
 *
 * <p>{@link org.imageop.ImageLike} is the protocol, {@link org.imageop.ImageMixin} implements all of it on
 * top of four methods, {@link org.imageop.StandardImage} is an image that owns or shares plain memory.
 * {@link org.imageop.Images} accepts any image object and converts between classes. Ids such as P-20 or AMB-7
 * name the rules in the project's {@code SPEC.md}.
 *
 * <h2>Memory</h2>
 *
 * <p>{@link org.imageop.ImageBuffer} is the order of bytes that programs see, {@link org.imageop.PixelLayout} describes
 * where the bytes really are, with one {@link org.imageop.Plane} for each component. Nothing is copied to get from
 * one to the other.
 *
 * <p><img src="doc-files/buffer-and-layout.svg" alt="A BGR image with padded rows, and the same image as the buffer
 * shows it">
 *
 * <p>Other offsets and strides on the same memory are other images: {@link org.imageop.Views}.
 *
 * <p><img src="doc-files/views.svg" alt="Crop, flip, rotation, selection and component as offset and strides">
 *
 * <p>{@link org.imageop.StandardImage#canvas} allocates the one layout that Swing, JavaFX and ImgLib2 all open
 * without copying.
 *
 * <p><img src="doc-files/canvas.svg" alt="One int array below a BufferedImage, a WritableImage and a
 * RandomAccessibleInterval">
 *
 * <p>Planar images have a plane for each component, chroma in half the size: {@link org.imageop.ImageLike#plane}.
 *
 * <p><img src="doc-files/planar.svg" alt="A 4×4 image as three planes and as one buffer of 24 bytes">
 *
 * <p>The protocol uses straight colours; {@linkplain org.imageop.AlphaType#PREMULTIPLIED premultiplied} memory is
 * divided by alpha when it is read and multiplied when it is written.
 *
 * <p><img src="doc-files/alpha.svg" alt="Colours written straight, stored premultiplied, and read back">
 *
 * <h2>Sharing or copying</h2>
 *
 * <p>{@link org.imageop.Images#transfer} shares memory where it can; {@link org.imageop.Copy} sets whether it may
 * copy, {@link org.imageop.Transfer} reports whether it did.
 *
 * <p><img src="doc-files/transfer.svg" alt="How Images.transfer decides">
 */
@org.jspecify.annotations.NullMarked
package org.imageop;
