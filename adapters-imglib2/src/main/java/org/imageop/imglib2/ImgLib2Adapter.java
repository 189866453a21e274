package org.imageop.imglib2;

import java.nio.IntBuffer;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.spi.Sharing;

/**
 * Makes {@link RandomAccessibleInterval} known to {@link Images}; {@link ImgLib2Images} says what becomes of what.
 * It has no state, and several threads may use it at once.
 */
public final class ImgLib2Adapter implements ImageAdapter<RandomAccessibleInterval<?>> {
    /** Made by the service loader. */
    public ImgLib2Adapter() {}

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    public Class<RandomAccessibleInterval<?>> type() {
        return (Class<RandomAccessibleInterval<?>>) (Class<?>) RandomAccessibleInterval.class;
    }

    /** As {@link ImgLib2Images#wrap(RandomAccessibleInterval)}. */
    @Override
    public ImageLike wrap(RandomAccessibleInterval<?> image) {
        return ImgLib2Images.wrap(image);
    }

    /** Views count as shared. */
    @Override
    public Sharing<RandomAccessibleInterval<?>> share(ImageLike image) {
        return image.mode().planar()
                ? Sharing.impossible("ImgLib2 has no planes of different sizes; hand on one plane with"
                        + " image.plane(\"y\"), \"cr\" or \"cb\"")
                : Sharing.of(of(image));
    }

    @Override
    public RandomAccessibleInterval<?> copy(ImageLike image) {
        return of(image.mode().planar() ? StandardImage.from(image, Mode.RGB) : copyOf(image));
    }

    @Override
    public List<String> losses(ImageLike image, RandomAccessibleInterval<?> copy) {
        // which dimension holds the components is not written in a copy
        return Losses.between(
                image,
                copy.numDimensions() == 2
                        ? ImgLib2Images.wrap(copy)
                        : ImgLib2Images.wrap(copy, 2, image.mode().planar() ? Mode.RGB : image.mode()));
    }

    private static RandomAccessibleInterval<?> of(ImageLike image) {
        return Exporting.packedInInts(image)
                ? Exporting.argb(image)
                : Exporting.components(image, image.mode().components() == 1 ? Axes.NONE : 2);
    }

    /** A copy that becomes an image of the same pixel type and dimensions as the image itself would. */
    private static ImageLike copyOf(ImageLike image) {
        if (!Exporting.packedInInts(image)) {
            return StandardImage.from(image);
        }
        ImageSize size = image.size();
        IntBuffer memory = IntBuffer.allocate(Math.multiplyExact(size.width(), size.height()));
        StandardImage copy =
                StandardImage.wrap(PixelLayout.argb(memory, size.width(), size.height(), AlphaType.STRAIGHT));
        Images.copy(image, copy);
        return copy;
    }
}
