package org.imageop.verification.foreign;

import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;

/** Photos whose adapter does not see their pixels where they are, and takes snapshots of them (S-13). */
public record HiddenPhotos(ImageAdapter<Photo> adapter) implements PhotoSource {
    /** Takes a snapshot of each photo that it wraps. */
    public static class HidingAdapter extends PhotoAdapter {
        /** Why it copies. */
        protected static final String REASON = "photos are kept in a vault";

        /** For the service loader. */
        public HidingAdapter() {}

        @Override
        public ImageLike wrap(Photo photo) {
            return StandardImage.snapshot(photo, StandardImage.from(visible(photo)), REASON);
        }

        /** The photo as it could be seen if it were not hidden. */
        protected final ImageLike visible(Photo photo) {
            return super.wrap(photo);
        }
    }

    @Override
    public boolean registered() {
        return false;
    }

    @Override
    public Map<String, Supplier<? extends Photo>> objects() {
        return Map.of();
    }

    @Override
    public Map<String, Supplier<? extends Photo>> readOnlyObjects() {
        return Map.of("a hidden photo", () -> Photo.of(3, 2, 1, 2, 3, 4, 5, 6));
    }
}
