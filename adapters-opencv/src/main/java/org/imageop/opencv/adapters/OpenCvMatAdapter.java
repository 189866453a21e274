package org.imageop.opencv.adapters;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.opencv.elements.PixelMeaning;
import org.imageop.opencv.exporting.CopyForm;
import org.imageop.opencv.exporting.ToOpenCvMat;
import org.imageop.opencv.wrapping.FromOpenCvMat;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.opencv.core.Mat;

/** OpenCV's own {@link Mat}. */
public final class OpenCvMatAdapter implements ImageAdapter<Mat> {
    static {
        LibraryModule.read("org.opencv.core.Mat");
    }

    /** For the service loader. */
    public OpenCvMatAdapter() {}

    @Override
    public Class<Mat> type() {
        return Mat.class;
    }

    @Override
    public ImageLike wrap(Mat mat) {
        return FromOpenCvMat.wrap(mat, null, null);
    }

    @Override
    public Sharing<Mat> share(ImageLike image) {
        return ToOpenCvMat.share(image);
    }

    @Override
    public Mat copy(ImageLike image) {
        return ToOpenCvMat.copy(image);
    }

    @Override
    public List<String> losses(ImageLike image, Mat copy) {
        PixelMeaning form = CopyForm.of(image);
        return CopyForm.losses(image, form, FromOpenCvMat.wrap(copy, form));
    }
}
