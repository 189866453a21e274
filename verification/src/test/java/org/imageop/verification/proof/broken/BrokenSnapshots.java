package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.verification.foreign.HiddenPhotos;
import org.imageop.verification.foreign.HiddenPhotos.HidingAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;

/** Adapters of hidden pixels whose snapshots break S-13. */
final class BrokenSnapshots {
    private BrokenSnapshots() {}

    static List<Broken> all() {
        return List.of(
                hiding("the pixels of a snapshot are the object's own", new Melting()),
                hiding("the first snapshot is given again", new Stale()),
                hiding("a snapshot has a blank reason", new Tacit()));
    }

    private static Broken hiding(String mistake, ImageAdapter<Photo> adapter) {
        return new Broken("S-13", "adapter: " + mistake, AdapterChecks.list(new HiddenPhotos(adapter)));
    }

    /** Calls an image on the object's own pixels a snapshot. */
    public static final class Melting extends HidingAdapter {
        /** For the service loader. */
        public Melting() {}

        @Override
        public ImageLike wrap(Photo photo) {
            return StandardImage.snapshot(photo, super.visible(photo), REASON);
        }
    }

    /** Takes one snapshot of each object. */
    public static final class Stale extends HidingAdapter {
        private final Map<ByteBuffer, ImageLike> first = Collections.synchronizedMap(new IdentityHashMap<>());

        /** For the service loader. */
        public Stale() {}

        @Override
        public ImageLike wrap(Photo photo) {
            return first.computeIfAbsent(photo.grey(), grey -> super.wrap(photo));
        }
    }

    /** Gives a reason without a word. */
    public static final class Tacit extends HidingAdapter {
        /** For the service loader. */
        public Tacit() {}

        @Override
        public ImageLike wrap(Photo photo) {
            return StandardImage.snapshot(photo, StandardImage.from(super.visible(photo)), " ");
        }
    }
}
