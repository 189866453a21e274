package org.imageop.javacv;

import java.util.List;
import java.util.Objects;
import org.bytedeco.javacv.Frame;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.opencv.adapters.FrameAdapter;
import org.imageop.opencv.adapters.LibraryModule;
import org.imageop.opencv.wrapping.FromFrame;
import org.imageop.spi.HandingOn;

/**
 * Frames of JavaCV as images of the protocol, and vice versa, on the same memory: writing one side shows on the other. Rows may be
 * padded.
 *
 * <p><b>Depths.</b> Elements of DEPTH_UBYTE and DEPTH_USHORT are samples, from black to white. Floats are numbers from 0 to
 * 1, as OpenCV shows them, and are seen with 16 bits; the numbers stay in memory and in copies. All others, DEPTH_BYTE,
 * SHORT, INT and DOUBLE, need the {@linkplain Plane.Range range} of numbers from black to white.
 *
 * <p><b>Channels.</b> One is grey, three are BGR, four are BGRA with straight alpha, as in OpenCV's own files. Two may be anything,
 * and other orders are possible; the caller names them.
 *
 * <p><b>Frames.</b> A Frame has one image in one buffer, as grabbers deliver it in {@code ImageMode.COLOR} and {@code GRAY}.
 * Frames of audio or data alone, and Frames of several planes, are refused.
 *
 * <p><b>Lifetime.</b> The image keeps what the field {@code opaque} holds. Memory that a Frame allocated, or that belongs to
 * Bytedeco's Mat, is counted: the pixels stay when the Frame is closed. Memory of a grabber is its own: the next grab writes
 * other pixels into it, and when the grabber is released the image throws an {@link IllegalStateException}, as long as the
 * grabber tells; copy what is to stay. Nobody can check a Frame that was closed before it was wrapped, nor an {@code
 * org.opencv.core.Mat} in {@code opaque} that is released; memory that is gone ends the virtual machine.
 *
 * <p><b>Threads.</b> As in memory, different pixels may be read and written by different threads. Pixels of DEPTH_DOUBLE are fetched
 * and stored by runs, and images of the {@linkplain #channels channels} of such a Frame are written by one thread at a time.
 *
 * <pre>{@code
 * Frame frame = grabber.grabImage();
 * StandardImage small = StandardImage.from(FrameImages.wrap(frame), 320, 240);
 * recorder.record(FrameImages.toFrame(bufferedImage));
 * }</pre>
 */
public final class FrameImages {
    static {
        LibraryModule.read("org.bytedeco.javacv.Frame");
    }

    private FrameImages() {}

    /**
     * An image of a Frame of one, three or four channels: grey, BGR or BGRA. Nothing is copied.
     *
     * @param frame elements of DEPTH_UBYTE, DEPTH_USHORT or DEPTH_FLOAT
     * @return an image on the same pixels; unwrapping gives {@code frame} back
     * @throws UnsupportedImageException if its numbers need a range, its channels an order, or it is not an image; the
     *     message names what would help
     */
    public static ImageLike wrap(Frame frame) {
        return FromFrame.wrap(frame, null, null);
    }

    /**
     * An image of a Frame of numbers: grey, BGR or BGRA. Nothing is copied, and the numbers stay as they are.
     *
     * @param frame elements of any depth, unsigned ones too, of which a part may matter: 0 to 4095 of DEPTH_USHORT
     * @param range the numbers that are 0 and the mode's largest value, in all channels; those outside read as the nearer end,
     *     NaN as the minimum
     * @return an image on the same pixels; of 16 bits, but of DEPTH_UBYTE and BYTE of 8, and of a single channel of DEPTH_INT of 32
     * @throws UnsupportedImageException as {@link #wrap(Frame)}, but for the range
     */
    public static ImageLike wrap(Frame frame, Plane.Range range) {
        return FromFrame.wrap(frame, null, Objects.requireNonNull(range, "range"));
    }

    /**
     * An image of a Frame whose channels lie in another order, or have another meaning. Nothing is copied.
     *
     * <pre>{@code
     * ImageLike photo = FrameImages.wrap(frame, "RGB");
     * ImageLike greyAndAlpha = FrameImages.wrap(frame, "LA");
     * }</pre>
     *
     * @param frame elements of a depth that {@link #wrap(Frame)} takes
     * @param order a letter for each channel: L; R, G, B; C, M, Y, K; A for alpha; X for a channel that is left out
     * @return an image on the same pixels. Unwrapping gives {@code frame} back, in its own order; a copy, as under {@link
     *     Copy#ALWAYS}, is BGR or BGRA.
     * @throws UnsupportedImageException as {@link #wrap(Frame)}, or if the order does not fit
     */
    public static ImageLike wrap(Frame frame, String order) {
        return FromFrame.wrap(frame, Objects.requireNonNull(order, "order"), null);
    }

    /**
     * An image of a Frame of numbers whose channels lie in another order, or have another meaning. Nothing is copied.
     *
     * @param frame elements of any depth
     * @param order a letter for each channel, as in {@link #wrap(Frame, String)}
     * @param range the numbers that are 0 and the mode's largest value, in all channels
     * @return an image on the same pixels
     * @throws UnsupportedImageException as {@link #wrap(Frame, String)}, but for the range
     */
    public static ImageLike wrap(Frame frame, String order, Plane.Range range) {
        return FromFrame.wrap(frame, Objects.requireNonNull(order, "order"), Objects.requireNonNull(range, "range"));
    }

    /**
     * An image for each channel, whatever their number and meaning. Nothing is copied, and no channel weighs or covers another
     * (A-15).
     *
     * @param frame elements of a depth that {@link #wrap(Frame)} takes, in any number of channels
     * @return L or L16 images on the same pixels, in the order of the channels
     * @throws UnsupportedImageException as {@link #wrap(Frame)}, but for the number of channels
     */
    public static List<ImageLike> channels(Frame frame) {
        return FromFrame.channels(frame, null);
    }

    /**
     * An image for each channel of numbers. Nothing is copied.
     *
     * @param frame elements of any depth, in any number of channels
     * @param range the numbers that are 0 and the mode's largest value, in all channels
     * @return L, L16 or L32 images on the same pixels, in the order of the channels
     * @throws UnsupportedImageException as {@link #channels(Frame)}, but for the range
     */
    public static List<ImageLike> channels(Frame frame, Plane.Range range) {
        return FromFrame.channels(frame, Objects.requireNonNull(range, "range"));
    }

    /**
     * Any image as a Frame: grey, BGR or BGRA.
     *
     * <table>
     * <caption>What becomes of what</caption>
     * <tr><th>image<th>result
     * <tr><td>a Frame, or one wrapped<td>that Frame itself
     * <tr><td>grey, BGR or BGRA in direct memory, rows from the top, straight<td>a Frame on this memory, which it keeps
     * <tr><td>numbers of a range, in such memory<td>the same, with the numbers; the range is not kept
     * <tr><td>all others<td>a copy: of 8 bits, of 16 bits, or of the numbers themselves
     * </table>
     *
     * <p>{@code Images.transfer(image, Frame.class, copy)} does the same, and reports whether memory is shared and what was
     * lost. A Frame on an image's memory keeps the memory. A copy owns its memory, which {@code close} frees.
     *
     * @param image an {@link ImageLike}, or an object that an adapter knows
     * @return a Frame
     * @throws UnsupportedImageException if no adapter knows the object, or a copy would have more
     *     than 2 GiB
     */
    public static Frame toFrame(Object image) {
        if (image instanceof Frame same) {
            return same;
        }
        return HandingOn.transfer(new FrameAdapter(), Images.of(image), Copy.IF_NEEDED)
                .image();
    }
}
