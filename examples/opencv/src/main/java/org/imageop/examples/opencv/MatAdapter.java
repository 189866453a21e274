package org.imageop.examples.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_MAKETYPE;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.AlphaType;
import org.imageop.Arrangement;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/**
 * Makes OpenCV's Mat known to the protocol, sub-matrices included, on the same native memory.
 *
 * <ul>
 *   <li>Channels are grey, BGR or BGRA of 8 bits, 16 bits, or floats from 0 to 1. Floats become samples of 16 bits; the numbers
 *       stay floats in memory, and in copies.
 *   <li>OpenCV counts the Mats on its memory. The image counts as one of them, so its pixels stay when the Mat is closed.
 *   <li>Memory that OpenCV does not count belongs to somebody else, who may free it once the Mat is closed. The image throws
 *       from then on. Close the Mat before you free its memory.
 * </ul>
 */
public final class MatAdapter implements ImageAdapter<Mat> {
    private static final Set<Mode> MODES = EnumSet.of(Mode.L, Mode.L16, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64);

    /** The numbers that OpenCV shows as black and white. */
    private static final Plane.Range FLOATS = new Plane.Range(0, 1);

    private static final Cleaner CLEANER = Cleaner.create();

    /** For the service loader. */
    public MatAdapter() {}

    @Override
    public Class<Mat> type() {
        return Mat.class;
    }

    @Override
    public ImageLike wrap(Mat mat) {
        return StandardImage.wrapping(mat, layout(mat));
    }

    @Override
    public Sharing<Mat> share(ImageLike image) {
        return Sharing.of(
                image.buffer().layout().flatMap(MatAdapter::onItsMemory),
                "a Mat lies in writable memory outside the Java heap, grey, BGR or BGRA, straight");
    }

    @Override
    public Mat copy(ImageLike image) {
        Mode mode = image.mode().nearestIn(MODES);
        boolean floats = image.buffer().layout().stream()
                .flatMap(layout -> layout.planes().stream())
                .anyMatch(plane -> plane.memory() instanceof FloatBuffer && FLOATS.equals(plane.range()));
        int depth = mode.bitsPerComponent() == 8 ? CV_8U : floats ? CV_32F : CV_16U;
        Mat copy = new Mat(image.height(), image.width(), CV_MAKETYPE(depth, mode.components()));
        StandardImage.from(image, layout(copy));
        return copy;
    }

    private static PixelLayout layout(Mat mat) {
        int channels = mat.channels();
        boolean known = mat.depth() == CV_8U || mat.depth() == CV_16U || mat.depth() == CV_32F;
        if (mat.empty() || mat.dims() != 2 || !known || channels == 2 || channels > 4) {
            throw new UnsupportedImageException("A Mat of " + mat.dims() + " dimensions, " + channels
                    + " channels and the depth " + mat.depth() + (mat.empty() ? ", which is empty," : "")
                    + " is not an image; convert it to 1, 3 or 4 channels of CV_8U, CV_16U or CV_32F");
        }
        Mode mode = Mode.of(
                channels == 1 ? ColorFamily.GREY : ColorFamily.RGB, mat.depth() == CV_8U ? 8 : 16, channels > 3);
        String order = channels == 1 ? "L" : "BGRA".substring(0, channels);
        long line = mat.step() / mat.elemSize1();
        ByteBuffer memory = memory(mat);
        PixelLayout layout = mat.depth() == CV_32F
                ? PixelLayout.ranged(mode, mat.cols(), mat.rows(), order, FLOATS, memory.asFloatBuffer(), 0, line)
                : PixelLayout.interleaved(mode, mat.cols(), mat.rows(), order, memory, 0, line);
        return mat.u() == null ? layout.ownedBy(() -> !mat.isNull()) : layout;
    }

    /** The bytes of a Mat, in native order. They count as a Mat until the last buffer on them is gone (P-24). */
    private static ByteBuffer memory(Mat mat) {
        long bytes = (mat.rows() - 1) * mat.step() + mat.cols() * mat.elemSize();
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedImageException("A buffer of Java has at most 2 GiB, this Mat of " + mat.cols() + "×"
                    + mat.rows() + " has " + bytes + " bytes; transfer parts of it, by Mat.rowRange");
        }
        ByteBuffer memory = new BytePointer(mat.data()).capacity(bytes).asBuffer();
        Mat second = new Mat(mat).retainReference();
        CLEANER.register(memory, () -> {
            second.releaseReference();
            Reference.reachabilityFence(mat); // which may keep memory of Java alive
        });
        return memory;
    }

    /** A Mat on the memory of an image, which it keeps alive; empty if the memory has no such form. */
    private static Optional<Mat> onItsMemory(PixelLayout layout) {
        boolean numbers = layout.mode().bitsPerComponent() == 16
                && FLOATS.equals(layout.plane(0).range());
        String order = layout.arrangement() instanceof Arrangement.Interleaved at
                ? at.order()
                : layout.arrangement() instanceof Arrangement.Ranged at && numbers ? at.order() : "";
        Plane first = layout.plane(order.startsWith("BGR") ? 2 : 0);
        Buffer memory = first.memory().position(0);
        int depth = depth(memory);
        if (!Set.of("L", "BGR", "BGRA").contains(order)
                || depth < 0
                || numbers && depth != CV_32F
                || !memory.isDirect()
                || layout.readOnly()
                || layout.alpha() == AlphaType.PREMULTIPLIED
                || first.pixelStride() < 0
                || first.lineStride() < first.pixelStride() * layout.size().width()) {
            return Optional.empty();
        }
        long size = depth == CV_8U ? 1 : depth == CV_16U ? 2 : 4;
        BytePointer data = new BytePointer(new Pointer(memory)).position(first.offset() * size);
        int type = CV_MAKETYPE(depth, order.length());
        return Optional.of(
                new Mat(layout.size().height(), layout.size().width(), type, data, first.lineStride() * size));
    }

    /** What OpenCV calls the elements of a buffer; −1 if it has none like them. */
    private static int depth(Buffer memory) {
        if (memory instanceof FloatBuffer floats) {
            return floats.order() == ByteOrder.nativeOrder() ? CV_32F : -1;
        } else if (memory instanceof ShortBuffer shorts) {
            return shorts.order() == ByteOrder.nativeOrder() ? CV_16U : -1;
        }
        return memory instanceof ByteBuffer ? CV_8U : -1;
    }
}
