package org.imageop.javacv;

import java.util.List;
import java.util.Objects;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.opencv.adapters.BytedecoMatAdapter;
import org.imageop.opencv.adapters.LibraryModule;
import org.imageop.opencv.wrapping.FromBytedecoMat;
import org.imageop.spi.HandingOn;

/**
 * Mats of Bytedeco's OpenCV as images of the protocol, and vice versa, on the same native memory: writing one side shows on the
 * other. Sub-matrices and padded rows are like any others.
 *
 * <p><b>Depths.</b> Elements of 8 and 16 bits without a sign are samples, from black to white. Floats are numbers from 0 to
 * 1, as OpenCV shows them, and are seen with 16 bits; the numbers stay in memory and in copies. All others, 8S, 16S, 32S and
 * 64F, need the {@linkplain Plane.Range range} of numbers from black to white.
 *
 * <p><b>Channels.</b> One is grey, three are BGR, four are BGRA with straight alpha, as in OpenCV's own files. Two may be anything,
 * and other orders are possible; the caller names them.
 *
 * <p><b>Lifetime.</b> OpenCV counts the Mats on memory that it allocated, and the image counts as one: its pixels stay when
 * the Mat is released, closed, reused or collected. Other memory belongs to somebody else, who may free it once the Mat is
 * closed; the image throws an {@link IllegalStateException} from then on. Close the Mat before you free its memory. Nobody
 * can check what happens to such memory while the Mat is open, nor a part of a Mat that is used when the whole one is
 * collected; memory that is gone ends the virtual machine.
 *
 * <p><b>Size.</b> A buffer of Java has at most 2 GiB. Larger Mats are wrapped in parts, which {@code Mat.rowRange} makes.
 *
 * <p><b>Threads.</b> As in memory, different pixels may be read and written by different threads. Pixels of 64F are fetched and
 * stored by runs, and images of the {@linkplain #channels channels} of such a Mat are written by one thread at a time.
 *
 * <pre>{@code
 * Mat photo = imread("photo.png", IMREAD_UNCHANGED);
 * ImageLike image = MatImages.wrap(photo);              // on its memory
 * Mat grey = MatImages.toMat(StandardImage.from(image, Mode.L));
 * }</pre>
 */
public final class MatImages {
    static {
        LibraryModule.read("org.bytedeco.opencv.opencv_core.Mat");
    }

    private MatImages() {}

    /**
     * An image of a Mat of one, three or four channels: grey, BGR or BGRA. Nothing is copied.
     *
     * @param mat elements of CV_8U, CV_16U or CV_32F
     * @return an image on the same pixels; unwrapping gives {@code mat} back
     * @throws UnsupportedImageException if its numbers need a range, its channels an order, or it is not an image; the
     *     message names what would help
     */
    public static ImageLike wrap(Mat mat) {
        return FromBytedecoMat.wrap(mat, null, null);
    }

    /**
     * An image of a Mat of numbers: grey, BGR or BGRA. Nothing is copied, and the numbers stay as they are.
     *
     * @param mat elements of any depth, unsigned ones too, of which a part may matter: 0 to 4095 of CV_16U
     * @param range the numbers that are 0 and the mode's largest value, in all channels; those outside read as the nearer end,
     *     NaN as the minimum
     * @return an image on the same pixels; of 16 bits, but of 8U and 8S of 8, and of a single channel of 32S of 32
     * @throws UnsupportedImageException as {@link #wrap(Mat)}, but for the range
     */
    public static ImageLike wrap(Mat mat, Plane.Range range) {
        return FromBytedecoMat.wrap(mat, null, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of a Mat whose channels lie in another order, or have another meaning. Nothing is copied.
     *
     * <pre>{@code
     * ImageLike photo = MatImages.wrap(mat, "RGB");
     * ImageLike greyAndAlpha = MatImages.wrap(mat, "LA");
     * }</pre>
     *
     * @param mat elements of a depth that {@link #wrap(Mat)} takes
     * @param order a letter for each channel: L; R, G, B; C, M, Y, K; A for alpha; X for a channel that is left out
     * @return an image on the same pixels. Unwrapping gives {@code mat} back, in its own order; a copy, as under {@link
     *     Copy#ALWAYS}, is BGR or BGRA.
     * @throws UnsupportedImageException as {@link #wrap(Mat)}, or if the order does not fit
     */
    public static ImageLike wrap(Mat mat, String order) {
        return FromBytedecoMat.wrap(mat, Objects.requireNonNull(order, "order"), null);
    }

    /**
     * An image of a Mat of numbers whose channels lie in another order, or have another meaning. Nothing is copied.
     *
     * @param mat elements of any depth
     * @param order a letter for each channel, as in {@link #wrap(Mat, String)}
     * @param range the numbers that are 0 and the mode's largest value, in all channels
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(Mat, String)}, but for the range
     */
    public static ImageLike wrap(Mat mat, String order, Plane.Range range) {
        return FromBytedecoMat.wrap(
                mat, Objects.requireNonNull(order, "order"), Objects.requireNonNull(range, "range"));
    }

    /**
     * An image for each channel, whatever their number and meaning. Nothing is copied, and no channel weighs or covers another
     * (A-15).
     *
     * @param mat elements of a depth that {@link #wrap(Mat)} takes, in any number of channels
     * @return L or L16 images on the same pixels, in the order of the channels
     * @throws UnsupportedImageException as {@link #wrap(Mat)}, but for the number of channels
     */
    public static List<ImageLike> channels(Mat mat) {
        return FromBytedecoMat.channels(mat, null);
    }

    /**
     * An image for each channel of numbers. Nothing is copied.
     *
     * @param mat elements of any depth, in any number of channels
     * @param range the numbers that are 0 and the mode's largest value, in all channels
     * @return L, L16 or L32 images on the same pixels, in the order of the channels
     * @throws UnsupportedImageException as {@link #channels(Mat)}, but for the range
     */
    public static List<ImageLike> channels(Mat mat, Plane.Range range) {
        return FromBytedecoMat.channels(mat, Objects.requireNonNull(range, "range"));
    }

    /**
     * Any image as a Mat: grey, BGR or BGRA.
     *
     * <table>
     * <caption>What becomes of what</caption>
     * <tr><th>image<th>result
     * <tr><td>a Mat, or one wrapped<td>that Mat itself
     * <tr><td>grey, BGR or BGRA in direct memory, rows from the top, straight<td>a Mat on this memory, which it keeps
     * <tr><td>numbers of a range, in such memory<td>the same, with the numbers; the range is not kept
     * <tr><td>all others<td>a copy: of 8 bits, of 16 bits, or of the numbers themselves
     * </table>
     *
     * <p>{@code Images.transfer(image, Mat.class, copy)} does the same, and reports whether memory is shared and what was
     * lost. A Mat on an image's memory keeps the memory; parts of it, as {@code new Mat(mat, rect)} makes them, do not, so
     * the Mat is to be kept as long as its parts are used.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return a Mat
     * @throws UnsupportedImageException if no adapter knows the object, or a copy would have more
     *     than 2 GiB
     */
    public static Mat toMat(Object image) {
        if (image instanceof Mat same) {
            return same;
        }
        return HandingOn.transfer(new BytedecoMatAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }
}
