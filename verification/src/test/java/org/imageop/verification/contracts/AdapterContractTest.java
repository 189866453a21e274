package org.imageop.verification.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.imageop.tck.AdapterContract;
import org.imageop.tck.adapter.AdapterChecks;
import org.imageop.tck.result.Result;
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
