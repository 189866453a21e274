package org.imageop.cli.convert;

import java.awt.image.BufferedImage;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Transfer;
import org.imageop.cli.command.Converters;
import org.imageop.imglib2.ImgLib2Images;
import picocli.CommandLine.ITypeConverter;

/** A library that an image can pass through on its way. */
public enum ViaLibrary {
    AWT(BufferedImage.class),
    JAVAFX(WritableImage.class),
    IMGLIB2(RandomAccessibleInterval.class);

    private final Class<?> type;

    ViaLibrary(Class<?> type) {
        this.type = type;
    }

    /** Reads a name. */
    static final class FromText implements ITypeConverter<ViaLibrary> {
        @Override
        public ViaLibrary convert(String text) {
            return Converters.constant(ViaLibrary.class, "library", text);
        }
    }

    /** Transfers an image to an object of the library. */
    Transfer<?> transfer(ImageLike image) {
        return Images.transfer(image, type, Copy.IF_NEEDED);
    }

    /**
     * The image that {@link #transfer} made.
     *
     * @param object an object of this library or of one before it
     * @param sent the mode of the image that was sent
     */
    public static ImageLike accept(Object object, Mode sent) {
        // ImgLib2 does not know that the third axis counts components, nor what they mean
        return object instanceof RandomAccessibleInterval<?> image && image.numDimensions() == 3
                ? ImgLib2Images.wrap(image, 2, sent.planar() ? Mode.RGB : sent)
                : Images.of(object);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
