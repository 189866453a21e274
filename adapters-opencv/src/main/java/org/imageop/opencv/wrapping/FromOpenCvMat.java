package org.imageop.opencv.wrapping;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.opencv.elements.Depth;
import org.imageop.opencv.elements.ElementMemory;
import org.imageop.opencv.elements.ElementRows;
import org.imageop.opencv.elements.NativeMemory;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.elements.Subject;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * From OpenCV's own Mat to an image on the same pixels. This class reveals its memory as an address alone. Where Java cannot use
 * it, each run of pixels is fetched by {@code Mat.get} and stored by {@code Mat.put}.
 */
public final class FromOpenCvMat {
    private static final Cleaner CLEANER = Cleaner.create();

    private FromOpenCvMat() {}

    /** An image of a Mat; {@code order} and {@code range} are null for the usual ones. */
    public static StandardImage wrap(Mat mat, @Nullable String order, Plane.@Nullable Range range) {
        Depth depth = check(mat);
        return wrap(mat, PixelMeaning.of(Subject.OPENCV_MAT, depth, mat.channels(), order, range));
    }

    /** An image of a Mat whose elements have a known meaning. */
    public static StandardImage wrap(Mat mat, PixelMeaning meaning) {
        Mat header = header(mat);
        ElementMemory memory = memory(header, meaning.depth());
        return memory != null
                ? memory.image(mat, meaning)
                : StandardImage.wrapping(
                        mat, meaning.mode(), mat.cols(), mat.rows(), new ElementRows(Pixels.of(header), meaning));
    }

    /** OpenCV counts this Mat, so that the pixels stay when the other one is released or reused. */
    private static Mat header(Mat mat) {
        return mat.submat(0, mat.rows(), 0, mat.cols());
    }

    /** The memory of a Mat, which is kept until the last buffer on it is gone (P-24); null if Java cannot reach it. */
    private static @Nullable ElementMemory memory(Mat header, Depth depth) {
        long step = header.step1();
        long bytes = (header.rows() - 1) * step * depth.bytes() + header.cols() * header.elemSize();
        ByteBuffer memory = NativeMemory.at(header.dataAddr(), bytes).orElse(null);
        if (memory == null) {
            return null;
        }
        CLEANER.register(memory, () -> Reference.reachabilityFence(header));
        Buffer elements = Objects.requireNonNull(depth.elements(memory));
        return new ElementMemory(elements, header.cols(), header.rows(), step, null);
    }

    /** Copies an image into a Mat that was allocated for it. */
    public static void fill(Mat mat, ImageLike image, PixelMeaning meaning) {
        ElementRows rows = new ElementRows(new Pixels(mat, List.of()), meaning);
        Images.copy(image, StandardImage.computed(meaning.mode(), mat.cols(), mat.rows(), rows));
    }

    /** An image of each channel. */
    public static List<ImageLike> channels(Mat mat, Plane.@Nullable Range range) {
        Depth depth = check(mat);
        Mat header = header(mat);
        ElementMemory memory = memory(header, depth);
        Pixels pixels = Pixels.of(header);
        List<ImageLike> channels = new ArrayList<>();
        for (PixelMeaning meaning : PixelMeaning.channels(Subject.OPENCV_MAT, depth, mat.channels(), range)) {
            channels.add(
                    memory != null
                            ? memory.image(meaning)
                            : StandardImage.computed(
                                    meaning.mode(), mat.cols(), mat.rows(), new ElementRows(pixels, meaning)));
        }
        return List.copyOf(channels);
    }

    private static Depth check(Mat mat) {
        Geometry.check(Subject.OPENCV_MAT, mat.dims(), mat.cols(), mat.rows());
        return Depth.of(mat.depth(), Subject.OPENCV_MAT);
    }

    /** The pixels of a Mat that belongs to the image alone. */
    private record Pixels(Mat mat, List<?> foundations) implements ElementRows.Store {
        /** Java cannot tell which native memory is which, and holds all of it to be the same. */
        private static final ByteBuffer NATIVE_MEMORY = ByteBuffer.allocateDirect(1);

        static Pixels of(Mat header) {
            return new Pixels(header, List.of(NATIVE_MEMORY));
        }

        @Override
        public void get(int x, int y, Object array) {
            if (array instanceof byte[] bytes) {
                mat.get(y, x, bytes);
            } else if (array instanceof short[] shorts) {
                mat.get(y, x, shorts);
            } else if (array instanceof int[] ints) {
                mat.get(y, x, ints);
            } else if (array instanceof float[] floats) {
                mat.get(y, x, floats);
            } else {
                mat.get(y, x, (double[]) array);
            }
        }

        @Override
        public void put(int x, int y, Object array) {
            if (array instanceof byte[] bytes) {
                mat.put(y, x, bytes);
            } else if (array instanceof short[] shorts) {
                mat.put(y, x, shorts);
            } else if (array instanceof int[] ints) {
                mat.put(y, x, ints);
            } else if (array instanceof float[] floats) {
                mat.put(y, x, floats);
            } else {
                mat.put(y, x, (double[]) array);
            }
        }
    }
}
