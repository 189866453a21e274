package org.imageop.awt;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.util.List;
import java.util.Objects;
import javax.swing.Icon;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.awt.adapters.BufferedImageAdapter;
import org.imageop.awt.exporting.LiveIcon;
import org.imageop.awt.exporting.PredefinedTypes;
import org.imageop.awt.palette.Indices;
import org.imageop.awt.raster.ComponentMeaning;
import org.imageop.awt.raster.RasterModes;
import org.imageop.awt.wrapping.FromImage;
import org.imageop.awt.wrapping.FromRenderedImage;
import org.imageop.spi.HandingOn;

/**
 * AWT images as images of the protocol, and images of the protocol for AWT.
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
 * colour space are CMYK whose largest value is full ink. Samples of up to 8 bits become 8, up to 16 become 16, and grey
 * without alpha may have 32; narrower samples are scaled to the full range, rounded to nearest. Premultiplied
 * colours are read straight and written premultiplied.
 *
 * <p>An indexed image has the mode of its colours: L if all are grey and opaque, RGB if all are opaque, else RGBA. An
 * index outside the map reads as 0. A colour is written as the first index with this colour, or else as the index of
 * the nearest colour by the squared distance of the components. Colours cannot be added: an IndexColorModel never changes, a
 * BufferedImage cannot get another one, and Java2D keeps the colours that it has once drawn. {@link InfoKeys#PALETTE} has the
 * colours, {@link #indices} the indices; an {@link IndexedImage} of both grows. A colour model of a foreign class that computes its
 * colours, a subclass of AWT's models included, decides them itself: its pixels read as the 8-bit RGB or RGBA that it converts
 * them to.
 *
 * <p>Floats, doubles and signed shorts of a BufferedImage are 16-bit components: its colour model says which numbers are 0 and
 * 65535. Those of a colour space go from its smallest to its largest value, mostly 0 to 1, alpha goes from 0 to 1, and shorts
 * from 0 to 32767.
 *
 * <p><b>Memory.</b> Component rasters and packed rasters of bytes, unsigned shorts and ints are shared, whatever
 * their band order, strides, banks and origin, sub-images included; such an image has a {@link
 * org.imageop.ImageBuffer#layout() layout}. Palettes, several pixels in an element, doubles, and sample models or
 * data buffers of unknown classes are computed on each access and just as live.
 *
 * <p>Sharing memory takes the array of the {@link java.awt.image.DataBuffer}. AWT then no longer keeps a copy of the
 * image in the graphics card. A detached copy with 8-bit samples, {@code Images.transfer(image, BufferedImage.class,
 * Copy.ALWAYS)}, may still be kept there.
 *
 * <p><b>Threads.</b> All methods may be called by several threads at once. Pixels are as thread-safe as AWT's own.
 */
public final class AwtImages {
    private AwtImages() {}

    /**
     * An image of the protocol on the pixels of a BufferedImage. Writing either changes both.
     *
     * <p>Its info has the {@link InfoKeys#ICC_PROFILE} of the colour space, unless the space is sRGB, Java's grey, or one that stands for no profile in {@link #toBufferedImage(Object)}.
     *
     * @param image an image of any predefined type, or a custom one
     * @return a live image
     * @throws UnsupportedImageException if no mode fits: several components of more than 16 bits; colour spaces other than grey, RGB and CMYK; CMYK with alpha
     */
    public static ImageLike wrap(BufferedImage image) {
        return FromRenderedImage.wrap(image, null);
    }

    /**
     * An image of the protocol with 16-bit components on the pixels of a BufferedImage whose samples are numbers of a
     * known range, mapped linearly. Numbers outside the range read as its nearest end, NaN as the minimum. Writing
     * either changes both.
     *
     * @param image an image with float, double, short or any other samples; bytes and unsigned shorts have no sign, ints have
     * @param range the numbers that stand for 0 and for 65535
     * @return a live image
     * @throws UnsupportedImageException if the image is indexed, or its colour space is not grey, RGB or CMYK
     */
    public static ImageLike wrap(BufferedImage image, Plane.Range range) {
        return FromRenderedImage.wrap(image, range);
    }

    /**
     * The indices of an indexed image, as an image of their own. Writing either changes both.
     *
     * <p>Its info has the transparent index as {@link InfoKeys#TRANSPARENCY}. With a palette that can grow it is an image to
     * which colours can be added:
     *
     * <pre>{@code
     * ImagePalette colors = ImagePalette.ofArgb(Mode.RGBA, palette.toArgb());
     * IndexedImage growing = IndexedImage.of(AwtImages.indices(image), colors);
     * growing.set(3, 4, 255, 128, 0, 255);
     * BufferedImage shown = AwtImages.toBufferedImage(growing); // the same raster, with the new colour
     * }</pre>
     *
     * @param image an indexed {@link BufferedImage}, an image on one, or an {@link IndexedImage}
     * @return a live image of mode L, or of L16 if indices have more than 8 bits
     * @throws UnsupportedImageException if there are no indices
     */
    public static ImageLike indices(Object image) {
        ImageLike known = Images.of(image);
        if (known instanceof IndexedImage indexed) {
            return indexed.indices();
        }
        return Indices.of(Images.unwrap(known, BufferedImage.class)
                .orElseThrow(() -> new UnsupportedImageException("A "
                        + known.mode()
                        + " image that is not on a BufferedImage has no indices; make them with Quantizer"
                        + " [errors.md#no-indices]")));
    }

    /**
     * An image of the protocol on the samples of a raster: one band is grey, three are RGB. A raster that {@code
     * Images.to(image, Raster.class)} made is of the mode of that image.
     *
     * @param raster a raster of one or three bands
     * @return a live image whose pixel (0, 0) is the raster's top left; read-only unless the raster is a {@link
     *     java.awt.image.WritableRaster}
     * @throws UnsupportedImageException if the raster has another number of bands, so that one of them might be alpha
     *     name {@linkplain #wrap(Raster, Mode) the mode}, or take the {@link #channels(Raster)}; or if it has
     *     samples that {@link #wrap(BufferedImage)} refuses
     */
    public static ImageLike wrap(Raster raster) {
        return RasterModes.wrap(raster, null);
    }

    /**
     * An image of the protocol on the samples of a raster, in a mode that the raster does not know, such as RGBA
     * or CMYK.
     *
     * @param raster a raster with a band for each component of the mode
     * @param mode a mode that is not planar, with components at least as wide as the samples
     * @return a live image, as {@link #wrap(Raster)}
     * @throws UnsupportedImageException if the raster's samples do not fit the mode
     */
    public static ImageLike wrap(Raster raster, Mode mode) {
        return ComponentMeaning.inMode(raster.getSampleModel(), mode, null).wrap(raster, raster);
    }

    /**
     * An image of the protocol with 16-bit components on the samples of a raster, which are numbers of a known range.
     *
     * @param raster a raster of one or three bands
     * @param range the numbers that stand for 0 and for 65535
     * @return a live image, as {@link #wrap(Raster)} and {@link #wrap(BufferedImage, org.imageop.Plane.Range)}
     * @throws UnsupportedImageException if the raster has another number of bands
     */
    public static ImageLike wrap(Raster raster, Plane.Range range) {
        return RasterModes.wrap(raster, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of the protocol on the samples of a raster, which are numbers of a known range, in a mode that the raster
     * does not know.
     *
     * @param raster a raster with a band for each component of the mode
     * @param mode a mode that is not planar
     * @param range the numbers that stand for 0 and for the mode's largest value, in all bands
     * @return a live image, as {@link #wrap(Raster)} and {@link #wrap(BufferedImage, org.imageop.Plane.Range)}
     * @throws UnsupportedImageException if the mode has another number of components
     */
    public static ImageLike wrap(Raster raster, Mode mode, Plane.Range range) {
        return ComponentMeaning.inMode(raster.getSampleModel(), mode, Objects.requireNonNull(range, "range"))
                .wrap(raster, raster);
    }

    /**
     * An image for each band of a raster, whatever their number and meaning. Nothing is copied, and no band weighs or covers
     * another.
     *
     * @param raster any raster
     * @return L, L16 or L32 images on the same samples, in the order of the bands; read-only unless the raster is a {@link
     *     java.awt.image.WritableRaster}
     * @throws UnsupportedImageException if the raster has samples that {@link #wrap(BufferedImage)} refuses
     */
    public static List<ImageLike> channels(Raster raster) {
        return RasterModes.channels(raster, null);
    }

    /**
     * A 16-bit image for each band of a raster of numbers. Nothing is copied.
     *
     * @param raster any raster
     * @param range the numbers that stand for 0 and for 65535, in all bands
     * @return live images, in the order of the bands
     */
    public static List<ImageLike> channels(Raster raster, Plane.Range range) {
        return RasterModes.channels(raster, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of the protocol on a RenderedImage. A BufferedImage is wrapped as by {@link #wrap(BufferedImage)}. Another
     * one is read-only, and each of its tiles is asked for when it is first needed.
     *
     * <p>The row of tiles that was read last is kept. Tiles in memory are live; a tile that is computed again on request
     * shows its new values after another row was read. The sources of tiles are unknown: before you write the image to
     * one of its own sources, copy it with {@link org.imageop.StandardImage#from(ImageLike)}.
     *
     * @param image an image in tiles; without a colour model its bands are understood as in {@link #wrap(Raster)}
     * @return a live image whose pixel (0, 0) is the top left of {@code image}
     * @throws UnsupportedImageException as {@link #wrap(BufferedImage)}
     */
    public static ImageLike wrap(RenderedImage image) {
        return FromRenderedImage.wrap(image);
    }

    /**
     * An image of the protocol on a java.awt.Image. A RenderedImage is wrapped as by {@link #wrap(RenderedImage)}. Of a
     * {@link MultiResolutionImage} the variant of most pixels is taken, and the result stands for that; {@link
     * MultiResolutionImage#getResolutionVariants()} lists the others, each of which can be wrapped, and {@link
     * #wrap(MultiResolutionImage, double, double)} takes the one for a size. Others hide their pixels, and the result is a
     * read-only {@linkplain org.imageop.StandardImage#snapshot snapshot} of them, taken now (S-13).
     *
     * <p>An image that has not been loaded is loaded; of an animated one the first frame is taken. The call waits while
     * pixels keep coming, and 10 seconds more.
     *
     * @param image an image of any kind that Java2D draws
     * @return a live image, or a snapshot
     * @throws UnsupportedImageException if the image could not be loaded, or as {@link #wrap(BufferedImage)}
     * @throws IllegalArgumentException if this JVM cannot hold a snapshot
     * @throws IllegalStateException if the thread is interrupted while it waits
     */
    public static ImageLike wrap(Image image) {
        return FromImage.wrap(image);
    }

    /**
     * An image of the protocol on the variant of an image that Java2D draws in a size.
     *
     * @param image an image in several resolutions
     * @param width the width on the screen, in its pixels
     * @param height the height on the screen, in its pixels
     * @return the variant that {@link MultiResolutionImage#getResolutionVariant} names, as by {@link #wrap(Image)}
     * @throws UnsupportedImageException as {@link #wrap(Image)}
     */
    public static ImageLike wrap(MultiResolutionImage image, double width, double height) {
        return FromImage.variant(image.getResolutionVariant(width, height));
    }

    /**
     * An image as a BufferedImage, as {@code Images.to(image, BufferedImage.class)} returns it.
     *
     * <p>A BufferedImage, or its wrapper, is returned unchanged. Otherwise memory is shared if it is an array that AWT
     * can describe: whole samples in bytes, shorts or ints with any positive strides, in one or several arrays; or
     * packed RGB with or without alpha. The image is of a predefined type where one fits: grey is {@code
     * TYPE_BYTE_GRAY} or {@code TYPE_USHORT_GRAY}, BGR bytes are {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR},
     * ints are {@code TYPE_INT_RGB}, {@code _BGR}, {@code _ARGB} or {@code _ARGB_PRE}, shorts are {@code
     * TYPE_USHORT_565_RGB} or {@code _555_RGB}. An {@link IndexedImage} shares its indices, as {@code TYPE_BYTE_INDEXED} where
     * they are bytes, with the colours that its palette has now; colours that are added later show in the next
     * BufferedImage that is made. Everything else is copied, planar images as RGB. {@link
     * Images#transfer} reports which it was, or {@linkplain CopyRequiredException refuses} to copy.
     *
     * <p>The colour space is that of the image's profile (K-1), and the type then custom. Without a profile, RGB is sRGB;
     * grey that is not of a predefined type has the curve of sRGB, and CMYK is what the mode conversion makes of it, so that
     * drawing, {@code getRGB} and {@link java.awt.image.ColorConvertOp} agree. In the predefined types of grey, Java2D draws
     * the samples as they are, but {@code getRGB} and ColorConvertOp take them for linear. Of info, nothing but the profile is
     * copied. Java2D draws packed ints as sRGB whatever their colour space; {@link #icon} draws all images right.
     *
     * <p>Java2D draws custom types slowly, and other libraries may refuse them. Bytes in the order RGB or RGBA, as a {@link
     * org.imageop.StandardImage} of these modes has them, are custom and measured at 20 times to 80 times the time of a
     * predefined type. {@link #toBufferedImage(Object, int)} with {@link BufferedImage#TYPE_INT_RGB} or {@link
     * BufferedImage#TYPE_INT_ARGB_PRE} makes a copy in less time than it takes to draw such an image once; it does not follow
     * later changes. {@link org.imageop.StandardImage#canvas} is drawn fast without a copy.
     *
     * @param image any image
     * @return an image on the same memory where that is possible, else a copy
     * @throws UnsupportedImageException if no adapter knows the object, or a copy is larger than AWT's arrays
     * @throws IllegalArgumentException if this JVM cannot hold a copy
     */
    public static BufferedImage toBufferedImage(Object image) {
        return HandingOn.transfer(new BufferedImageAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }

    /**
     * An image as a BufferedImage of a predefined type, for libraries that take no other, and for drawing.
     *
     * <p>A BufferedImage of that type is returned unchanged, and memory is shared if it is of that type. Otherwise pixels are
     * copied: converted to sRGB by their profile and to the depth of the type; of a type of two colours to the nearer one.
     * An indexed type has the image's own colours, or the best 256, dithered: {@link org.imageop.Quantizer} makes other forms.
     * Alpha that the type lacks is dropped without blending.
     *
     * @param image any image
     * @param type one of the types of {@link BufferedImage}, such as {@link BufferedImage#TYPE_INT_RGB}; not {@link
     *     BufferedImage#TYPE_CUSTOM}
     * @return an image of that type
     * @throws IllegalArgumentException if there is no such type
     * @throws UnsupportedImageException if no adapter knows the object, or a copy is larger than AWT's arrays
     */
    public static BufferedImage toBufferedImage(Object image, int type) {
        return PredefinedTypes.image(Images.of(image), type, AwtImages::wrap);
    }

    /**
     * An image as an icon for Swing, one image pixel for each unit of user space. It paints the pixels as they are
     * at the time: after a change, {@code repaint()} shows it. Only the visible part is converted, to 8-bit RGB, and
     * only if Java2D cannot draw the memory exactly.
     *
     * @param image any image
     * @return an icon of the image's size
     * @throws UnsupportedImageException if no adapter knows the object
     */
    public static Icon icon(Object image) {
        return new LiveIcon(Images.of(image));
    }
}
