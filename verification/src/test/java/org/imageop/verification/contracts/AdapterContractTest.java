package org.imageop.verification.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.AdapterContract;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.result.Result;
import org.imageop.tck.source.AdapterSource;
import org.imageop.verification.foreign.PhotoAdapter;
import org.imageop.verification.foreign.PhotoAdapter.Photo;
import org.imageop.verification.foreign.PhotoSource;
import org.imageop.verification.foreign.ReadablePhotos;
import org.imageop.verification.proof.broken.BrokenAdapters;
import org.junit.jupiter.api.Test;

/** The contract of adapters on a whole adapter, as a third party writes it; and what can be suppressed. */
public class AdapterContractTest extends AdapterContract<Photo> implements PhotoSource {

    @Test
    void everythingThatCanBeDeclaredIsTried() {
        BrokenAdapters.Source all = new BrokenAdapters.Source(new PhotoAdapter(), true, Map.of());

        List<Result> results = AdapterChecks.list(all).run();

        assertThat(results)
                .filteredOn(result -> result.outcome() == Result.Outcome.PASSED)
                .hasSizeGreaterThan(200);
        assertThat(results)
                .allMatch(result ->
                        result.outcome() == Result.Outcome.PASSED || result.outcome() == Result.Outcome.DOES_NOT_APPLY);
        assertThat(results).extracting(Result::name).anyMatch(name -> name.startsWith("B-5 writing a fixed photo"));
    }

    /** One of its objects cannot be wrapped. */
    private static AdapterSource<Photo> withOneBad(Map<String, String> suppressed) {
        return new PhotoSource() {
            @Override
            public ImageAdapter<Photo> adapter() {
                return new PhotoAdapter() {
                    @Override
                    public ImageLike wrap(Photo photo) {
                        if (photo.width() == 1) {
                            throw new IllegalStateException("a bug for narrow photos");
                        }
                        return super.wrap(photo);
                    }
                };
            }

            @Override
            public boolean registered() {
                return false;
            }

            @Override
            public Map<String, Supplier<? extends Photo>> objects() {
                return Map.of(
                        "a photo", () -> Photo.of(3, 2, 1, 2, 3, 4, 5, 6), "a narrow one", () -> Photo.of(1, 2, 7, 8));
            }

            @Override
            public Map<String, String> suppressed() {
                return suppressed;
            }
        };
    }

    @Test
    void anObjectThatCannotBeWrappedBlocksNothingElse() {
        Map<String, String> noConstructor = Map.of("A-9", "a class within a test");

        List<Result> results = AdapterChecks.list(withOneBad(noConstructor)).run();

        assertThat(results)
                .filteredOn(result -> result.outcome() == Result.Outcome.FAILED)
                .extracting(Result::name)
                .containsExactly("A-8 wrap of a narrow one", "A-8 share and copy of the memory of a narrow one");
        assertThat(results)
                .filteredOn(result -> result.outcome() == Result.Outcome.BLOCKED)
                .isNotEmpty()
                .allMatch(result -> result.name().contains("a narrow one"));
        assertThat(results)
                .anyMatch(result ->
                        result.name().equals("S-6 unwrapping a photo") && result.outcome() == Result.Outcome.PASSED);
    }

    @Test
    void aRuleIsSuppressedForOneObject() {
        Map<String, String> suppressed =
                Map.of("A-9", "a class within a test", "A-8 a narrow one", "narrow photos come later");

        List<Result> results = AdapterChecks.list(withOneBad(suppressed)).run();

        assertThat(results)
                .filteredOn(result -> result.outcome() == Result.Outcome.SUPPRESSED)
                .extracting(Result::name)
                .contains("SUPPRESSED A-8 a narrow one: narrow photos come later");
        assertThat(results).anyMatch(result -> result.name().equals("A-8 wrap of a photo"));
        assertThat(results).noneMatch(result -> result.name().equals("A-8 wrap of a narrow one"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdapterChecks.list(withOneBad(Map.of("A-8 a wide one", "?"))))
                .withMessageContaining("a wide one")
                .withMessageContaining("a narrow one");
    }

    @Test
    void whatCannotBeWrittenMustBeDeclared() {
        assertThat(AdapterChecks.list(new Silenced()).run())
                .filteredOn(result -> result.name().equals("A-7 wrap of a photo"))
                .extracting(result -> String.valueOf(result.violation()))
                .singleElement()
                .asString()
                .contains("Override setPixel");
    }

    /** Its author forgot setPixel. */
    private static final class Silenced implements ReadablePhotos {}

    @Test
    void suppressedRulesAreListedAndMustExist() {
        BrokenAdapters.Source source =
                new BrokenAdapters.Source(BrokenAdapters.Hidden.made(), false, Map.of("A-9", "made by hand"));
        List<Result> results = AdapterChecks.list(source).run();

        assertThat(results)
                .filteredOn(r -> r.outcome() == Result.Outcome.SUPPRESSED)
                .extracting(Result::name)
                .containsExactly("SUPPRESSED A-9: made by hand");
        assertThat(results).noneMatch(r -> r.outcome() == Result.Outcome.FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdapterChecks.list(
                        new BrokenAdapters.Source(BrokenAdapters.Hidden.made(), false, Map.of("A-99", "?"))))
                .withMessageContaining("A-99");
    }
}
