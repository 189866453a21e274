package com.example;

import javafx.scene.image.WritableImage;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.imageop.Images;

/** What OpenCV drew, in a JavaFX window. */
public final class MatToJavaFx {
    public static void main(String[] args) {
        try (Mat mat = new Mat(48, 64, opencv_core.CV_8UC3, new Scalar(200, 100, 50, 0))) { // blue, green, red
            opencv_imgproc.line(mat, new Point(0, 10), new Point(63, 10), new Scalar(0, 0, 255, 0));

            WritableImage image = Images.to(mat, WritableImage.class);

            same(0xff3264c8, image.getPixelReader().getArgb(5, 20));
            same(0xffff0000, image.getPixelReader().getArgb(63, 10));
        }
        System.out.println("Mat -> WritableImage");
    }

    private static void same(int expected, int found) {
        if (found != expected) {
            throw new AssertionError(expected + " was expected, and not " + found);
        }
    }
}
