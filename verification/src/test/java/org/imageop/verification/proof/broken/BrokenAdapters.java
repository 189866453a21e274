package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.Sharing;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.PhotoSource;
import org.imageop.verification.model.PassingRows;

/** Adapters each of which breaks one rule, as people break it. */
public final class BrokenAdapters {
    private BrokenAdapters() {}

    public static List<Broken> all() {
        return List.of(
                broken("A-2", "an empty object is refused by another exception", new Rude()),
                broken("A-2", "an object is refused without a message", new Mute()),
                broken("A-2", "an image that is too large is refused by another exception", new Overflowing()),
                new Broken(
                        "A-3",
                        "adapter: it is not a service",
                        AdapterChecks.list(new Source(new Unregistered(), true, Map.of()))),
                broken("A-4", "type() is another class", new Misnamed()),
                broken("A-5", "share makes an object of another class", new Confused()),
                broken("A-7", "wrap copies", new Copying()),
                broken("A-7", "wrap copies once, and keeps the copy", new Caching()),
                broken("L-2", "wrap turns the image upside down", new Reversing()),
                broken("A-7", "a grey object becomes an RGB image", new Colouring()),
                broken("A-7", "wrap leaves the last column out", new Narrowing()),
                broken("A-8", "wrap returns null", new Empty()),
                broken("A-8", "copy returns null", new Absent()),
                broken("A-9", "the service loader cannot make it", Hidden.made()),
                broken("A-9", "it remembers the last image", new Remembering()),
                broken("A-9", "all threads copy through one array", new Scratching()),
                broken("B-5", "the image of a read-only object takes writes", new Optimistic()),
                broken("E-3", "an image is made grey before it is refused", new Destroying()),
                broken("S-5", "copies where memory can be shared", new Lazy()),
                broken("S-5", "shares although a copy is demanded", new Clinging()),
                broken("S-6", "source() is another object", new Forgetful()),
                broken("S-7", "a copy is called shared", new Lying()),
                broken("S-7", "a copy has no reason", new Silent()),
                broken("S-7", "a loss is not reported", new Hushing()),
                broken("S-7", "a loss is reported without a word", new Blank()),
                broken("S-7", "a copy is called shared, and has the image's pixels at first", new Lagging()),
                broken("S-7", "a copy has a column more", new Widening()),
                broken("S-7", "the image is changed by the transfer", new Brightening()),
                broken("S-7", "strides are not looked at", new Assuming()),
                broken("S-7", "a part of the image is called shared", new Partial()),
                broken("S-7", "bits and shifts are not looked at", new Shifty()),
                broken("S-7", "a mirrored image is copied although that is forbidden", new Reflecting()),
                broken("S-7", "a copy of floats reports no loss", new Rounding()),
                broken("S-7", "a writable object is reported as read-only", new Modest()),
                broken("S-7", "a read-only object is reported as writable", new Generous()),
                broken("S-7", "a copy is upside down", new Tumbling()),
                broken("S-7", "a copy in other colours is upside down", new Spinning()),
                broken("S-9", "rows are made of something new whenever an object is wrapped", new Baseless()));
    }

    private static Broken broken(String rule, String mistake, ImageAdapter<Photo> adapter) {
        return new Broken(rule, "adapter: " + mistake, AdapterChecks.list(new Source(adapter, false, Map.of())));
    }

    /** All that can be declared of photos. */
    public record Source(ImageAdapter<Photo> adapter, boolean registered, Map<String, String> suppressed)
            implements PhotoSource {
        @Override
        public Map<String, Supplier<? extends Photo>> readOnlyObjects() {
            return Map.of("a fixed photo", () -> {
                Photo photo = Photo.of(3, 2, 6, 5, 4, 3, 2, 1);
                return new Photo(photo.grey().asReadOnlyBuffer(), 3, 2);
            });
        }

        @Override
        public Map<String, Supplier<? extends Photo>> unsupportedObjects() {
            return Map.of("an empty photo", () -> Photo.of(0, 0));
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unsupportedImages() {
            return Map.of("a panorama", () -> StandardImage.of(Mode.L, Photo.WIDEST + 1, 1));
        }
    }

    /** A whole adapter, with which the library is tested. */
    public static final class Whole implements PhotoSource {}

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

    /** Refuses without a word. */
    public static final class Mute extends PhotoAdapter {
        /** For the service loader. */
        public Mute() {}

        @Override
        public ImageLike wrap(Photo photo) {
            if (photo.width() == 0) {
                throw new UnsupportedImageException("");
            }
            return super.wrap(photo);
        }
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

    /** Nobody has registered it. */
    public static final class Unregistered extends PhotoAdapter {
        /** For the service loader. */
        public Unregistered() {}
    }

    /** Names another class. */
    public static final class Misnamed extends PhotoAdapter {
        /** For the service loader. */
        public Misnamed() {}

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Class<Photo> type() {
            return (Class) ByteBuffer.class;
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

    private static Photo duplicate(Photo photo) {
        ByteBuffer copy = ByteBuffer.allocate(photo.grey().capacity())
                .put(photo.grey().duplicate())
                .clear();
        return new Photo(photo.grey().isReadOnly() ? copy.asReadOnlyBuffer() : copy, photo.width(), photo.height());
    }

    /** Copies when it wraps. */
    public static final class Copying extends PhotoAdapter {
        /** For the service loader. */
        public Copying() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return StandardImage.wrapping(photo, layout(duplicate(photo)));
        }
    }

    /** Copies when it wraps for the first time, so that all its images agree. */
    public static final class Caching extends PhotoAdapter {
        private final Map<ByteBuffer, Photo> copies = new WeakHashMap<>();

        /** For the service loader. */
        public Caching() {}

        @Override
        public synchronized ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return StandardImage.wrapping(
                    photo, layout(copies.computeIfAbsent(photo.grey(), grey -> duplicate(photo))));
        }
    }

    /** Takes the last row for the first. */
    public static final class Reversing extends PhotoAdapter {
        /** For the service loader. */
        public Reversing() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return StandardImage.wrapping(photo, layout(photo).flipTopBottom());
        }
    }

    /** Takes grey for three colours. */
    public static final class Colouring extends PhotoAdapter {
        /** For the service loader. */
        public Colouring() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return StandardImage.wrapping(
                    photo, Mode.RGB, photo.width(), photo.height(), (x, y, count, samples, offset) -> {
                        for (int i = 0; i < 3 * count; i++) {
                            samples[offset + i] = photo.at(x + i / 3, y);
                        }
                    });
        }
    }

    /** Wraps nothing. */
    public static final class Empty extends PhotoAdapter {
        /** For the service loader. */
        public Empty() {}

        @Override
        @SuppressWarnings("NullAway")
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return null;
        }
    }

    /** Makes nothing of images in colour. */
    public static final class Absent extends PhotoAdapter {
        /** For the service loader. */
        public Absent() {}

        @Override
        @SuppressWarnings("NullAway")
        public Photo copy(ImageLike image) {
            Photo photo = super.copy(image);
            return image.mode() == Mode.L ? photo : null;
        }
    }

    /** Cannot be made by the service loader. */
    public static final class Hidden extends PhotoAdapter {
        private Hidden() {}

        /** The only way to have one. */
        public static Hidden made() {
            return new Hidden();
        }
    }

    /** Keeps what it was asked last, which nobody needs. */
    public static final class Remembering extends PhotoAdapter {
        private ImageLike last = StandardImage.of(Mode.L, 1, 1);

        /** For the service loader. */
        public Remembering() {}

        @Override
        public synchronized Photo copy(ImageLike image) {
            last = image;
            return super.copy(last);
        }
    }

    /** Spares an array for each copy, and waits in the midst of it until another thread came by. */
    public static final class Scratching extends PhotoAdapter {
        private static final int PATIENCE = 5000;

        private final int[] row = new int[Photo.WIDEST];

        /** For the service loader. */
        public Scratching() {}

        @Override
        public Photo copy(ImageLike image) {
            Photo photo = super.copy(image);
            for (int y = 0; image.mode() == Mode.L && y < photo.height(); y++) {
                for (int x = 0; x < photo.width(); x++) {
                    row[x] = photo.at(x, y);
                }
                int first = row[0];
                for (int i = 0; i < PATIENCE && row[0] == first; i++) {
                    Thread.yield();
                }
                for (int x = 0; x < photo.width(); x++) {
                    photo.put(x, y, row[x]);
                }
            }
            return photo;
        }
    }

    /** Takes every photo for one that can be written. */
    public static final class Optimistic extends PhotoAdapter {
        /** For the service loader. */
        public Optimistic() {}

        @Override
        public ImageLike wrap(Photo photo) {
            ImageLike image = super.wrap(photo);
            if (!photo.grey().isReadOnly()) {
                return image;
            }
            return StandardImage.wrapping(photo, Mode.L, photo.width(), photo.height(), new SampleRows() {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    for (int i = 0; i < count; i++) {
                        samples[offset + i] = photo.at(x + i, y);
                    }
                }

                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    // lost
                }

                @Override
                public boolean readOnly() {
                    return false;
                }
            });
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

    /** Shares although a copy is demanded. */
    public static final class Clinging extends PhotoAdapter {
        /** For the service loader. */
        public Clinging() {}

        @Override
        public Photo copy(ImageLike image) {
            return super.share(image).object().orElseGet(() -> super.copy(image));
        }
    }

    /** Keeps another object than it was given. */
    public static final class Forgetful extends PhotoAdapter {
        /** For the service loader. */
        public Forgetful() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return StandardImage.wrapping(new Photo(photo.grey(), photo.width(), photo.height()), layout(photo));
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

    /** Forgets a column. */
    public static final class Narrowing extends PhotoAdapter {
        /** For the service loader. */
        public Narrowing() {}

        @Override
        public ImageLike wrap(Photo photo) {
            ImageLike image = super.wrap(photo);
            return StandardImage.wrapping(photo, layout(photo).crop(0, 0, image.width() - 1, image.height()));
        }
    }

    /** Adds a column. */
    public static final class Widening extends PhotoAdapter {
        /** For the service loader. */
        public Widening() {}

        @Override
        public Photo copy(ImageLike image) {
            return super.copy(StandardImage.from(image, image.mode(), image.width() + 2, image.height()));
        }
    }

    /** Works on the image itself before it is copied. */
    public static final class Brightening extends PhotoAdapter {
        /** For the service loader. */
        public Brightening() {}

        @Override
        public Photo copy(ImageLike image) {
            if (!image.buffer().readOnly()) {
                image.map(value -> value == 0 ? 0 : value + 1);
            }
            return super.copy(image);
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

    /** Finds numbers of any range as good as bytes. */
    public static final class Rounding extends PhotoAdapter {
        /** For the service loader. */
        public Rounding() {}

        @Override
        public List<String> losses(ImageLike image, Photo copy) {
            boolean ranged = image.buffer()
                    .layout()
                    .filter(layout -> layout.planes().get(0).range() != null)
                    .isPresent();
            return ranged ? List.of() : super.losses(image, copy);
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

    /** Reports no loss. */
    public static final class Hushing extends PhotoAdapter {
        /** For the service loader. */
        public Hushing() {}

        @Override
        public List<String> losses(ImageLike image, Photo copy) {
            return List.of();
        }
    }

    /** Reports that something is lost, but not what. */
    public static final class Blank extends PhotoAdapter {
        /** For the service loader. */
        public Blank() {}

        @Override
        public List<String> losses(ImageLike image, Photo copy) {
            return super.losses(image, copy).isEmpty() ? List.of() : List.of("");
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

    /** Copies the last row first. */
    public static final class Tumbling extends PhotoAdapter {
        /** For the service loader. */
        public Tumbling() {}

        @Override
        public Photo copy(ImageLike image) {
            return super.copy(Views.flipTopBottom(image));
        }
    }

    /** Copies the last row of what is not grey first. */
    public static final class Spinning extends PhotoAdapter {
        /** For the service loader. */
        public Spinning() {}

        @Override
        public Photo copy(ImageLike image) {
            return super.copy(image.mode() == Mode.L ? image : Views.flipTopBottom(image));
        }
    }

    /** Wraps each photo by a reader of its own, and names the reader as the foundation. */
    public static final class Baseless extends PhotoAdapter {
        /** For the service loader. */
        public Baseless() {}

        @Override
        public ImageLike wrap(Photo photo) {
            ImageLike image = super.wrap(photo);
            if (photo.grey().isReadOnly()) {
                return image;
            }
            Object reader = new Object();
            SampleRows rows = new PassingRows(Images.rows(image)) {
                @Override
                public List<?> foundations() {
                    return List.of(reader);
                }
            };
            return StandardImage.wrapping(photo, Mode.L, photo.width(), photo.height(), rows);
        }
    }
}
