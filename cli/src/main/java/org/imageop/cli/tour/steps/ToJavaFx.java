package org.imageop.cli.tour.steps;

import java.awt.image.BufferedImage;
import javafx.scene.image.WritableImage;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Transfer;
import org.imageop.cli.compare.JavaFxPixels;
import org.imageop.cli.compare.LibraryPixels;
import org.imageop.cli.compare.PixelComparison;
import org.imageop.cli.compare.PremultipliedPixels;
import org.imageop.cli.compare.ProtocolPixels;
import org.imageop.cli.compare.SharedMemoryProof;
import org.imageop.cli.compare.SwingPixels;
import org.imageop.javafx.FxImages;

/** To JavaFX, whose toolkit need not run for that: from the protocol, or straight from Swing. */
public final class ToJavaFx implements TourStep {
    private final boolean fromSwing;

    private ToJavaFx(boolean fromSwing) {
        this.fromSwing = fromSwing;
    }

    /** The image as it is. */
    public static ToJavaFx fromProtocol() {
        return new ToJavaFx(false);
    }

    /** The BufferedImage on the memory of the image, a canvas. */
    public static ToJavaFx fromSwing() {
        return new ToJavaFx(true);
    }

    @Override
    public String title() {
        return (fromSwing ? "Swing" : "protocol") + " to JavaFX";
    }

    @Override
    public StepResult run(ImageLike image) {
        Object handed = fromSwing
                ? Images.transfer(image, BufferedImage.class, Copy.NEVER).image()
                : image;
        long start = System.nanoTime();
        Transfer<WritableImage> transfer =
                Images.transfer(handed, WritableImage.class, fromSwing ? Copy.NEVER : Copy.IF_NEEDED);
        long nanos = System.nanoTime() - start;
        JavaFxPixels pixels = new JavaFxPixels(transfer.image());
        ImageLike arrived = FxImages.wrap(transfer.image());
        PixelComparison.check(arrived, new PremultipliedPixels(image));
        PixelComparison.check(arrived, pixels);
        if (transfer.shared()) {
            LibraryPixels sender = handed instanceof BufferedImage swing
                    ? new SwingPixels(swing, arrived.mode())
                    : new ProtocolPixels(image);
            SharedMemoryProof.oneWay(sender, pixels, image.size());
        }
        return StepResult.transferred(
                handed instanceof BufferedImage swing ? "Swing " + SwingType.of(swing) : "protocol " + image.mode(),
                "JavaFX WritableImage",
                transfer,
                arrived.buffer().length(),
                nanos,
                image.mode(),
                arrived.mode(),
                arrived);
    }
}
