package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.imageop.Copy;
import org.imageop.CopyRequiredException;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.imageop.spi.ImageAdapter;
import org.imageop.spi.WrappedImage;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.PhotoSource;

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
                broken("A-5", "export makes an object of another class", new Confused()),
                broken("A-7", "wrap copies", new Copying()),
                broken("A-7", "wrap copies once, and keeps the copy", new Caching()),
                broken("A-7", "wrap turns the image upside down", new Reversing()),
                broken("A-7", "a grey object becomes an RGB image", new Colouring()),
                broken("A-7", "wrap leaves the last column out", new Narrowing()),
                broken("A-8", "wrap returns null", new Empty()),
                broken("A-8", "export returns null for what cannot be shared", new Absent()),
                broken("A-9", "the service loader cannot make it", new Hidden()),
                broken("A-9", "it remembers the last image", new Remembering()),
                broken("A-9", "all threads copy through one array", new Scratching()),
                broken("B-5", "the image of a read-only object takes writes", new Optimistic()),
                broken("E-3", "an image is made grey before it is refused", new Destroying()),
                broken("S-5", "copies although that is forbidden", new Disobedient()),
                broken("S-5", "copies where memory can be shared", new Lazy()),
                broken("S-5", "shares although a copy is demanded", new Clinging()),
                broken("S-6", "source() is another object", new Forgetful()),
                broken("S-7", "a copy is called shared", new Lying()),
                broken("S-7", "a copy has no reason", new Silent()),
                broken("S-7", "a loss is not told", new Hushing()),
                broken("S-7", "a loss is told without a word", new Blank()),
                broken("S-7", "a copy is called shared, and has the image's pixels at first", new Lagging()),
                broken("S-7", "a copy has a column more", new Widening()),
                broken("S-7", "the image is changed by being handed on", new Brightening()),
                broken("S-7", "strides are not looked at", new Assuming()),
                broken("S-7", "a part of the image is called shared", new Partial()),
                broken("S-7", "what can be written is said not to be", new Modest()),
                broken("S-7", "what is read-only is said to be writable", new Generous()),
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
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            if (image.width() > Photo.WIDEST) {
                throw new IndexOutOfBoundsException("column " + Photo.WIDEST);
            }
            return super.export(image, copy);
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
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            Object memory = transfer.image().grey();
            return transfer.shared()
                    ? (Transfer) Transfer.shared(memory, transfer.writable())
                    : (Transfer) Transfer.copied(memory, transfer.reason().orElseThrow(), transfer.losses());
        }
    }

    private static Photo copy(Photo photo) {
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
            return WrappedImage.of(photo, layout(copy(photo)));
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
            return WrappedImage.of(photo, layout(copies.computeIfAbsent(photo.grey(), grey -> copy(photo))));
        }
    }

    /** Takes the last row for the first. */
    public static final class Reversing extends PhotoAdapter {
        /** For the service loader. */
        public Reversing() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return WrappedImage.of(photo, layout(photo).flipTopBottom());
        }
    }

    /** Takes grey for three colours. */
    public static final class Colouring extends PhotoAdapter {
        /** For the service loader. */
        public Colouring() {}

        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return WrappedImage.of(photo, Mode.RGB, photo.width(), photo.height(), (x, y, count, samples, offset) -> {
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
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return image.mode() == Mode.L ? transfer : null;
        }
    }

    /** Cannot be made by the service loader. */
    public static final class Hidden extends PhotoAdapter {}

    /** Keeps what it was asked last, which nobody needs. */
    public static final class Remembering extends PhotoAdapter {
        private ImageLike last = StandardImage.of(Mode.L, 1, 1);

        /** For the service loader. */
        public Remembering() {}

        @Override
        public synchronized Transfer<Photo> export(ImageLike image, Copy copy) {
            last = image;
            return super.export(last, copy);
        }
    }

    /** Spares an array for each copy, and waits in the midst of it until another thread came by. */
    public static final class Scratching extends PhotoAdapter {
        private static final int PATIENCE = 5000;

        private final int[] row = new int[Photo.WIDEST];

        /** For the service loader. */
        public Scratching() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            if (copy == Copy.ALWAYS && image.mode() == Mode.L) {
                Photo photo = transfer.image();
                for (int y = 0; y < photo.height(); y++) {
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
            }
            return transfer;
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
            return WrappedImage.of(photo, Mode.L, photo.width(), photo.height(), new SampleRows() {
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

    /** Makes the image grey in place, then finds out that it may not be copied. */
    public static final class Destroying extends PhotoAdapter {
        /** For the service loader. */
        public Destroying() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            try {
                return super.export(image, copy);
            } catch (CopyRequiredException e) {
                if (image.mode() == Mode.RGB && !image.buffer().readOnly()) {
                    image.map(value -> 128);
                }
                throw e;
            }
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

    /** Copies unless that is forbidden. */
    public static final class Lazy extends PhotoAdapter {
        /** For the service loader. */
        public Lazy() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            return super.export(image, copy == Copy.IF_NEEDED ? Copy.ALWAYS : copy);
        }
    }

    /** Shares although a copy is demanded. */
    public static final class Clinging extends PhotoAdapter {
        /** For the service loader. */
        public Clinging() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            return super.export(image, copy == Copy.ALWAYS ? Copy.IF_NEEDED : copy);
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

    /** Says that an empty photo is the image. */
    public static final class Lying extends PhotoAdapter {
        /** For the service loader. */
        public Lying() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared()
                    ? Transfer.shared(Photo.of(image.width(), image.height()), transfer.writable())
                    : transfer;
        }
    }

    /** Says that copies are shared. */
    public static final class Lagging extends PhotoAdapter {
        /** For the service loader. */
        public Lagging() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? Transfer.shared(copied(image), transfer.writable()) : transfer;
        }
    }

    /** Shares the brightness of an image and says nothing of its colours. */
    public static final class Partial extends PhotoAdapter {
        /** For the service loader. */
        public Partial() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            return super.export(image.mode() == Mode.JPEG_YV12 && copy != Copy.ALWAYS ? image.plane("y") : image, copy);
        }
    }

    /** Forgets a column. */
    public static final class Narrowing extends PhotoAdapter {
        /** For the service loader. */
        public Narrowing() {}

        @Override
        public ImageLike wrap(Photo photo) {
            ImageLike image = super.wrap(photo);
            return WrappedImage.of(photo, layout(photo).crop(0, 0, image.width() - 1, image.height()));
        }
    }

    /** Adds a column. */
    public static final class Widening extends PhotoAdapter {
        /** For the service loader. */
        public Widening() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            if (transfer.shared()) {
                return transfer;
            }
            Photo wider = copied(StandardImage.from(image, image.mode(), image.width() + 2, image.height()));
            return Transfer.copied(wider, transfer.reason().orElseThrow(), transfer.losses());
        }
    }

    /** Works on the image itself before it is copied. */
    public static final class Brightening extends PhotoAdapter {
        /** For the service loader. */
        public Brightening() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            if (copy == Copy.ALWAYS && !image.buffer().readOnly()) {
                image.map(value -> value == 0 ? 0 : value + 1);
            }
            return super.export(image, copy);
        }
    }

    /** Takes all grey bytes in an array for canonical ones. */
    public static final class Assuming extends PhotoAdapter {
        /** For the service loader. */
        public Assuming() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            boolean bytes = image.buffer()
                    .layout()
                    .filter(layout -> layout.mode() == Mode.L
                            && layout.planes().get(0).memory() instanceof ByteBuffer memory
                            && memory.capacity()
                                    >= layout.size().width() * layout.size().height())
                    .isPresent();
            return bytes && copy != Copy.ALWAYS && image.width() <= Photo.WIDEST
                    ? Transfer.shared(shared(image), !image.buffer().readOnly())
                    : super.export(image, copy);
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

    /** Tells no loss. */
    public static final class Hushing extends PhotoAdapter {
        /** For the service loader. */
        public Hushing() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared()
                    ? transfer
                    : Transfer.copied(transfer.image(), transfer.reason().orElseThrow(), List.of());
        }
    }

    /** Tells that something is lost, but not what. */
    public static final class Blank extends PhotoAdapter {
        /** For the service loader. */
        public Blank() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.losses().isEmpty()
                    ? transfer
                    : Transfer.copied(transfer.image(), transfer.reason().orElseThrow(), List.of(""));
        }
    }

    /** Says that photos cannot be written. */
    public static final class Modest extends PhotoAdapter {
        /** For the service loader. */
        public Modest() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? Transfer.shared(transfer.image(), false) : transfer;
        }
    }

    /** Says that all photos can be written. */
    public static final class Generous extends PhotoAdapter {
        /** For the service loader. */
        public Generous() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? Transfer.shared(transfer.image(), true) : transfer;
        }
    }

    /** Copies the last row first. */
    public static final class Tumbling extends PhotoAdapter {
        /** For the service loader. */
        public Tumbling() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared()
                    ? transfer
                    : Transfer.copied(
                            copied(Views.flipTopBottom(image)),
                            transfer.reason().orElseThrow(),
                            transfer.losses());
        }
    }

    /** Copies the last row of what is not grey first. */
    public static final class Spinning extends PhotoAdapter {
        /** For the service loader. */
        public Spinning() {}

        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return image.mode() == Mode.L
                    ? transfer
                    : Transfer.copied(
                            copied(Views.flipTopBottom(image)),
                            transfer.reason().orElseThrow(),
                            transfer.losses());
        }
    }

    /** Wraps each photo by a reader of its own, and says that the pixels are of that. */
    public static final class Baseless extends PhotoAdapter {
        /** For the service loader. */
        public Baseless() {}

        @Override
        public ImageLike wrap(Photo photo) {
            ImageLike image = super.wrap(photo);
            if (photo.grey().isReadOnly()) {
                return image;
            }
            SampleRows rows = Images.rows(image);
            Object reader = new Object();
            return WrappedImage.of(photo, Mode.L, photo.width(), photo.height(), new SampleRows() {
                @Override
                public void read(int x, int y, int count, int[] samples, int offset) {
                    rows.read(x, y, count, samples, offset);
                }

                @Override
                public void write(int x, int y, int count, int[] samples, int offset) {
                    rows.write(x, y, count, samples, offset);
                }

                @Override
                public boolean readOnly() {
                    return false;
                }

                @Override
                public Object base() {
                    return reader;
                }
            });
        }
    }
}
