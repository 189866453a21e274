package org.imageop.verification.matrix;

import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imglib2.ImgLib2Images;
import org.imageop.tck.engine.Samples;
import org.imageop.tck.engine.Shape;
import org.imageop.verification.library.conversion.ConversionFormulas;
import org.imageop.verification.model.Numbers;
import org.jspecify.annotations.Nullable;

/** A class to hand images on as. */
enum Target {
    BUFFERED_IMAGE(BufferedImage.class),
    WRITABLE_IMAGE(WritableImage.class),
    RANDOM_ACCESSIBLE_INTERVAL(RandomAccessibleInterval.class),
    IMAGE_PROCESSOR(ImageProcessor.class),
    STANDARD_IMAGE(StandardImage.class);

    final Class<?> type;

    Target(Class<?> type) {
        this.type = type;
    }

    /** The mode in which an image is to arrive. */
    Mode mode(Mode source, Object image) {
        return switch (this) {
            case BUFFERED_IMAGE -> source.planar() ? Mode.RGB : source;
            case WRITABLE_IMAGE -> Mode.RGBA;
            case RANDOM_ACCESSIBLE_INTERVAL -> isArgb(image) ? Mode.RGBA : source.planar() ? Mode.RGB : source;
            case IMAGE_PROCESSOR -> new ImageJPixels((ImageProcessor) image).mode();
            case STANDARD_IMAGE -> source;
        };
    }

    /** The pixels that arrived, through the target's own means. */
    Pixels pixels(Object image, Source source) {
        return pixels(image, source.mode(), source.numbers());
    }

    /** The pixels that arrived of samples, or of numbers, which ImgLib2 keeps and others do not. */
    Pixels pixels(Object image, Mode source, @Nullable Numbers numbers) {
        Mode mode = mode(source, image);
        return switch (this) {
            case BUFFERED_IMAGE -> new AwtPixels((BufferedImage) image, mode);
            case WRITABLE_IMAGE -> new FxPixels((WritableImage) image, bufferOf((WritableImage) image), mode);
            case RANDOM_ACCESSIBLE_INTERVAL -> new ImgLib2Pixels((RandomAccessibleInterval<?>) image, mode, numbers);
            case IMAGE_PROCESSOR -> new ImageJPixels((ImageProcessor) image);
            case STANDARD_IMAGE -> new ProtocolPixels((StandardImage) image);
        };
    }

    private static boolean isArgb(Object image) {
        return ((RandomAccessibleInterval<?>) image).getType() instanceof ARGBType;
    }

    /** Images that were made for a transfer have one, which JavaFX itself does not reveal. */
    private static PixelBuffer<?> bufferOf(WritableImage image) {
        return Images.to(image, PixelBuffer.class);
    }

    /** Whether the object itself uses the memory, and does not ask the source for each pixel. */
    boolean onMemory(Object image, Source source) {
        return switch (this) {
            case BUFFERED_IMAGE, WRITABLE_IMAGE, IMAGE_PROCESSOR -> true;
            case RANDOM_ACCESSIBLE_INTERVAL -> {
                // wrapped itself, a live view gives its source back, and the memory of that
                RandomAccessibleInterval<?> pixels = Views.zeroMin((RandomAccessibleInterval<?>) image);
                yield wrapped(pixels, mode(source.mode(), image), source.numbers())
                        .buffer()
                        .layout()
                        .isPresent();
            }
            case STANDARD_IMAGE -> ((StandardImage) image).buffer().layout().isPresent();
        };
    }

    /** An ImgLib2 image with what ImgLib2 does not keep: axes, mode and range. */
    static ImageLike wrapped(RandomAccessibleInterval<?> image, Mode mode, @Nullable Numbers numbers) {
        boolean flat = image.numDimensions() == 2;
        if (numbers == null) {
            return flat ? ImgLib2Images.wrap(image) : ImgLib2Images.wrap(image, 2, mode);
        }
        return flat
                ? ImgLib2Images.wrap(image, mode, numbers.range())
                : ImgLib2Images.wrap(image, 2, mode, numbers.range());
    }

    /** Whether a pixel is, in the target's terms, what it is in the source. */
    boolean same(Mode source, int[] samples, Pixels target, int x, int y) {
        if (target instanceof FxPixels fx) {
            return fx.stored(x, y) == FxPixels.stored(rgba(source, samples));
        }
        int[] arrived = target.get(x, y);
        int[] expected = samples;
        if (this == RANDOM_ACCESSIBLE_INTERVAL && target instanceof ImgLib2Pixels pixels && pixels.argb()) {
            expected = rgba(source, samples);
        } else if (target instanceof ImageJPixels pixels && pixels.mode() != source) {
            expected = converted(source, pixels.mode(), samples);
        } else if (this != STANDARD_IMAGE && source.planar()) {
            expected = Arrays.copyOf(rgba(source, samples), 3);
        }
        return Arrays.equals(arrived, expected);
    }

    /** 8-bit straight red, green, blue, alpha of a pixel; of a planar one, of many like it. */
    static int[] rgba(Mode mode, int... samples) {
        return converted(mode, Mode.RGBA, samples);
    }

    /** A pixel in another mode; of a planar one, of many like it. */
    private static int[] converted(Mode mode, Mode to, int... samples) {
        Samples alike = new Samples(new Shape(mode, 2, 2));
        alike.each((c, x, y) -> alike.of[c][y][x] = samples[c]);
        return ConversionFormulas.convert(alike, to).pixel(0, 0);
    }
}
