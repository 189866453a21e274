package org.imageop.internal.lookup;

import java.util.Objects;
import java.util.Optional;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImageProvider;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.spi.HandingOn;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;

/** Finds who knows an object or makes a class: the protocol itself, or an adapter. */
public final class ImageLookup {
    /** Makes standard images, as the adapters of others make theirs. */
    private static final ImageAdapter<StandardImage> STANDARD = new ImageAdapter<>() {
        @Override
        public Class<StandardImage> type() {
            return StandardImage.class;
        }

        @Override
        public ImageLike wrap(StandardImage image) {
            return image;
        }

        @Override
        public Sharing<StandardImage> share(ImageLike image) {
            return Sharing.of(StandardImage.wrap(image));
        }

        @Override
        public StandardImage copy(ImageLike image) {
            return StandardImage.from(image);
        }
    };

    private ImageLookup() {}

    /** The image that an object is. */
    public static ImageLike wrap(Object object) {
        if (object instanceof ImageLike image) {
            return image;
        }
        Objects.requireNonNull(object, "image");
        if (object instanceof ImageProvider provider) {
            return provided(provider);
        }
        ImageAdapter<?> adapter = AdapterRegistry.forObject(object);
        if (adapter == null) {
            throw new UnsupportedImageException("A " + object.getClass().getName()
                    + " is not an image that any adapter knows. " + Misses.explain(object.getClass(), true)
                    + " [errors.md#no-adapter]");
        }
        return wrap(adapter, object);
    }

    private static ImageLike provided(ImageProvider provider) {
        ImageLike image = provider.imageLike();
        if (image == null) {
            throw new IllegalStateException(provider.getClass().getName()
                    + " returned null as its image; that is a bug of the class [errors.md#contradiction]");
        }
        return image;
    }

    private static <A> ImageLike wrap(ImageAdapter<A> adapter, Object object) {
        ImageLike image = adapter.wrap(adapter.type().cast(object));
        if (image == null) {
            throw new IllegalStateException("The adapter " + adapter.getClass().getName() + " returned null for a "
                    + object.getClass().getName() + "; that is a bug of the adapter [errors.md#adapter-bug]");
        }
        return image;
    }

    /** Whether an object is of a class that {@link #wrap} knows. */
    public static boolean knows(Object object) {
        return object instanceof ImageLike
                || object instanceof ImageProvider
                || AdapterRegistry.forObject(object) != null;
    }

    /** Turns an object into one of another class. */
    public static <T> Transfer<T> transfer(Object object, Class<T> type, Copy copy) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(copy, "copy");
        ImageLike image = wrap(object);
        if (copy != Copy.ALWAYS) {
            Optional<T> same = type.isInstance(object) ? Optional.of(type.cast(object)) : unwrapped(image, type);
            if (same.isPresent()) {
                return Transfer.shared(same.get(), !image.buffer().readOnly());
            }
        }
        boolean standard = ImageLike.class.isAssignableFrom(type) && type.isAssignableFrom(StandardImage.class);
        ImageAdapter<?> adapter = standard ? STANDARD : AdapterRegistry.forType(type);
        if (adapter == null) {
            throw new UnsupportedImageException("No adapter makes a " + type.getName() + " of an image. "
                    + Misses.explain(type, false) + " [errors.md#no-adapter]");
        }
        return HandingOn.transfer(adapter, image, copy).map(type::cast);
    }

    /** The image, or the object whose pixels it shows; neither for a snapshot, which is a copy of the object's (S-13). */
    private static <T> Optional<T> unwrapped(ImageLike image, Class<T> type) {
        return HandingOn.snapshotReason(image).isPresent() ? Optional.empty() : HandingOn.unwrap(image, type);
    }
}
