package org.imageop.imglib2.wrapping;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.cell.CellImg;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.transform.integer.shear.AbstractShearTransform;
import net.imglib2.view.ExtendedRandomAccessibleInterval;
import net.imglib2.view.MixedTransformView;
import net.imglib2.view.TransformedRandomAccessible;
import org.imageop.Images;
import org.imageop.imglib2.geometry.Box;
import org.imageop.imglib2.geometry.ConcurrentView;
import org.imageop.imglib2.geometry.Extension;
import org.imageop.imglib2.geometry.Footprint;
import org.imageop.imglib2.live.LiveImage;
import org.imageop.imglib2.pixels.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * Whether several threads may read an image at once (T-8): if all its pixels lie in ImgLib2's own images in memory, under
 * ImgLib2's own views, or under a view that declares it. Converters, functions, lists and loaders run the code of others.
 */
final class ThreadSafety implements Footprint.Visitor {
    private static final String ACCESS = "net.imglib2.img.basictypeaccess.";
    private static final String TYPES = "net.imglib2.type.";

    private boolean safe = true;

    private ThreadSafety() {}

    /** Whether several threads may read an image whose pixels are of some type. */
    static boolean of(RandomAccessibleInterval<?> image, PixelType type) {
        ThreadSafety threads = new ThreadSafety();
        threads.safe = type.type().getName().startsWith(TYPES);
        Footprint.visit(image, Box.of(image), threads);
        return threads.safe;
    }

    @Override
    public boolean through(RandomAccessible<?> view, @Nullable Box box) {
        if (view instanceof ConcurrentView<?>) {
            return false;
        }
        if (view instanceof ExtendedRandomAccessibleInterval<?, ?> extended) {
            safe &= Extension.isKnown(extended);
        } else if (view instanceof TransformedRandomAccessible<?> transformed) {
            safe &= view instanceof MixedTransformView<?>
                    || transformed.getTransformToSource() instanceof AbstractShearTransform;
        } else {
            safe &= !Footprint.isConverter(view);
        }
        return safe;
    }

    @Override
    public void end(RandomAccessible<?> node, @Nullable Box box) {
        safe &= inMemory(node);
    }

    private static boolean inMemory(RandomAccessible<?> node) {
        if (node instanceof LiveImage<?> live) {
            return Images.rows(live.image()).concurrent();
        } else if (node instanceof ArrayImg<?, ?> image) {
            return isMemory(image.update(null));
        } else if (node instanceof PlanarImg<?, ?> image) {
            return isMemory(image.getPlane(0));
        }
        return node instanceof CellImg<?, ?> image && isMemory(image.getAccessType());
    }

    private static boolean isMemory(Object access) {
        return access.getClass().getName().startsWith(ACCESS);
    }
}
