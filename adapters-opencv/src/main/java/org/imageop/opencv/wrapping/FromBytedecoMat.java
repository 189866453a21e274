package org.imageop.opencv.wrapping;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.ImageLike;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.opencv.elements.Depth;
import org.imageop.opencv.elements.ElementMemory;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.elements.Subject;
import org.jspecify.annotations.Nullable;

/**
 * From the Mat of Bytedeco to an image on the same memory. OpenCV counts the Mats on memory that it allocated, and the image is
 * one of them. Of other memory it knows nothing: the image throws once the Mat is closed.
 */
public final class FromBytedecoMat {
    private static final Cleaner CLEANER = Cleaner.create();

    private FromBytedecoMat() {}

    /** An image of a Mat; {@code order} and {@code range} are null for the usual ones. */
    public static StandardImage wrap(Mat mat, @Nullable String order, Plane.@Nullable Range range) {
        Depth depth = check(mat);
        return wrap(mat, PixelMeaning.of(Subject.BYTEDECO_MAT, depth, mat.channels(), order, range));
    }

    /** An image of a Mat whose elements have a known meaning. */
    public static StandardImage wrap(Mat mat, PixelMeaning meaning) {
        return memory(mat, meaning.depth()).image(mat, meaning);
    }

    /** Copies an image into a Mat that was allocated for it. */
    public static void fill(Mat mat, ImageLike image, PixelMeaning meaning) {
        memory(mat, meaning.depth()).fill(image, meaning);
    }

    /** An image of each channel. */
    public static List<ImageLike> channels(Mat mat, Plane.@Nullable Range range) {
        Depth depth = check(mat);
        List<PixelMeaning> channels = PixelMeaning.channels(Subject.BYTEDECO_MAT, depth, mat.channels(), range);
        ElementMemory memory = memory(mat, depth);
        return channels.stream().<ImageLike>map(memory::image).toList();
    }

    private static Depth check(Mat mat) {
        if (mat.isNull()) {
            throw new UnsupportedImageException("The Mat is closed and has no pixels any more; wrap it before it is"
                    + " closed [errors.md#no-pixels]");
        }
        Geometry.check(Subject.BYTEDECO_MAT, mat.dims(), mat.cols(), mat.rows());
        return Depth.of(mat.depth(), Subject.BYTEDECO_MAT);
    }

    private static ElementMemory memory(Mat mat, Depth depth) {
        long bytes = (mat.rows() - 1) * mat.step() + mat.cols() * mat.elemSize();
        if (bytes > Integer.MAX_VALUE) {
            throw new UnsupportedImageException("A buffer of Java has at most 2 GiB, and this Mat of " + mat.cols()
                    + "×" + mat.rows() + " pixels has " + bytes + " bytes; wrap parts of it, which Mat.rowRange makes"
                    + " [errors.md#too-large-for-toolkit]");
        }
        BytePointer data = mat.data();
        long address = data.address();
        ByteBuffer memory = keeping(mat, new BytePointer(data).capacity(bytes).asByteBuffer());
        return new ElementMemory(
                Objects.requireNonNull(depth.elements(memory)),
                mat.cols(),
                mat.rows(),
                mat.step() / mat.elemSize1(),
                mat.u() == null ? () -> isAt(mat, address) : null);
    }

    private static boolean isAt(Mat mat, long address) {
        BytePointer data = mat.isNull() ? null : mat.data();
        return data != null && data.address() == address;
    }

    /** The same buffer, which counts as a Mat until the last buffer on its memory is gone (P-24). */
    static ByteBuffer keeping(Mat mat, ByteBuffer memory) {
        Mat second = new Mat(mat).retainReference();
        CLEANER.register(memory, () -> {
            second.releaseReference();
            Reference.reachabilityFence(mat); // which may keep memory of Java alive
        });
        return memory;
    }
}
