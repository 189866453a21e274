package org.imageop.opencv.adapters;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.ImageLike;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.exporting.CopyForm;
import org.imageop.opencv.exporting.ToBytedecoMat;
import org.imageop.opencv.wrapping.FromBytedecoMat;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** Bytedeco's {@link Mat}. */
public final class BytedecoMatAdapter implements ImageAdapter<Mat> {
    static {
        LibraryModule.read("org.bytedeco.opencv.opencv_core.Mat");
    }

    /** For the service loader. */
    public BytedecoMatAdapter() {}

    @Override
    public Class<Mat> type() {
        return Mat.class;
    }

    @Override
    public ImageLike wrap(Mat mat) {
        return FromBytedecoMat.wrap(mat, null, null);
    }

    @Override
    public Sharing<Mat> share(ImageLike image) {
        return ToBytedecoMat.share(image);
    }

    @Override
    public Mat copy(ImageLike image) {
        return ToBytedecoMat.copy(image);
    }

    @Override
    public List<String> losses(ImageLike image, Mat copy) {
        PixelMeaning form = CopyForm.of(image);
        return CopyForm.losses(image, form, FromBytedecoMat.wrap(copy, form));
    }
}
