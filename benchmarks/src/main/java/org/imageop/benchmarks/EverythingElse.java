package org.imageop.benchmarks;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.Filter;
import org.imageop.ImageBuffer;
import org.imageop.ImageLike;
import org.imageop.ImageMixin;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Pixel;
import org.imageop.PixelLayout;
import org.imageop.SampleRows;
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

    /** Of each mode, on the heap, outside of it, not to be written and computed; of each type of AWT, JavaFX and ImgLib2. */
    private static List<ImageLike> images() {
        StandardImage noise = Picture.image(Mode.RGBA, WIDTH, HEIGHT);
        List<ImageLike> images = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            StandardImage image = StandardImage.from(noise, mode);
            images.add(image);
            images.add(direct(image));
            images.add(Views.readOnly(image));
            StandardImage computed = computed(image);
            images.add(computed);
            if (!image.planar()) {
                images.add(Views.rotate90(image));
                images.add(Views.rotate90(computed));
                images.add(Views.readOnly(computed));
            }
            images.add(new Foreign(mode, image.size(), new Bytes(new byte[(int) mode.length(image.size())]), Map.of()));
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

    private static StandardImage direct(StandardImage image) {
        ByteBuffer memory = ByteBuffer.allocateDirect((int) image.mode().length(image.size()));
        return StandardImage.from(image, PixelLayout.of(image.mode(), WIDTH, HEIGHT, memory));
    }

    private static StandardImage computed(StandardImage image) {
        Stream<SampleRows> rows = image.planar()
                ? image.componentNames().stream().map(image::plane).map(Images::rows)
                : Stream.of(Images.rows(image));
        // a lambda, so that nothing but the samples is known
        return StandardImage.computed(
                image.mode(),
                WIDTH,
                HEIGHT,
                rows.<SampleRows>map(each -> each::read).toArray(SampleRows[]::new));
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
        pixels(copy);
        pixels(image);
    }

    /** Reads and writes each pixel by itself. */
    private static void pixels(ImageLike image) {
        boolean writable = !image.buffer().readOnly();
        int[] samples = new int[image.components()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                Pixel pixel = image.get(x, y);
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = pixel.get(i);
                }
                if (writable) {
                    image.set(x, y, samples);
                }
            }
        }
    }

    /** An image of somebody else. */
    private record Foreign(Mode mode, ImageSize size, ImageBuffer buffer, Map<String, Object> info)
            implements ImageMixin {}

    /** Its bytes, of which no more is known. */
    private record Bytes(byte... bytes) implements ImageBuffer {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public int get(long index) {
            return bytes[(int) index] & 0xff;
        }

        @Override
        public void set(long index, int value) {
            bytes[(int) index] = (byte) value;
        }
    }
}
