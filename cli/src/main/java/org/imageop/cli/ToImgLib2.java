package org.imageop.cli;

import java.util.Arrays;
import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.WrappedImage;

/** To ImgLib2: from the protocol, or straight from JavaFX if that is where the image is. */
final class ToImgLib2 implements Hop {
    @Override
    public String title() {
        return "to ImgLib2";
    }

    @Override
    public Passage pass(ImageLike image) {
        WritableImage javaFx =
                image instanceof WrappedImage wrapped && wrapped.source() instanceof WritableImage fx ? fx : null;
        long start = System.nanoTime();
        Transfer<?> transfer =
                Images.transfer(javaFx == null ? image : javaFx, RandomAccessibleInterval.class, Copy.IF_NEEDED);
        long nanos = System.nanoTime() - start;
        RandomAccessibleInterval<?> received = (RandomAccessibleInterval<?>) transfer.image();
        ImgLib2Pixels pixels = new ImgLib2Pixels(received);
        ImageLike arrived = Via.accept(received, image.mode());
        Mode mode = arrived.mode();
        Agreement.check(mode == image.mode() ? image : StandardImage.from(image, mode), pixels);
        if (javaFx != null) {
            demandOneMemory(pixels, javaFx, mode);
        } else if (transfer.shared()) {
            demandOneMemory(pixels, image);
        }
        return new Passage(
                javaFx == null ? "protocol " + image.mode() : "JavaFX WritableImage",
                "ImgLib2 " + pixels.description(),
                transfer.shared() ? Passage.Memory.SHARED : Passage.Memory.COPIED,
                transfer.shared() ? 0 : arrived.buffer().length(),
                nanos,
                mode == image.mode() ? "agree" : "agree as " + mode,
                Passage.notes(transfer),
                arrived);
    }

    private static void demandOneMemory(ImgLib2Pixels imgLib2, WritableImage image, Mode mode) {
        FxPixels javaFx = new FxPixels(image);
        int x = (int) image.getWidth() / 2;
        int y = (int) image.getHeight() / 2;
        int[] before = imgLib2.pixel(x, y);
        int[] other = WriteThrough.opposite(before, mode);
        WriteThrough.demand(
                "ImgLib2",
                () -> imgLib2.write(x, y, other),
                () -> imgLib2.write(x, y, before),
                "JavaFX",
                () -> javaFx.pixel(x, y),
                other);
    }

    /** Both ways, unless the image can hold a single colour only. */
    static void demandOneMemory(ImgLib2Pixels imgLib2, ImageLike image) {
        int x = image.width() / 2;
        int y = image.height() / 2;
        int[] before = image.get(x, y).value();
        int[] other = WriteThrough.another(image, x, y);
        if (Arrays.equals(other, before)) {
            return;
        }
        WriteThrough.demand(
                "the protocol",
                () -> image.set(x, y, other),
                () -> image.set(x, y, before),
                "ImgLib2",
                () -> imgLib2.pixel(x, y),
                other);
        if (image.buffer().layout().isEmpty()) {
            // a palette takes whole colours, and ImgLib2 writes component by component
            return;
        }
        WriteThrough.demand(
                "ImgLib2",
                () -> imgLib2.write(x, y, other),
                () -> imgLib2.write(x, y, before),
                "the protocol",
                () -> image.get(x, y).value(),
                other);
    }
}
