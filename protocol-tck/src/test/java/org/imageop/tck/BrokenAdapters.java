package org.imageop.tck;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;
import org.imageop.tck.PhotoAdapter.Photo;

/** Adapters each of which breaks one rule, as people break it. */
public final class BrokenAdapters {
    private BrokenAdapters() {}

    static List<Broken> all() {
        return List.of(
                broken("A-7", "wrap copies", new Copying()),
                broken("S-6", "source() is another object", new Forgetful()),
                broken("A-2", "an empty object is refused by another exception", new Rude()),
                broken("S-5", "copies although that is forbidden", new Disobedient()),
                broken("S-7", "a copy is called shared", new Lying()),
                broken("S-7", "a copy has no reason", new Silent()),
                broken("A-9", "the service loader cannot make it", new Hidden()));
    }

    private static Broken broken(String rule, String mistake, ImageAdapter<Photo> adapter) {
        return new Broken(rule, "adapter: " + mistake, Kit.ofAdapter(new Source(adapter, Map.of())));
    }

    /** What the adapters of photos are tested with. */
    record Source(ImageAdapter<Photo> adapter, Map<String, String> suppressed) implements AdapterSource<Photo> {
        @Override
        public Map<String, Supplier<? extends Photo>> objects() {
            return Map.of("a photo", () -> new Photo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}), 3, 2));
        }

        @Override
        public Map<String, Supplier<? extends Photo>> unsupportedObjects() {
            return Map.of("an empty photo", () -> new Photo(ByteBuffer.allocate(0), 0, 0));
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            return Map.of("a grey image", () -> StandardImage.filled(Mode.L, 3, 2, 77));
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            return Map.of("an RGB image", () -> StandardImage.filled(Mode.RGB, 3, 2, 7, 8, 9));
        }
    }

    /** Copies when it wraps. */
    public static final class Copying extends PhotoAdapter {
        /** For the service loader. */
        public Copying() {}

        @Override
        public ImageLike wrap(Photo photo) {
            ByteBuffer copy = ByteBuffer.allocate(photo.grey().capacity())
                    .put(photo.grey().duplicate())
                    .clear();
            super.wrap(photo);
            return WrappedImage.of(photo, layout(new Photo(copy, photo.width(), photo.height())));
        }
    }

    /** Keeps another object than it was given. */
    public static final class Forgetful extends PhotoAdapter {
        /** For the service loader. */
        public Forgetful() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return WrappedImage.of(new Photo(photo.grey(), photo.width(), photo.height()), layout(photo));
        }
    }

    /** Refuses with an exception of its own. */
    public static final class Rude extends PhotoAdapter {
        /** For the service loader. */
        public Rude() {}

        @Override
        public ImageLike wrap(Photo photo) {
            if (photo.width() == 0) {
                throw new IllegalStateException("empty");
            }
            return super.wrap(photo);
        }
    }

    /** Copies although that is forbidden. */
    public static final class Disobedient extends PhotoAdapter {
        /** For the service loader. */
        public Disobedient() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            return super.export(image, copy == Copy.NEVER ? Copy.IF_NEEDED : copy);
        }
    }

    /** Says that copies are shared. */
    public static final class Lying extends PhotoAdapter {
        /** For the service loader. */
        public Lying() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? Transfer.shared(copied(image), true) : transfer;
        }
    }

    /** Gives no reason. */
    public static final class Silent extends PhotoAdapter {
        /** For the service loader. */
        public Silent() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? transfer : Transfer.copied(transfer.image(), " ", transfer.losses());
        }
    }

    /** Cannot be made by the service loader. */
    static final class Hidden extends PhotoAdapter {}
}
