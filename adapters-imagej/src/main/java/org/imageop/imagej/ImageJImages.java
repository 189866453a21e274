package org.imageop.imagej;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.List;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.imagej.adapters.ImagePlusAdapter;
import org.imageop.imagej.adapters.ImageProcessorAdapter;
import org.imageop.imagej.display.Shown;
import org.imageop.imagej.exporting.ToStack;
import org.imageop.imagej.wrapping.FromImagePlus;
import org.imageop.imagej.wrapping.FromImageProcessor;
import org.imageop.imagej.wrapping.Slices;
import org.imageop.spi.HandingOn;

/**
 * ImageJ's images as images of the protocol, and vice versa. Pixels are shared: writing one side shows on the other. An
 * ImagePlus in a window shows it after {@link ImagePlus#updateAndDraw()}, which is for you to call.
 *
 * <pre>{@code
 * ImageLike image = ImageJImages.wrap(processor);              // the processor's own array
 * List<ImageLike> slices = ImageJImages.slices(imagePlus);     // of a stack or hyperstack
 * ImageLike seen = ImageJImages.displayed(imagePlus);          // a copy, in the colours of the screen
 * ImagePlus made = ImageJImages.toImagePlus(photo);            // on the photo's array, or a copy
 * }</pre>
 *
 * <table>
 * <caption>What a processor is</caption>
 * <tr><th>processor<th>image
 * <tr><td>ByteProcessor<td>L
 * <tr><td>ByteProcessor with a look-up table, also an inverted one<td>the colours that ImageJ shows, L if all are grey, else
 *     RGB; info has them as {@link InfoKeys#PALETTE}
 * <tr><td>ShortProcessor<td>L16
 * <tr><td>ShortProcessor with an inverted table<td>L16, 65535 minus each number
 * <tr><td>ShortProcessor of signed numbers, to which 32768 was added, as its calibration says<td>L16, the numbers -32768 to
 *     32767 (L-8), so that -1000 is -1000
 * <tr><td>FloatProcessor<td>L16, the numbers of its display range (L-8): rounded in samples, whole in copies
 * <tr><td>ColorProcessor<td>RGB; ImageJ knows no alpha, and the highest byte of its ints is not looked at
 * <tr><td>IntProcessor<td>none without a {@linkplain #wrap(ImageProcessor, Plane.Range) range}
 * </table>
 *
 * <p><b>Display.</b> A display range, {@code setMinAndMax}, does not change numbers of 8 and 16 bits: the image has what
 * {@code getPixel} returns. A table of colours on 16 bits or floats shows 256 steps of numbers that have more, so that the image
 * has the numbers; {@link #displayed} has the colours. An inverted table on floats is refused. {@link #values} has numbers whatever
 * the table is. Tables and display ranges are those of the moment of wrapping: wrap again after a change.
 *
 * <p><b>Arrays.</b> Other libraries share the arrays too, unless a table or sign has to be computed. If the processor
 * gets another array, by {@code setPixels} or because {@code ImagePlus.setSlice} puts another slice into it, ImageJ would no longer
 * show what is written: then the image throws {@link IllegalStateException}, read or written, and is to be wrapped again. {@code snapshot} and {@code
 * reset} keep the array.
 *
 * <p><b>Info</b> of an ImagePlus and its slices: {@link InfoKeys#DPI} where the calibration has a unit of length, {@code Title} in
 * {@link InfoKeys#TEXT}, the title or the first line of a slice's label, and for stacks with a frame rate {@link
 * InfoKeys#DURATION}. Other calibrations of values, properties, selections and overlays stay in the ImagePlus; a selection does not
 * crop.
 *
 * <p><b>Threads.</b> All methods may be called by several threads at once, if ImageJ's own objects are not changed meanwhile.
 * Pixels are as thread-safe as arrays.
 */
public final class ImageJImages {
    private ImageJImages() {}

    /**
     * An image on the array of a processor, as the table above says. Nothing is copied. Of a FloatProcessor whose display range
     * nobody has set, ImageJ looks for it in all numbers. If black and white are one number, that is black; if they are not
     * finite, 0 is black and 1 is white. NaN is black.
     *
     * <p>Into a look-up table no colours are added: a colour is written as the first step that has it, else as the nearest.
     *
     * @param processor a processor of any class
     * @return a live image; unwrapping gives {@code processor} back
     * @throws UnsupportedImageException if it is an IntProcessor, if an inverted table shows floats or signed numbers, or if it
     *     has no pixels; the message names what would help
     */
    public static ImageLike wrap(ImageProcessor processor) {
        return FromImageProcessor.wrap(processor);
    }

    /**
     * An image of numbers on the array of a processor, whatever its table and display range are (L-8). Nothing is copied.
     *
     * @param processor a processor of numbers
     * @param range the numbers that are 0 and the mode's largest value; those outside read as the nearer end, NaN as the
     *     minimum; of signed shorts, without the 32768 that ImageJ adds
     * @return a live image: of bytes L, of shorts and floats L16, of the signed ints of an IntProcessor L32
     * @throws UnsupportedImageException if pixels are colours, or there are none
     */
    public static ImageLike wrap(ImageProcessor processor, Plane.Range range) {
        return FromImageProcessor.wrap(processor, range);
    }

    /**
     * An image of an ImagePlus that has one slice, as {@link #wrap(ImageProcessor)} of its processor. If the ImagePlus gets
     * another processor, the image stays on the one that it had.
     *
     * @param image an ImagePlus of one slice
     * @return a live image with title and size of pixels; unwrapping gives {@code image} back
     * @throws UnsupportedImageException if there are several slices or channels, none of which is dropped or taken for a colour:
     *     take the {@link #slices(ImagePlus)}, the current one with {@code wrap(image.getProcessor())}, or {@link
     *     #displayed(ImagePlus)}; or as {@link #wrap(ImageProcessor)}
     */
    public static ImageLike wrap(ImagePlus image) {
        return FromImagePlus.wrap(image);
    }

    /**
     * The numbers of a processor, whatever its table is: what {@code getPixel} returns. Of bytes with a table they are the
     * indices. Nothing is copied.
     *
     * @param processor a processor of any class but IntProcessor, whose numbers need a {@linkplain #wrap(ImageProcessor,
     *     Plane.Range) range}
     * @return a live image, as {@link #wrap(ImageProcessor)} of a processor without a table; it is not unwrapped to {@code
     *     processor}, which shows other colours
     * @throws UnsupportedImageException if it is an IntProcessor, or has no pixels
     */
    public static ImageLike values(ImageProcessor processor) {
        return FromImageProcessor.values(processor);
    }

    /**
     * A copy of what ImageJ shows of a processor: numbers in the display range, through the look-up table, in 256 steps. Thresholds
     * do not paint over them.
     *
     * @param processor a processor of any class
     * @return a new image, L if all colours of the table are grey, else RGB
     */
    public static StandardImage displayed(ImageProcessor processor) {
        return Shown.of(processor);
    }

    /**
     * A copy of what ImageJ shows of an ImagePlus: the current slice, or the composite of its channels, each in its colour, without
     * selections and overlays.
     *
     * @param image any ImagePlus
     * @return a new image, L or RGB
     * @throws UnsupportedImageException if there are no pixels
     */
    public static StandardImage displayed(ImagePlus image) {
        FromImagePlus.processor(image);
        return Shown.of(image);
    }

    /**
     * The slices of an ImagePlus in ImageJ's order: channels first, then slices, then frames. Each is an image on the array of
     * the slice, made when it is asked for.
     *
     * <pre>{@code
     * List<ImageLike> slices = ImageJImages.slices(image);
     * ImageLike green = slices.get(image.getStackIndex(2, 1, 5) - 1);     // channel 2, slice 1, frame 5
     * int[] position = image.convertIndexToPosition(i + 1);               // of slices.get(i): channel, slice, frame
     * }</pre>
     *
     * <p>Slices are what {@link #wrap(ImageProcessor)} says. The channels of a composite are numbers: their tables are the colours
     * in which they are added up.
     *
     * <p>Slices of a virtual stack are read each time that the list is asked for one, and are read-only: ImageJ keeps no changes of
     * them. Hold the image as long as you need it.
     *
     * @param image any ImagePlus
     * @return an unmodifiable list; asking for a slice throws {@link UnsupportedImageException} as {@link
     *     #wrap(ImageProcessor)}
     * @throws UnsupportedImageException if there are no pixels
     */
    public static List<ImageLike> slices(ImagePlus image) {
        return Slices.of(image);
    }

    /**
     * The slices of a stack, as {@link #slices(ImagePlus)}. A stack knows neither channels nor the size of pixels.
     *
     * @param stack any stack
     * @return an unmodifiable list, empty if the stack is
     */
    public static List<ImageLike> slices(ImageStack stack) {
        return Slices.of(stack);
    }

    /**
     * One slice of a hyperstack, as {@link #slices(ImagePlus)} has it.
     *
     * @param image any ImagePlus
     * @param channel from 1 on
     * @param slice from 1 on
     * @param frame from 1 on
     * @return an image on the array of the slice
     * @throws IndexOutOfBoundsException if there is no such position, for which ImageJ takes the nearest one
     * @throws UnsupportedImageException as {@link #wrap(ImageProcessor)}
     */
    public static ImageLike slice(ImagePlus image, int channel, int slice, int frame) {
        return Slices.at(image, channel, slice, frame);
    }

    /**
     * Any image as a processor.
     *
     * <table>
     * <caption>What becomes of what</caption>
     * <tr><th>image<th>result
     * <tr><td>a processor, or one wrapped<td>that processor itself
     * <tr><td>L, L16, opaque {@code XRGB} ints, or floats with a range, in an array of just its pixels<td>a processor on
     *     that array
     * <tr><td>an {@link org.imageop.IndexedImage} of opaque colours on such an array of bytes<td>a ByteProcessor on the
     *     indices, with a table of the colours that the palette has now
     * <tr><td>numbers of a range<td>a copy of floats with that display range
     * <tr><td>all others<td>a copy, grey of 8 or 16 bits or RGB, without alpha
     * </table>
     *
     * <p>{@link Images#transfer} with {@code ImageProcessor.class} reports which it was and what was lost. Colours are not
     * converted to sRGB, because ImageJ measures numbers; the loss of a profile is reported.
     *
     * @param image any image
     * @return a processor
     * @throws UnsupportedImageException if no adapter knows the object, or it is too large for an array
     */
    public static ImageProcessor toImageProcessor(Object image) {
        return HandingOn.transfer(new ImageProcessorAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }

    /**
     * Any image as an ImagePlus on what {@link #toImageProcessor} returns. It gets the title {@code Title} of {@link
     * InfoKeys#TEXT}, and of {@link InfoKeys#DPI} its calibration, in inches.
     *
     * @param image any image
     * @return an ImagePlus, not shown yet
     * @throws UnsupportedImageException as {@link #toImageProcessor}
     */
    public static ImagePlus toImagePlus(Object image) {
        return HandingOn.transfer(new ImagePlusAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }

    /**
     * Images as the slices of one ImagePlus, each on the array of what {@link #toImageProcessor} returns. For a hyperstack
     * call {@link ImagePlus#setDimensions} afterwards; channels come first, then slices, then frames.
     *
     * <p>The display range goes from the smallest black to the largest white of the slices. Labels are the titles in info,
     * the size of pixels and the frame rate are those of the first image.
     *
     * @param title the title
     * @param images one or more, of one size and kind
     * @return an ImagePlus, not shown yet
     * @throws IllegalArgumentException if there are no images, or they differ in size, bits or look-up table
     * @throws UnsupportedImageException as {@link #toImageProcessor}
     */
    public static ImagePlus toImagePlus(String title, List<?> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException(
                    "A stack has at least one slice, and there are no images; look where the list ends too early"
                            + " [errors.md#slices-differ]");
        }
        List<ImageLike> known = images.stream().map(Images::of).toList();
        return ToStack.of(
                title, known, known.stream().map(ImageJImages::toImageProcessor).toList());
    }
}
