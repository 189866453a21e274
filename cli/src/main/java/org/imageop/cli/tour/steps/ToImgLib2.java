package org.imageop.cli.tour.steps;

import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.cli.compare.ImgLib2Pixels;
import org.imageop.cli.compare.JavaFxPixels;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.ProtocolPixels;
import org.imageop.cli.compare.SharedMemoryProof;
import org.imageop.cli.convert.ViaLibrary;
import org.jspecify.annotations.Nullable;

/** To ImgLib2: from the protocol, or straight from JavaFX if the image wraps one of its images. */
public final class ToImgLib2 implements TourStep {
    @Override
    public String title() {
        return "to ImgLib2";
    }

    @Override
    public StepResult run(ImageLike image) {
        WritableImage javaFx = Images.unwrap(image, WritableImage.class).orElse(null);
        Object handed = javaFx == null ? image : javaFx;
        long start = System.nanoTime();
        Transfer<?> transfer = Images.transfer(handed, RandomAccessibleInterval.class, Copy.IF_NEEDED);
        long nanos = System.nanoTime() - start;
        RandomAccessibleInterval<?> received = (RandomAccessibleInterval<?>) transfer.image();
        ImageLike arrived = ViaLibrary.accept(received, image.mode());
        Mode mode = arrived.mode();
        ImgLib2Pixels pixels = new ImgLib2Pixels(received, mode);
        PixelComparison.check(mode == image.mode() ? image : StandardImage.from(image, mode), pixels);
        if (transfer.shared()) {
            proveSharing(pixels, image, javaFx);
        }
        return StepResult.transferred(
                javaFx == null ? "protocol " + image.mode() : "JavaFX WritableImage",
                "ImgLib2 " + pixels.description(),
                transfer,
                arrived.buffer().length(),
                nanos,
                image.mode(),
                mode,
                arrived);
    }

    private static void proveSharing(ImgLib2Pixels pixels, ImageLike image, @Nullable WritableImage javaFx) {
        if (javaFx != null) {
            SharedMemoryProof.oneWay(pixels, new JavaFxPixels(javaFx), image.size());
        } else if (image.buffer().layout().isEmpty()) {
            // a palette takes whole colours, and ImgLib2 writes component by component
            SharedMemoryProof.oneWay(new ProtocolPixels(image), pixels, image.size());
        } else {
            SharedMemoryProof.bothWays(new ProtocolPixels(image), pixels, image.size());
        }
    }
}
