package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.Filter;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.imageop.imglib2.ImgLib2Images;
import org.imageop.javafx.FxImages;

/**
 * What a large program may have done before: all modes, types and filters. The compiler then knows every implementation behind a call, and must
 * not count on one.
 */
final class EverythingElse {
    /** Long enough for the second compiler to have compiled what is hot. */
    private static final long NANOSECONDS = 4_000_000_000L;

    /** Even, as planar images are, and half as large. */
    private static final int WIDTH = 64;

    private static final int HEIGHT = 36;

    private EverythingElse() {}

    static void run() {
        List<ImageLike> images = images();
        long start = System.nanoTime();
        do {
            images.forEach(EverythingElse::use);
        } while (System.nanoTime() - start < NANOSECONDS);
    }

    /** Of each mode, in memory of ours and turned; of each type of AWT, JavaFX and ImgLib2. */
    private static List<ImageLike> images() {
        StandardImage noise = Picture.image(Mode.RGBA, WIDTH, HEIGHT);
        List<ImageLike> images = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            StandardImage image = StandardImage.from(noise, mode);
            images.add(image);
            if (!image.planar()) {
                images.add(Views.rotate90(image));
            }
        }
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
            images.add(AwtImages.wrap(Picture.bufferedImage(type, WIDTH, HEIGHT)));
        }
        images.add(StandardImage.from(
                noise, StandardImage.canvas(WIDTH, HEIGHT).buffer().layout().orElseThrow()));
        images.add(FxImages.wrap(new WritableImage(WIDTH, HEIGHT)));
        images.add(ImgLib2Images.wrap(ImgLib2Images.toArgb(noise)));
        return images;
    }

    private static void use(ImageLike image) {
        for (Mode mode : Mode.values()) {
            StandardImage.from(image, mode);
        }
        for (Filter filter : Filter.values()) {
            StandardImage.from(image, WIDTH / 2, HEIGHT / 2, filter);
            StandardImage.from(image, WIDTH * 2, HEIGHT * 2, filter);
        }
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_USHORT_555_RGB; type++) {
            AwtImages.toBufferedImage(image, type);
        }
        AwtImages.toBufferedImage(image);
        FxImages.toWritableImage(image);
        Images.to(image, RandomAccessibleInterval.class);
        image.split();
        StandardImage copy = StandardImage.from(image);
        copy.map(value -> value);
        if (copy.planar()) {
            return;
        }
        copy.rotate90();
        copy.rotate180();
        int[] samples = new int[copy.components()];
        for (int y = 0; y < copy.height(); y++) {
            for (int x = 0; x < copy.width(); x++) {
                Pixel pixel = copy.get(x, y);
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = pixel.get(i);
                }
                copy.set(x, y, samples);
            }
        }
    }
}
