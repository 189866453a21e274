package org.imageop.examples.opencv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;

/** Makes OpenCV's Mat known to the protocol, sub-matrices included, on the same native memory. */
public final class MatAdapter implements ImageAdapter<Mat> {

    /** For the service loader. */
    public MatAdapter() {}

    @Override
    public Class<Mat> type() {
        return Mat.class;
    }

    @Override
    public ImageLike wrap(Mat mat) {
        return WrappedImage.of(mat, NativeMemory.layout(mat));
    }

    @Override
    public Transfer<Mat> export(ImageLike image, Copy copy) {
        if (copy == Copy.ALWAYS) {
            return copied(image, "a copy was asked for");
        }
        Optional<Mat> shared = image.buffer().layout().flatMap(NativeMemory::share);
        if (shared.isPresent()) {
            return Transfer.shared(shared.get(), true);
        }
        String reason = "a Mat lies in writable memory outside the Java heap, grey, BGR or BGRA, straight";
        if (copy == Copy.NEVER) {
            throw new CopyRequiredException("This " + image.width() + "×" + image.height() + " " + image.mode()
                    + " image cannot be shared with OpenCV: " + reason
                    + "; allow a copy, or put it into direct buffers");
        }
        return copied(image, reason);
    }

    private static Transfer<Mat> copied(ImageLike image, String reason) {
        if (image instanceof WrappedImage wrapped && wrapped.source() instanceof Mat mat) {
            return Transfer.copied(mat.clone(), reason, List.of());
        }
        Mode mode = image.mode();
        boolean deep = mode.bitsPerComponent() > 8;
        Mode kept = mode.componentNames().contains("a")
                ? deep ? Mode.RGBA64 : Mode.RGBA
                : mode.components() == 1 ? deep ? Mode.L16 : Mode.L : deep ? Mode.RGB48 : Mode.RGB;
        Mat mat = new Mat(image.height(), image.width(), NativeMemory.type(kept));
        StandardImage.from(image, NativeMemory.layout(mat));

        List<String> losses = new ArrayList<>();
        if (image.buffer().layout().stream().anyMatch(NativeMemory::ofNumbers)) {
            losses.add("numbers of a range → " + kept.bitsPerComponent() + " bits per component");
        }
        if (mode == Mode.L32) {
            losses.add("32 → 16 bits per component");
        }
        if (mode.planar() || mode.componentNames().contains("k")) {
            losses.add(mode + " → " + kept);
        }
        return Transfer.copied(mat, reason, losses);
    }
}
