package org.imageop.awt;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import javax.swing.Icon;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.exporting.LiveIcon;
import org.imageop.awt.raster.ComponentMeaning;
import org.imageop.awt.wrapping.FromImage;
import org.imageop.awt.wrapping.FromRenderedImage;

/**
 * AWT images as images of the protocol, and the reverse.
 *
 * <pre>{@code
 * ImageLike image = AwtImages.wrap(bufferedImage);      // the same pixels
 * image.set(3, 4, 255, 0, 0);                           // shows in bufferedImage
 * BufferedImage swing = AwtImages.toBufferedImage(any); // the same memory where AWT can describe it
 * label.setIcon(AwtImages.icon(any));                   // repaint() shows changes
 * }</pre>
 *
 * <p><b>Modes.</b> Samples are read from the raster as they are stored, never through {@code getRGB}: component
 * <i>c</i> is band <i>c</i>. One colour component is grey, three of an RGB colour space are RGB, four of a CMYK
 * colour space are CMYK whose largest value is full ink. Up to 8 bits become 8, up to 16 become 16, and grey
 * without alpha may have 32; narrower samples are scaled to the full range, rounded to nearest. Premultiplied
 * colours read straight and are written premultiplied. An indexed image has the mode of its colours: L if all are
 * grey and opaque, RGB if they are opaque, else RGBA; an index outside the map reads as 0; a colour is written as the
 * first index of that very colour, else as the nearest one by the squared distance of the four components. Pixels of
 * a colour model that is none of Java's own read as the 8-bit RGB or RGBA that it makes of them.
 *
 * <p><b>Memory.</b> Component rasters and packed rasters of bytes, unsigned shorts and ints are shared, whatever
 * their band order, strides, banks and origin, so sub-images too; such an image has a {@link
 * org.imageop.ImageBuffer#layout() layout}. Palettes, several pixels in an element, doubles, and sample models or
 * data buffers of unknown classes are computed on each access and just as live. To share memory, AWT gives away the
 * array of the {@link java.awt.image.DataBuffer} and from then on no longer keeps a copy of the image in the
 * graphics card; a detached copy, {@code Images.transfer(image, BufferedImage.class, Copy.ALWAYS)}, may be, if its samples have 8 bits.
 *
 * <p><b>Threads.</b> All methods may be called by several threads at once. Pixels are as safe as AWT's own.
 */
public final class AwtImages {
    private AwtImages() {}

    /**
     * An image of the protocol on the pixels of a BufferedImage. Writing either changes both.
     *
     * <p>Its info has the {@link InfoKeys#ICC_PROFILE} if the colour space has one that is not built into Java.
     *
     * @param image an image of any predefined type, or a custom one
     * @return a live image
     * @throws UnsupportedImageException if there is no mode for it: signed and floating-point samples, which need
     *     {@link #wrap(BufferedImage, org.imageop.Plane.Range) a value range}; several components of more than 16
     *     bits; other colour spaces than grey, RGB and CMYK; CMYK with alpha
     */
    public static ImageLike wrap(BufferedImage image) {
        return FromRenderedImage.wrap(image, null);
    }

    /**
     * An image of the protocol with 16-bit components on the pixels of a BufferedImage whose samples are numbers of a
     * known range, mapped linearly. Numbers outside the range read as its nearest end, NaN as the minimum. Writing
     * either changes both.
     *
     * @param image an image with float, double, signed short or any other samples; ints are signed here
     * @param range the numbers that stand for 0 and for 65535
     * @return a live image
     * @throws UnsupportedImageException if the image is indexed, or its colour space none of grey, RGB and CMYK
     */
    public static ImageLike wrap(BufferedImage image, Plane.Range range) {
        return FromRenderedImage.wrap(image, range);
    }

    /**
     * An image of the protocol on the samples of a raster: one band is grey, two are grey and alpha, three are RGB,
     * four are RGB and alpha.
     *
     * @param raster a raster of one to four bands
     * @return a live image whose pixel (0, 0) is the raster's top left; read-only unless the raster is a {@link
     *     java.awt.image.WritableRaster}
     * @throws UnsupportedImageException if the raster has more bands, or samples that {@link #wrap(BufferedImage)}
     *     refuses
     */
    public static ImageLike wrap(Raster raster) {
        return ComponentMeaning.ofBands(raster.getSampleModel(), null).wrap(raster, raster);
    }

    /**
     * An image of the protocol on the samples of a raster, in a mode that the raster itself cannot tell, such as CMYK.
     *
     * @param raster a raster with a band for each component of the mode
     * @param mode a mode that is not planar, with components at least as wide as the samples
     * @return a live image, as {@link #wrap(Raster)}
     * @throws UnsupportedImageException if the raster's samples are not those of the mode
     */
    public static ImageLike wrap(Raster raster, Mode mode) {
        return ComponentMeaning.inMode(raster.getSampleModel(), mode).wrap(raster, raster);
    }

    /**
     * An image of the protocol with 16-bit components on the samples of a raster, which are numbers of a known range.
     *
     * @param raster a raster of one to four bands
     * @param range the numbers that stand for 0 and for 65535
     * @return a live image, as {@link #wrap(Raster)} and {@link #wrap(BufferedImage, org.imageop.Plane.Range)}
     * @throws UnsupportedImageException if the raster has more bands
     */
    public static ImageLike wrap(Raster raster, Plane.Range range) {
        return ComponentMeaning.ofBands(raster.getSampleModel(), range).wrap(raster, raster);
    }

    /**
     * An image of the protocol on a RenderedImage: a BufferedImage as {@link #wrap(BufferedImage)}, another one
     * read-only and tile by tile, each when it is first needed. One row of tiles is kept, so that what a tile's
     * computation would give anew shows after another row was read; tiles in memory are live. What they are made of is
     * not known: before it is written to an image that it is made of, copy it with {@link
     * org.imageop.StandardImage#from(ImageLike)}.
     *
     * @param image an image in tiles; without a colour model its bands are understood as in {@link #wrap(Raster)}
     * @return a live image whose pixel (0, 0) is the image's top left
     * @throws UnsupportedImageException as {@link #wrap(BufferedImage)}
     */
    public static ImageLike wrap(RenderedImage image) {
        return FromRenderedImage.wrap(image);
    }

    /**
     * An image of the protocol on a java.awt.Image: a BufferedImage or RenderedImage as such. Others hide their
     * pixels: of them it is a read-only snapshot, taken now.
     *
     * @param image an image that is loaded, for example by {@link javax.swing.ImageIcon}
     * @return a live image, or a snapshot
     * @throws UnsupportedImageException if the image is not or could not be loaded, or as {@link
     *     #wrap(BufferedImage)}
     */
    public static ImageLike wrap(Image image) {
        return FromImage.wrap(image);
    }

    /**
     * An image as a BufferedImage: {@code Images.to(image, BufferedImage.class)}.
     *
     * <p>What is or wraps a BufferedImage is handed back as that. Otherwise the memory is shared if it is an array
     * that AWT can describe: whole samples in bytes, shorts or ints with any positive strides, in one or several
     * arrays; or RGB with or without alpha, packed. It is of a predefined type where one fits: grey as {@code
     * TYPE_BYTE_GRAY} and {@code TYPE_USHORT_GRAY}, BGR bytes as {@code TYPE_3BYTE_BGR} and {@code TYPE_4BYTE_ABGR},
     * ints as {@code TYPE_INT_RGB}, {@code _BGR}, {@code _ARGB} and {@code _ARGB_PRE}, shorts as {@code
     * TYPE_USHORT_565_RGB} and {@code _555_RGB}. Everything else is copied, planar images as RGB. {@link
     * Images#transfer} tells which it was, or {@linkplain CopyRequiredException refuses} to copy.
     *
     * <p>The colours that Java2D draws are the samples, CMYK being converted without a profile. Of grey, {@code
     * getRGB} does not tell them for the predefined types, whose colour space is linear. Info is not carried over.
     *
     * @param image any image
     * @return an image on the same memory where that is possible, else a copy
     * @throws UnsupportedImageException if no adapter knows the object, or a copy is larger than AWT's arrays
     */
    public static BufferedImage toBufferedImage(Object image) {
        return Images.to(image, BufferedImage.class);
    }

    /**
     * An image as an icon for Swing, one image pixel for each unit of user space. It paints the pixels as they are
     * when it is painted: after a change, {@code repaint()} shows it. Nothing is copied but, of images that Java2D
     * cannot draw from memory or not exactly, the visible part, to 8-bit RGB, in the act of painting.
     *
     * @param image any image
     * @return an icon of the image's size
     * @throws UnsupportedImageException if no adapter knows the object
     */
    public static Icon icon(Object image) {
        return new LiveIcon(Images.of(image));
    }
}
