package org.imageop.imglib2;

import java.nio.IntBuffer;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.AlphaType;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;

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

    /** As {@link ImgLib2Images#toRandomAccessibleInterval(Object)}; views count as shared. */
    @Override
    public Transfer<RandomAccessibleInterval<?>> export(ImageLike image, Copy copy) {
        Mode mode = image.mode();
        if (mode.planar()) {
            if (copy == Copy.NEVER) {
                throw new CopyRequiredException(
                        "An image of mode " + mode + " cannot be shared with ImgLib2, which has no planes of"
                                + " different sizes; hand on one plane with image.plane(\"y\"), \"cr\" or \"cb\", or"
                                + " allow a copy with Copy.IF_NEEDED [errors.md#copy-required]");
            }
            return Transfer.copied(
                    of(StandardImage.from(image, Mode.RGB)),
                    "ImgLib2 has no planes of different sizes, so the image was converted to RGB",
                    List.of(mode + " → RGB"));
        }
        if (copy == Copy.ALWAYS) {
            return Transfer.copied(of(copy(image)), "a copy was asked for", List.of());
        }
        return Transfer.shared(of(image), !image.buffer().readOnly());
    }

    private static RandomAccessibleInterval<?> of(ImageLike image) {
        return Exporting.packedInInts(image)
                ? Exporting.argb(image)
                : Exporting.components(image, image.mode().components() == 1 ? Axes.NONE : 2);
    }

    /** A copy that becomes an image of the same pixel type and dimensions as the image itself would. */
    private static ImageLike copy(ImageLike image) {
        if (!Exporting.packedInInts(image)) {
            return StandardImage.from(image);
        }
        ImageSize size = image.size();
        int width = size.width();
        IntBuffer memory = IntBuffer.allocate(Math.multiplyExact(width, size.height()));
        StandardImage copy = StandardImage.wrap(PixelLayout.of(
                Mode.RGBA,
                width,
                size.height(),
                AlphaType.STRAIGHT,
                Plane.packed(memory, 0, 1, width, 16, 8),
                Plane.packed(memory, 0, 1, width, 8, 8),
                Plane.packed(memory, 0, 1, width, 0, 8),
                Plane.packed(memory, 0, 1, width, 24, 8)));
        Images.copy(image, copy);
        return copy;
    }
}
