package org.imageop.examples.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_MAKETYPE;

import java.lang.ref.Cleaner;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.AlphaType;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;

/** Where the samples of a Mat lie, and which other memory could be a Mat's. */
final class NativeMemory {
    /** The floating-point numbers that OpenCV shows as black and white. */
    private static final Plane.Range FLOATS = new Plane.Range(0, 1);

    private static final Cleaner CLEANER = Cleaner.create();

    /**
     * Keeps the memory until the last buffer on it is gone (P-24), as direct buffers do not know whose memory they
     * show: a second Mat, for OpenCV counts the Mats on its memory, and the first, which may stand on memory of Java.
     */
    private record Keeper(Mat first, Mat second) implements Runnable {
        @Override
        public void run() {
            second.releaseReference();
        }
    }

    private NativeMemory() {}

    /** Samples lie blue first. Floats become 16 bits, which they can hold and give back. */
    static PixelLayout layout(Mat mat) {
        int channels = mat.channels();
        boolean depth = mat.depth() == CV_8U || mat.depth() == CV_16U || mat.depth() == CV_32F;
        if (mat.empty() || mat.dims() != 2 || !depth || channels == 2 || channels > 4) {
            throw new UnsupportedImageException("A Mat of " + mat.dims() + " dimensions, " + channels
                    + " channels and the depth " + mat.depth() + (mat.empty() ? ", which is empty," : "")
                    + " is no image; convert it to 1, 3 or 4 channels of CV_8U, CV_16U or CV_32F");
        }
        boolean bytes = mat.depth() == CV_8U;
        Mode mode = switch (channels) {
            case 1 -> bytes ? Mode.L : Mode.L16;
            case 3 -> bytes ? Mode.RGB : Mode.RGB48;
            default -> bytes ? Mode.RGBA : Mode.RGBA64;
        };
        Buffer elements = elements(mat);
        long line = mat.step() / mat.elemSize1();
        Plane[] planes = new Plane[channels];
        for (int c = 0; c < channels; c++) {
            int place = place(c, channels);
            planes[c] = elements instanceof FloatBuffer
                    ? Plane.ranged(elements, place, channels, line, FLOATS)
                    : Plane.of(elements, place, channels, line);
        }
        AlphaType alpha = channels == 4 ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
        return PixelLayout.of(mode, mat.cols(), mat.rows(), alpha, planes);
    }

    /** Where in a pixel of OpenCV a component of the protocol is. */
    private static int place(int component, int channels) {
        return channels == 1 || component == 3 ? component : 2 - component;
    }

    private static Buffer elements(Mat mat) {
        long bytes = (mat.rows() - 1) * mat.step() + mat.cols() * mat.elemSize();
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedImageException("A buffer of Java has at most 2 GiB, this Mat of " + mat.cols() + "×"
                    + mat.rows() + " has " + bytes + " bytes; pass on parts of it, by Mat.rowRange");
        }
        ByteBuffer memory = new BytePointer(mat.data()).capacity(bytes).asBuffer(); // in native byte order
        CLEANER.register(memory, new Keeper(mat, new Mat(mat).retainReference()));
        return switch (mat.depth()) {
            case CV_8U -> memory;
            case CV_16U -> memory.asShortBuffer();
            default -> memory.asFloatBuffer();
        };
    }

    /** The type of a Mat of whole numbers. */
    static int type(Mode mode) {
        return CV_MAKETYPE(mode.bitsPerComponent() == 8 ? CV_8U : CV_16U, mode.components());
    }

    /** Whether elements are floats, or other numbers that only a range makes samples. */
    static boolean ofNumbers(PixelLayout layout) {
        return layout.planes().stream().anyMatch(plane -> plane.range() != null);
    }

    /** A Mat on the memory of others, which it keeps alive; empty if it has no such form. */
    static Optional<Mat> share(PixelLayout layout) {
        List<Plane> planes = layout.planes();
        int channels = planes.size();
        if (channels == 2
                || layout.mode().planar()
                || layout.mode().componentNames().contains("k")) {
            return Optional.empty();
        }
        Plane first = planes.get(place(0, channels));
        Buffer memory = first.memory().position(0);
        int depth = depth(memory, first);
        if (depth < 0
                || !memory.isDirect()
                || layout.readOnly()
                || layout.alpha() == AlphaType.PREMULTIPLIED
                || first.lineStride() < (long) channels * layout.size().width()) {
            return Optional.empty();
        }
        for (int c = 0; c < channels; c++) {
            Plane plane = planes.get(c);
            if (!plane.sharesMemory(first)
                    || depth(memory, plane) != depth
                    || plane.pixelStride() != channels
                    || plane.lineStride() != first.lineStride()
                    || plane.offset() != first.offset() + place(c, channels)) {
                return Optional.empty();
            }
        }
        int size = depth == CV_8U ? 1 : depth == CV_16U ? 2 : 4;
        BytePointer data = new BytePointer(new Pointer(memory)).position(first.offset() * size);
        return Optional.of(new Mat(
                layout.size().height(),
                layout.size().width(),
                CV_MAKETYPE(depth, channels),
                data,
                first.lineStride() * size));
    }

    /** What OpenCV calls elements like those of a plane; −1 if it has none. */
    private static int depth(Buffer memory, Plane plane) {
        if (memory instanceof FloatBuffer floats) {
            return floats.order() == ByteOrder.nativeOrder() && FLOATS.equals(plane.range()) ? CV_32F : -1;
        } else if (memory instanceof ShortBuffer shorts) {
            return shorts.order() == ByteOrder.nativeOrder() && plane.bits() == 16 && plane.range() == null
                    ? CV_16U
                    : -1;
        }
        return memory instanceof ByteBuffer && plane.bits() == 8 && plane.range() == null ? CV_8U : -1;
    }
}
