package org.imageop.opencv;

import java.util.List;
import java.util.Objects;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.opencv.adapters.LibraryModule;
import org.imageop.opencv.adapters.OpenCvMatAdapter;
import org.imageop.opencv.wrapping.FromOpenCvMat;
import org.imageop.spi.HandingOn;
import org.opencv.core.Mat;

/**
 * Mats of OpenCV's own Java classes as images of the protocol, and vice versa. Pixels are shared: writing one side shows on the
 * other. Sub-matrices and padded rows are like any others.
 *
 * <p><b>Depths.</b> Elements of 8 and 16 bits without a sign are samples, from black to white. Floats are numbers from 0 to
 * 1, as OpenCV shows them, and are seen with 16 bits; the numbers stay in memory and in copies. All others, 8S, 16S, 32S and
 * 64F, need the {@linkplain Plane.Range range} of numbers from black to white.
 *
 * <p><b>Channels.</b> One is grey, three are BGR, four are BGRA with straight alpha, as in OpenCV's own files. Two may be anything,
 * and other orders are possible; the caller names them.
 *
 * <p><b>Memory.</b> {@code Mat} reveals its memory as an address alone. On Java 22 or newer, where native access is enabled ({@code
 * --enable-native-access}, of {@code ALL-UNNAMED} or {@code org.imageop.opencv}), an image of up to 2 GiB has a {@linkplain
 * org.imageop.ImageBuffer#layout() layout} on this memory, which other classes can share. Elsewhere it has none: it fetches and
 * stores each run of pixels by {@code Mat.get} and {@code Mat.put}, at the time of access, five times as slowly. Either
 * side sees what the other writes, in both cases.
 *
 * <p><b>Lifetime.</b> OpenCV counts the Mats on memory that it allocated, and the image has a Mat of its own there: its
 * pixels stay when the given one is released, reused or collected. OpenCV does not know who owns other memory, that of {@code
 * new Mat(rows, cols, type, buffer)}: the caller keeps the buffer reachable as long as the Mat, its parts and images of them
 * are used. Nobody can check this, and memory that is gone ends the virtual machine.
 *
 * <p><b>Threads.</b> Several threads may read one image at once. Threads may write different rows of it; images of the {@linkplain
 * #channels channels} of one Mat are written by one thread at a time.
 *
 * <p>OpenCV's native library must have been loaded, by {@code System.loadLibrary(Core.NATIVE_LIBRARY_NAME)}, {@code
 * Loader.load(opencv_java.class)} or {@code nu.pattern.OpenCV.loadLocally()}.
 *
 * <pre>{@code
 * Mat photo = Imgcodecs.imread("photo.png", Imgcodecs.IMREAD_UNCHANGED);
 * BufferedImage copy = Images.to(photo, BufferedImage.class);
 * Mat mat = OpenCvImages.toMat(bufferedImage);
 * }</pre>
 */
public final class OpenCvImages {
    static {
        LibraryModule.read("org.opencv.core.Mat");
    }

    private OpenCvImages() {}

    /**
     * An image of a Mat of one, three or four channels: grey, BGR or BGRA. Nothing is copied.
     *
     * @param mat elements of CV_8U, CV_16U or CV_32F
     * @return an image on the same pixels; unwrapping gives {@code mat} back
     * @throws UnsupportedImageException if its numbers need a range, its channels an order, or it is not an image; the
     *     message names what would help
     */
    public static ImageLike wrap(Mat mat) {
        return FromOpenCvMat.wrap(mat, null, null);
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
        return FromOpenCvMat.wrap(mat, null, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of a Mat whose channels lie in another order, or have another meaning. Nothing is copied.
     *
     * <pre>{@code
     * ImageLike photo = OpenCvImages.wrap(mat, "RGB");
     * ImageLike greyAndAlpha = OpenCvImages.wrap(mat, "LA");
     * }</pre>
     *
     * @param mat elements of a depth that {@link #wrap(Mat)} takes
     * @param order a letter for each channel: L; R, G, B; C, M, Y, K; A for alpha; X for a channel that is left out
     * @return an image on the same pixels. Unwrapping gives {@code mat} back, in its own order; a copy, as under {@link
     *     Copy#ALWAYS}, is BGR or BGRA.
     * @throws UnsupportedImageException as {@link #wrap(Mat)}, or if the order does not fit
     */
    public static ImageLike wrap(Mat mat, String order) {
        return FromOpenCvMat.wrap(mat, Objects.requireNonNull(order, "order"), null);
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
        return FromOpenCvMat.wrap(mat, Objects.requireNonNull(order, "order"), Objects.requireNonNull(range, "range"));
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
        return FromOpenCvMat.channels(mat, null);
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
        return FromOpenCvMat.channels(mat, Objects.requireNonNull(range, "range"));
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
     * lost. The Mat keeps the image's memory; parts of it, as {@code mat.submat} makes them, do not, so the Mat is to be kept
     * as long as its parts are used. Memory of shorts, ints and floats is shared on Java 22 or newer.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return a Mat
     * @throws UnsupportedImageException if no adapter knows the object
     */
    public static Mat toMat(Object image) {
        if (image instanceof Mat same) {
            return same;
        }
        return HandingOn.transfer(new OpenCvMatAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }
}
