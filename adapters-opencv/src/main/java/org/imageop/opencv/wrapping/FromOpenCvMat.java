package org.imageop.opencv.wrapping;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.opencv.elements.Depth;
import org.imageop.opencv.elements.ElementRows;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.elements.Subject;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * From OpenCV's own Mat to an image on the same pixels. This class reveals its memory as an address alone, which Java cannot
 * use; so each run of pixels is fetched by {@code Mat.get} and stored by {@code Mat.put}.
 */
public final class FromOpenCvMat {
    private FromOpenCvMat() {}

    /** An image of a Mat; {@code order} and {@code range} are null for the usual ones. */
    public static StandardImage wrap(Mat mat, @Nullable String order, Plane.@Nullable Range range) {
        Depth depth = check(mat);
        return wrap(mat, PixelMeaning.of(Subject.OPENCV_MAT, depth, mat.channels(), order, range));
    }

    /** An image of a Mat whose elements have a known meaning. */
    public static StandardImage wrap(Mat mat, PixelMeaning meaning) {
        return StandardImage.wrapping(
                mat, meaning.mode(), mat.cols(), mat.rows(), new ElementRows(Pixels.of(mat), meaning));
    }

    /** Copies an image into a Mat that was allocated for it. */
    public static void fill(Mat mat, ImageLike image, PixelMeaning meaning) {
        ElementRows rows = new ElementRows(new Pixels(mat, List.of()), meaning);
        Images.copy(image, StandardImage.computed(meaning.mode(), mat.cols(), mat.rows(), rows));
    }

    /** An image of each channel. */
    public static List<ImageLike> channels(Mat mat, Plane.@Nullable Range range) {
        Depth depth = check(mat);
        Pixels pixels = Pixels.of(mat);
        List<ImageLike> channels = new ArrayList<>();
        for (PixelMeaning meaning : PixelMeaning.channels(Subject.OPENCV_MAT, depth, mat.channels(), range)) {
            channels.add(
                    StandardImage.computed(meaning.mode(), mat.cols(), mat.rows(), new ElementRows(pixels, meaning)));
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

        /** OpenCV counts this Mat, so that the pixels stay when the other one is released or reused. */
        static Pixels of(Mat mat) {
            return new Pixels(mat.submat(0, mat.rows(), 0, mat.cols()), List.of(NATIVE_MEMORY));
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
