package org.imageop.verification.proof.broken;

import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;

/** Adapters whose {@code copy} or {@code losses} breaks one rule each, as people break it. */
final class BrokenCopies {
    private BrokenCopies() {}

    static List<Broken> all() {
        return List.of(
                BrokenAdapters.broken("A-8", "copy returns null", new Absent()),
                BrokenAdapters.broken("A-9", "it remembers the last image", new Remembering()),
                BrokenAdapters.broken("A-9", "all threads copy through one array", new Scratching()),
                BrokenAdapters.broken("S-5", "shares although a copy is demanded", new Clinging()),
                BrokenAdapters.broken("S-7", "a copy has a column more", new Widening()),
                BrokenAdapters.broken("S-7", "the image is changed by the transfer", new Brightening()),
                BrokenAdapters.broken("S-7", "a copy is upside down", new Tumbling()),
                BrokenAdapters.broken("S-7", "a copy in other colours is upside down", new Spinning()),
                BrokenAdapters.broken("S-7", "a loss is not reported", new Hushing()),
                BrokenAdapters.broken("S-7", "a loss is reported without a word", new Blank()),
                BrokenAdapters.broken("S-7", "a copy of floats reports no loss", new Rounding()));
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

    /** Shares although a copy is demanded. */
    public static final class Clinging extends PhotoAdapter {
        /** For the service loader. */
        public Clinging() {}

        @Override
        public Photo copy(ImageLike image) {
            return super.share(image).object().orElseGet(() -> super.copy(image));
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
}
