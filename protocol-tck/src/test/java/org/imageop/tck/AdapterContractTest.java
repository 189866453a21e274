package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.PhotoAdapter.Photo;
import org.junit.jupiter.api.Test;

/** The contract of adapters on a whole adapter, as a third party writes it; and what can be suppressed. */
class AdapterContractTest extends AdapterContract<Photo> {
    @Override
    public ImageAdapter<Photo> adapter() {
        return new PhotoAdapter();
    }

    @Override
    public Map<String, Supplier<? extends Photo>> objects() {
        return Map.of("a photo", () -> Photo.of(3, 2, 1, 2, 3, 4, 5, 6));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> shareable() {
        return Map.of("a grey image", () -> StandardImage.of(Mode.L, 3, 2));
    }

    @Override
    public Map<String, Supplier<? extends ImageLike>> unshareable() {
        return Map.of("an RGB image", () -> StandardImage.of(Mode.RGB, 3, 2));
    }

    @Override
    public ImageSize size(Photo photo) {
        return new ImageSize(photo.width(), photo.height());
    }

    @Override
    public Mode mode(Photo photo) {
        return Mode.L;
    }

    @Override
    public int[] pixel(Photo photo, int x, int y) {
        return new int[] {photo.at(x, y)};
    }

    @Override
    public void setPixel(Photo photo, int x, int y, int[] pixel) {
        photo.put(x, y, pixel[0]);
    }

    @Test
    void everythingThatCanBeDeclaredIsTried() {
        BrokenAdapters.Source all = new BrokenAdapters.Source(new PhotoAdapter(), true, Map.of());

        List<Result> results = Kit.ofAdapter(all).run();

        // photos know no colours, and grey has no alpha
        assertThat(results)
                .filteredOn(result -> result.outcome() == Result.Outcome.DOES_NOT_APPLY)
                .extracting(Result::name)
                .allMatch(name -> name.contains("red, green and blue") || name.contains("alpha meant otherwise"));
        assertThat(results)
                .filteredOn(result -> result.outcome() != Result.Outcome.DOES_NOT_APPLY)
                .hasSizeGreaterThan(60)
                .allMatch(result -> result.outcome() == Result.Outcome.PASSED);
        assertThat(results).extracting(Result::name).anyMatch(name -> name.startsWith("B-5 writing a fixed photo"));
    }

    @Test
    void whatCannotBeWrittenMustBeDeclared() {
        AdapterSource<Photo> source = new Silenced(new BrokenAdapters.Source(new PhotoAdapter(), true, Map.of()));

        assertThat(Kit.ofAdapter(source).run())
                .filteredOn(result -> result.name().equals("A-7 wrap of a photo"))
                .extracting(result -> String.valueOf(result.violation()))
                .singleElement()
                .asString()
                .contains("Override setPixel");
    }

    /** Its author forgot setPixel. */
    private record Silenced(BrokenAdapters.Source whole) implements AdapterSource<Photo> {
        @Override
        public ImageAdapter<Photo> adapter() {
            return whole.adapter();
        }

        @Override
        public Map<String, Supplier<? extends Photo>> objects() {
            return whole.objects();
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> shareable() {
            return whole.shareable();
        }

        @Override
        public Map<String, Supplier<? extends ImageLike>> unshareable() {
            return whole.unshareable();
        }

        @Override
        public ImageSize size(Photo photo) {
            return whole.size(photo);
        }

        @Override
        public Mode mode(Photo photo) {
            return whole.mode(photo);
        }

        @Override
        public int[] pixel(Photo photo, int x, int y) {
            return whole.pixel(photo, x, y);
        }
    }

    @Test
    void suppressedRulesAreListedAndMustExist() {
        BrokenAdapters.Source source =
                new BrokenAdapters.Source(new BrokenAdapters.Hidden(), false, Map.of("A-9", "made by hand"));
        List<Result> results = Kit.ofAdapter(source).run();

        assertThat(results)
                .filteredOn(r -> r.outcome() == Result.Outcome.SUPPRESSED)
                .extracting(Result::name)
                .containsExactly("SUPPRESSED A-9: made by hand");
        assertThat(results).noneMatch(r -> r.outcome() == Result.Outcome.FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kit.ofAdapter(
                        new BrokenAdapters.Source(new BrokenAdapters.Hidden(), false, Map.of("A-99", "?"))))
                .withMessageContaining("A-99");
    }
}
