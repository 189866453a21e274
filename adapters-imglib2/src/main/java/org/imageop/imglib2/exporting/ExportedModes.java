package org.imageop.imglib2.exporting;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import net.imglib2.RandomAccessibleInterval;
import org.imageop.Mode;
import org.jspecify.annotations.Nullable;

/** What the components of images that were made here are, which ImgLib2 does not keep. */
public final class ExportedModes {
    private static final Map<RandomAccessibleInterval<?>, Components> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Components along an axis.
     *
     * @param axis the dimension that counts them
     * @param mode the mode whose components they are
     */
    public record Components(int axis, Mode mode) {}

    private ExportedModes() {}

    /** Keeps in mind what an image was made of, as long as there is the image. */
    static <I extends RandomAccessibleInterval<?>> I with(I image, int axis, Mode mode) {
        KNOWN.put(image, new Components(axis, mode));
        return image;
    }

    /** The components of an image that was made here, or null. */
    public static @Nullable Components of(RandomAccessibleInterval<?> image) {
        return KNOWN.get(image);
    }
}
