package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.spi.Sharing;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;

/** Adapters whose {@code share} breaks one rule each, as people break it. */
final class BrokenShares {
    private BrokenShares() {}

    static List<Broken> all() {
        return List.of(
                BrokenAdapters.broken(
                        "A-2", "an image that is too large is refused by another exception", new Overflowing()),
                BrokenAdapters.broken("A-5", "share makes an object of another class", new Confused()),
                BrokenAdapters.broken("E-3", "an image is made grey before it is refused", new Destroying()),
                BrokenAdapters.broken("S-5", "copies where memory can be shared", new Lazy()),
                BrokenAdapters.broken("S-7", "a copy is called shared", new Lying()),
                BrokenAdapters.broken(
                        "S-7", "a copy is called shared, and has the image's pixels at first", new Lagging()),
                BrokenAdapters.broken("S-7", "a part of the image is called shared", new Partial()),
                BrokenAdapters.broken("S-7", "strides are not looked at", new Assuming()),
                BrokenAdapters.broken("S-7", "bits and shifts are not looked at", new Shifty()),
                BrokenAdapters.broken("S-7", "a mirrored image is copied although that is forbidden", new Reflecting()),
                BrokenAdapters.broken("S-7", "a copy has no reason", new Silent()),
                BrokenAdapters.broken("S-7", "a writable object is reported as read-only", new Modest()),
                BrokenAdapters.broken("S-7", "what is read-only is said to be writable", new Generous()));
    }

    /** Finds out too late that there are too many columns. */
    public static final class Overflowing extends PhotoAdapter {
        /** For the service loader. */
        public Overflowing() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            check(image);
            return super.share(image);
        }

        @Override
        public Photo copy(ImageLike image) {
            check(image);
            return super.copy(image);
        }

        private static void check(ImageLike image) {
            if (image.width() > Photo.WIDEST) {
                throw new IndexOutOfBoundsException("column " + Photo.WIDEST);
            }
        }
    }

    /** Makes the memory of a photo instead of a photo. */
    public static final class Confused extends PhotoAdapter {
        /** For the service loader. */
        public Confused() {}

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Sharing<Photo> share(ImageLike image) {
            Sharing<Photo> sharing = super.share(image);
            return sharing.object().isPresent()
                    ? (Sharing) Sharing.of(sharing.object().orElseThrow().grey())
                    : sharing;
        }
    }

    /** Makes an image grey in place, then finds that it has too many columns. */
    public static final class Destroying extends PhotoAdapter {
        /** For the service loader. */
        public Destroying() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            if (image.width() > Photo.WIDEST) {
                image.map(value -> 128);
            }
            return super.share(image);
        }
    }

    /** Shares nothing. */
    public static final class Lazy extends PhotoAdapter {
        /** For the service loader. */
        public Lazy() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            super.share(image);
            return Sharing.impossible("a copy is simpler");
        }
    }

    /** Says that an empty photo is the image. */
    public static final class Lying extends PhotoAdapter {
        /** For the service loader. */
        public Lying() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            Sharing<Photo> sharing = super.share(image);
            return sharing.object().isPresent() ? Sharing.of(Photo.of(image.width(), image.height())) : sharing;
        }
    }

    /** Says that copies are shared. */
    public static final class Lagging extends PhotoAdapter {
        /** For the service loader. */
        public Lagging() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            Sharing<Photo> sharing = super.share(image);
            return sharing.object().isPresent() ? Sharing.of(copied(image)) : sharing;
        }
    }

    /** Shares the brightness of an image and does not report its colours. */
    public static final class Partial extends PhotoAdapter {
        /** For the service loader. */
        public Partial() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            return super.share(image.mode() == Mode.JPEG_YV12 ? image.plane("y") : image);
        }
    }

    /** Takes all grey bytes in an array for canonical ones. */
    public static final class Assuming extends PhotoAdapter {
        /** For the service loader. */
        public Assuming() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            boolean bytes = image.buffer()
                    .layout()
                    .filter(layout -> layout.mode() == Mode.L
                            && layout.planes().get(0).memory() instanceof ByteBuffer memory
                            && memory.capacity()
                                    >= layout.size().width() * layout.size().height())
                    .isPresent();
            return bytes && image.width() <= Photo.WIDEST ? Sharing.of(shared(image)) : super.share(image);
        }
    }

    /** Takes every byte of a pixel for all of its bits. */
    public static final class Shifty extends PhotoAdapter {
        /** For the service loader. */
        public Shifty() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            PixelLayout layout = image.buffer().layout().orElse(null);
            if (layout == null || layout.mode() != Mode.L || image.width() > Photo.WIDEST) {
                return super.share(image);
            }
            Plane grey = layout.planes().get(0);
            return grey.memory() instanceof ByteBuffer bytes
                            && grey.range() == null
                            && grey.offset() == 0
                            && grey.pixelStride() == 1
                            && grey.lineStride() == image.width()
                    ? Sharing.of(new Photo(bytes, image.width(), image.height()))
                    : super.share(image);
        }
    }

    /** Copies mirrored images, and reports that they are shared. */
    public static final class Reflecting extends PhotoAdapter {
        /** For the service loader. */
        public Reflecting() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            boolean mirrored = image.mode() == Mode.L
                    && image.buffer()
                            .layout()
                            .filter(layout -> layout.planes().get(0).pixelStride() < 0)
                            .isPresent();
            return mirrored ? Sharing.of(copied(image)) : super.share(image);
        }
    }

    /** Gives no reason. */
    public static final class Silent extends PhotoAdapter {
        /** For the service loader. */
        public Silent() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            Sharing<Photo> sharing = super.share(image);
            return sharing.object().isPresent() ? sharing : Sharing.impossible(" ");
        }
    }

    /** Says that photos cannot be written. */
    public static final class Modest extends PhotoAdapter {
        /** For the service loader. */
        public Modest() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            Sharing<Photo> sharing = super.share(image);
            return sharing.object().map(Sharing::readOnly).orElse(sharing);
        }
    }

    /** Says that a photo can be written which cannot. */
    public static final class Generous extends PhotoAdapter {
        /** For the service loader. */
        public Generous() {}

        @Override
        public Sharing<Photo> share(ImageLike image) {
            Sharing<Photo> sharing = super.share(image);
            return sharing.object()
                    .map(photo -> Sharing.of(new Photo(photo.grey().asReadOnlyBuffer(), photo.width(), photo.height())))
                    .orElse(sharing);
        }
    }
}
