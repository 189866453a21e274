package org.imageop.verification.proof.broken;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.PhotoSource;

/** Adapters each of which breaks one rule, as people break it. */
public final class BrokenAdapters {
    private BrokenAdapters() {}

    public static List<Broken> all() {
        List<Broken> all = new ArrayList<>(services());
        all.addAll(BrokenWraps.all());
        all.addAll(BrokenShares.all());
        all.addAll(BrokenCopies.all());
        all.addAll(BrokenSnapshots.all());
        return all;
    }

    private static List<Broken> services() {
        return List.of(
                new Broken(
                        "A-3",
                        "adapter: it is not a service",
                        AdapterChecks.list(new Source(new Unregistered(), true, Map.of()))),
                broken("A-4", "type() is another class", new Misnamed()),
                broken("A-9", "the service loader cannot make it", Hidden.made()));
    }

    static Broken broken(String rule, String mistake, ImageAdapter<Photo> adapter) {
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

    /** Cannot be made by the service loader. */
    public static final class Hidden extends PhotoAdapter {
        private Hidden() {}

        /** The only way to have one. */
        public static Hidden made() {
            return new Hidden();
        }
    }
}
