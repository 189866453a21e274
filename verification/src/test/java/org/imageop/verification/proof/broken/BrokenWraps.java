package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.model.PassingRows;

/** Adapters whose {@code wrap} breaks one rule each, as people break it. */
final class BrokenWraps {
    private BrokenWraps() {}

    static List<Broken> all() {
        return List.of(
                BrokenAdapters.broken("A-2", "an empty object is refused by another exception", new Rude()),
                BrokenAdapters.broken("A-2", "an object is refused without a message", new Mute()),
                BrokenAdapters.broken("A-7", "wrap copies", new Copying()),
                BrokenAdapters.broken("A-7", "wrap copies once, and keeps the copy", new Caching()),
                BrokenAdapters.broken("L-2", "wrap turns the image upside down", new Reversing()),
                BrokenAdapters.broken("A-7", "a grey object becomes an RGB image", new Colouring()),
                BrokenAdapters.broken("A-7", "wrap leaves the last column out", new Narrowing()),
                BrokenAdapters.broken("A-8", "wrap returns null", new Empty()),
                BrokenAdapters.broken("B-5", "the image of a read-only object takes writes", new Optimistic()),
                BrokenAdapters.broken("S-6", "source() is another object", new Forgetful()),
                BrokenAdapters.broken(
                        "S-9", "rows are made of something new whenever an object is wrapped", new Baseless()));
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
