package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.imageop.ImageLike;
import org.imageop.spi.ImageAdapter;
import org.imageop.tck.PhotoAdapter.Photo;
import org.junit.jupiter.api.Test;

/** The contract of adapters on a whole adapter, and what can be suppressed. */
class AdapterContractTest extends AdapterContract<Photo> {
    private final BrokenAdapters.Source whole = new BrokenAdapters.Source(new PhotoAdapter(), Map.of());

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

    @Test
    void suppressedRulesAreListedAndMustExist() {
        BrokenAdapters.Source source =
                new BrokenAdapters.Source(new BrokenAdapters.Hidden(), Map.of("A-9", "made by hand"));
        List<Result> results = Kit.ofAdapter(source).run();

        assertThat(results)
                .filteredOn(r -> r.outcome() == Result.Outcome.SUPPRESSED)
                .extracting(Result::name)
                .containsExactly("SUPPRESSED A-9: made by hand");
        assertThat(results).noneMatch(r -> r.outcome() == Result.Outcome.FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Kit.ofAdapter(new BrokenAdapters.Source(new BrokenAdapters.Hidden(), Map.of("A-99", "?"))))
                .withMessageContaining("A-99");
    }
}
