package org.imageop.imglib2.adapters;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.imglib2.exporting.ToRandomAccessibleInterval;
import org.imageop.imglib2.geometry.Axes;
import org.imageop.imglib2.pixels.NumberType;
import org.imageop.imglib2.wrapping.FromRandomAccessibleInterval;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Losses;
import org.imageop.spi.Sharing;

/** {@link RandomAccessibleInterval}. */
public final class RandomAccessibleIntervalAdapter implements ImageAdapter<RandomAccessibleInterval<?>> {
    /** For the service loader. */
    public RandomAccessibleIntervalAdapter() {}

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    public Class<RandomAccessibleInterval<?>> type() {
        return (Class<RandomAccessibleInterval<?>>) (Class<?>) RandomAccessibleInterval.class;
    }

    @Override
    public ImageLike wrap(RandomAccessibleInterval<?> image) {
        return FromRandomAccessibleInterval.wrap(image, Axes.NONE, null, null);
    }

    /** Live views count as shared. */
    @Override
    public Sharing<RandomAccessibleInterval<?>> share(ImageLike image) {
        return image.mode().planar()
                ? Sharing.impossible("ImgLib2 has no planes of different sizes; transfer one plane with"
                        + " image.plane(\"y\"), \"cr\" or \"cb\"")
                : Sharing.of(ToRandomAccessibleInterval.of(image));
    }

    @Override
    public RandomAccessibleInterval<?> copy(ImageLike image) {
        return ToRandomAccessibleInterval.copy(image);
    }

    /** Finds numbers of a range in the copy, though ImgLib2 does not keep the range. */
    @Override
    public List<String> losses(ImageLike image, RandomAccessibleInterval<?> copy) {
        NumberType numbers = NumberType.of(image).orElse(null);
        if (numbers != null && numbers.isInstance(copy.getType())) {
            // the type of the image's own numbers: the copy has them all, but not the info
            return Losses.between(
                    image, StandardImage.computed(image.mode(), image.width(), image.height(), Images.rows(image)));
        }
        return ImageAdapter.super.losses(image, copy);
    }
}
