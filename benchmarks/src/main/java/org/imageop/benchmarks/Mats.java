package org.imageop.benchmarks;

import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The picture for OpenCV; a state of its own, so that only VMs that measure OpenCV load it. */
public class Mats extends Case {
    Mat l;
    Mat rgb;
    Mat rgba;
    Mat rgb48;
    Mat smallRgb;
    Mat yv12;

    /** The state is made by JMH. */
    public Mats() {}

    private static Mat mat(int width, int height, int type) {
        Mat mat = new Mat(height, width, type);
        byte[] bytes = Picture.noise(Math.toIntExact(mat.total() * mat.elemSize()));
        try (BytePointer pointer = mat.data()) {
            pointer.put(bytes);
        }
        return mat;
    }

    /** Makes the images. */
    @Setup
    public void images() {
        l = mat(width(), height(), opencv_core.CV_8UC1);
        rgb = mat(width(), height(), opencv_core.CV_8UC3);
        rgba = mat(width(), height(), opencv_core.CV_8UC4);
        rgb48 = mat(width(), height(), opencv_core.CV_16UC3);
        smallRgb = mat(width() / 2, height() / 2, opencv_core.CV_8UC3);
        yv12 = mat(width(), height() * 3 / 2, opencv_core.CV_8UC1);
    }

    /** Frees the images. */
    @TearDown
    public void free() {
        for (Mat mat : new Mat[] {l, rgb, rgba, rgb48, smallRgb, yv12}) {
            mat.close();
        }
    }

    /** Runs work that fills a new Mat, and frees it; nothing is collected. */
    static long fill(Consumer<Mat> work) {
        try (Mat result = new Mat()) {
            work.accept(result);
            return result.total();
        }
    }
}
