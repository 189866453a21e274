package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.junit.jupiter.api.Test;

/** The contract of adapters catches: each broken adapter fails its rule and no other. */
class AdapterProofTest extends AdapterContract<Photo> {

    private record Source(ImageAdapter<Photo> adapter, Map<String, String> suppressed) implements AdapterSource<Photo> {
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

    private final Source whole = new Source(new PhotoAdapter(), Map.of());

    @Override
    public ImageAdapter<Photo> adapter() {
        return whole.adapter();
    }

    @Override
    public Map<String, Supplier<? extends Photo>> objects() {
        return whole.objects();
    }

    @Override
    public Map<String, Supplier<? extends Photo>> unsupportedObjects() {
        return whole.unsupportedObjects();
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return whole.shareable();
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        return whole.unshareable();
    }

    private static void onlyFails(String rule, ImageAdapter<Photo> adapter) {
        List<Result> failures = new AdapterKit<>(new Source(adapter, Map.of()))
                .run().stream()
                        .filter(result -> result.outcome() == Result.Outcome.FAILED)
                        .toList();
        assertThat(failures.stream().map(Result::rule).distinct())
                .as(failures::toString)
                .containsExactly(rule);
    }

    /** Copies when it wraps. */
    public static final class Copying extends PhotoAdapter {
        @Override
        public ImageLike wrap(Photo photo) {
            ByteBuffer copy = ByteBuffer.allocate(photo.grey().capacity())
                    .put(photo.grey().duplicate())
                    .clear();
            super.wrap(photo);
            return WrappedImage.of(photo, layout(new Photo(copy, photo.width(), photo.height())));
        }
    }

    @Test
    void A7_wrapThatCopiesIsFound() {
        onlyFails("A-7", new Copying());
    }

    /** Keeps another object than it was given. */
    public static final class Forgetful extends PhotoAdapter {
        @Override
        public ImageLike wrap(Photo photo) {
            super.wrap(photo);
            return WrappedImage.of(new Photo(photo.grey(), photo.width(), photo.height()), layout(photo));
        }
    }

    @Test
    void S6_aForgottenSourceIsFound() {
        onlyFails("S-6", new Forgetful());
    }

    /** Refuses with an exception of its own. */
    public static final class Rude extends PhotoAdapter {
        @Override
        public ImageLike wrap(Photo photo) {
            if (photo.width() == 0) {
                throw new IllegalStateException("empty");
            }
            return super.wrap(photo);
        }
    }

    @Test
    void A2_anotherExceptionIsFound() {
        onlyFails("A-2", new Rude());
    }

    /** Copies although that is forbidden. */
    public static final class Disobedient extends PhotoAdapter {
        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            return super.export(image, copy == Copy.NEVER ? Copy.IF_NEEDED : copy);
        }
    }

    @Test
    void S5_aForbiddenCopyIsFound() {
        onlyFails("S-5", new Disobedient());
    }

    /** Says that copies are shared. */
    public static final class Lying extends PhotoAdapter {
        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? Transfer.shared(copied(image), true) : transfer;
        }
    }

    @Test
    void S7_aCopyThatIsCalledSharedIsFound() {
        onlyFails("S-7", new Lying());
    }

    /** Gives no reason. */
    public static final class Silent extends PhotoAdapter {
        @Override
        public Transfer<Photo> export(ImageLike image, Copy copy) {
            Transfer<Photo> transfer = super.export(image, copy);
            return transfer.shared() ? transfer : Transfer.copied(transfer.image(), " ", transfer.losses());
        }
    }

    @Test
    void S7_aCopyWithoutAReasonIsFound() {
        onlyFails("S-7", new Silent());
    }

    /** Cannot be made by the service loader. */
    static final class Hidden extends PhotoAdapter {}

    @Test
    void A9_anAdapterThatCannotBeLoadedIsFound() {
        onlyFails("A-9", new Hidden());
    }

    @Test
    void suppressedRulesAreListedAndMustExist() {
        List<Result> results = new AdapterKit<>(new Source(new Hidden(), Map.of("A-9", "made by hand"))).run();

        assertThat(results)
                .filteredOn(r -> r.outcome() == Result.Outcome.SUPPRESSED)
                .extracting(Result::name)
                .containsExactly("SUPPRESSED A-9: made by hand");
        assertThat(results).noneMatch(r -> r.outcome() == Result.Outcome.FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdapterKit<>(new Source(new Hidden(), Map.of("A-99", "?"))))
                .withMessageContaining("A-99");
    }
}
