package org.imageop.opencv.exporting;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.imageop.ImageLike;
import org.imageop.opencv.elements.NativeMemory;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.wrapping.FromOpenCvMat;
import org.imageop.spi.Sharing;
import org.opencv.core.Mat;

/** From an image to OpenCV's own Mat. */
public final class ToOpenCvMat {
    private static final Cleaner CLEANER = Cleaner.create();

    private ToOpenCvMat() {}

    /** A Mat on the memory of an image, which it keeps. */
    public static Sharing<Mat> share(ImageLike image) {
        SharedElements shared = SharedElements.of(image).orElse(null);
        if (shared == null) {
            return Sharing.impossible("a Mat" + SharedElements.CONDITIONS);
        }
        return Sharing.of(
                NativeMemory.of(shared.memory()).map(bytes -> on(shared, bytes)),
                "OpenCV's Mat takes a ByteBuffer, and before Java 22 there is none for memory of wider elements");
    }

    private static Mat on(SharedElements shared, ByteBuffer memory) {
        long step = shared.step() * shared.depth().bytes();
        Mat mat = new Mat(shared.height(), shared.width(), shared.depth().type(shared.channels()), memory, step);
        // it does not keep the buffer itself
        CLEANER.register(mat, () -> Reference.reachabilityFence(memory));
        return mat;
    }

    /** A Mat of its own, with the pixels of an image. */
    public static Mat copy(ImageLike image) {
        PixelMeaning form = CopyForm.of(image);
        Mat copy = new Mat(image.height(), image.width(), form.depth().type(form.channels()));
        FromOpenCvMat.fill(copy, image, form);
        return copy;
    }
}
