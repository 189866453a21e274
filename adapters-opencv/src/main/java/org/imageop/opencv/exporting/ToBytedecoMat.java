package org.imageop.opencv.exporting;

import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.ImageLike;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.wrapping.FromBytedecoMat;
import org.imageop.spi.Sharing;

/** From an image to the Mat of Bytedeco. */
public final class ToBytedecoMat {
    private ToBytedecoMat() {}

    /** A Mat on the memory of an image, which it keeps. */
    public static Sharing<Mat> share(ImageLike image) {
        Optional<Mat> mat = SharedElements.of(image).map(ToBytedecoMat::on);
        return Sharing.of(mat, "a Mat" + SharedElements.CONDITIONS);
    }

    private static Mat on(SharedElements shared) {
        // both pointers keep what they are made of
        Pointer data = new BytePointer(new Pointer(shared.memory()));
        long step = shared.step() * shared.depth().bytes();
        return new Mat(shared.height(), shared.width(), shared.depth().type(shared.channels()), data, step);
    }

    /** A Mat of its own, with the pixels of an image. */
    public static Mat copy(ImageLike image) {
        PixelMeaning form = CopyForm.of(image);
        Mat copy = new Mat(image.height(), image.width(), form.depth().type(form.channels()));
        FromBytedecoMat.fill(copy, image, form);
        return copy;
    }
}
