package org.imageop.cli;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import javafx.scene.image.WritableImage;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Transfer;
import org.imageop.javafx.FxImages;

/** To JavaFX, whose toolkit need not run for that: from the protocol, or straight from Swing. */
final class ToJavaFx implements Hop {
    private final boolean fromSwing;

    private ToJavaFx(boolean fromSwing) {
        this.fromSwing = fromSwing;
    }

    /** The image as it is. */
    static ToJavaFx fromProtocol() {
        return new ToJavaFx(false);
    }

    /** The BufferedImage that stands on the memory of the image, a canvas. */
    static ToJavaFx fromSwing() {
        return new ToJavaFx(true);
    }

    @Override
    public String title() {
        return (fromSwing ? "Swing" : "protocol") + " to JavaFX";
    }

    @Override
    public Passage pass(ImageLike image) {
        Object handed = fromSwing
                ? Images.transfer(image, BufferedImage.class, Copy.NEVER).image()
                : image;
        long start = System.nanoTime();
        Transfer<WritableImage> transfer =
                Images.transfer(handed, WritableImage.class, fromSwing ? Copy.NEVER : Copy.IF_NEEDED);
        long nanos = System.nanoTime() - start;
        FxPixels pixels = new FxPixels(transfer.image());
        ImageLike arrived = FxImages.wrap(transfer.image());
        Agreement.check(arrived, new Premultiplied(image));
        Agreement.check(arrived, pixels);
        if (handed instanceof BufferedImage swing) {
            demandOneMemory(swing, pixels);
        } else if (transfer.shared()) {
            demandOneMemory(image, pixels);
        }
        return new Passage(
                handed instanceof BufferedImage swing ? "Swing " + SwingType.of(swing) : "protocol " + image.mode(),
                "JavaFX WritableImage",
                transfer.shared() ? Passage.Memory.SHARED : Passage.Memory.COPIED,
                transfer.shared() ? 0 : arrived.buffer().length(),
                nanos,
                arrived.mode() == image.mode() ? "agree" : "agree as " + arrived.mode(),
                Passage.notes(transfer),
                arrived);
    }

    /** JavaFX has no pixel writer for shared memory, so Swing writes and JavaFX reads. */
    private static void demandOneMemory(BufferedImage swing, FxPixels javaFx) {
        WritableRaster raster = swing.getRaster();
        int x = swing.getWidth() / 2;
        int y = swing.getHeight() / 2;
        int[] memory = raster.getPixel(x, y, (int[]) null);
        int[] other = WriteThrough.opposite(javaFx.pixel(x, y), Mode.RGBA);
        WriteThrough.demand(
                "Swing",
                () -> raster.setPixel(x, y, other),
                () -> raster.setPixel(x, y, memory),
                "JavaFX",
                () -> javaFx.pixel(x, y),
                other);
    }

    private static void demandOneMemory(ImageLike image, FxPixels javaFx) {
        int x = image.width() / 2;
        int y = image.height() / 2;
        int[] before = image.get(x, y).value();
        int[] other = WriteThrough.opposite(before, image.mode());
        WriteThrough.demand(
                "the protocol",
                () -> image.set(x, y, other),
                () -> image.set(x, y, before),
                "JavaFX",
                () -> javaFx.pixel(x, y),
                other);
    }
}
