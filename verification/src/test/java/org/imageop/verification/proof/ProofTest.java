package org.imageop.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imageop.tck.engine.Report;
import org.imageop.tck.engine.Rule;
import org.imageop.verification.library.LibraryChecks;
import org.imageop.verification.proof.broken.Broken;
import org.imageop.verification.proof.broken.BrokenAdapters;
import org.imageop.verification.proof.broken.BrokenBitmaps;
import org.imageop.verification.proof.broken.BrokenBuffers;
import org.imageop.verification.proof.broken.BrokenColors;
import org.imageop.verification.proof.broken.BrokenImages;
import org.imageop.verification.proof.broken.BrokenLayouts;
import org.imageop.verification.proof.broken.BrokenPixels;
import org.imageop.verification.proof.broken.BrokenRows;
import org.imageop.verification.proof.broken.BrokenWholes;
import org.imageop.verification.proof.copies.BrokenLibraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit catches: each broken image, layout and adapter fails its rule and no other. */
@Tag("proof")
class ProofTest {
    private static final String INTRODUCTION = """
            # What the contract catches

            Each thing below breaks one rule of [SPEC.md](../../SPEC.md), as people break it; the contract of
            `imageop-protocol-tck` is run on it, and exactly that rule fails. `ProofTest` makes this table and checks it.
            What an image cannot do wrong, because final classes do it, is broken in a copy of the library itself,
            on which all checks of that rule and a part of those of every other rule are run.

            | rule | broken | first check that fails | failing checks |
            | --- | --- | --- | ---: |
            """;

    private static final String UNCHECKED_INTRODUCTION = """

            ## What it does not check

            | rule | why not | test of the library itself |
            | --- | --- | --- |
            """;

    /** A rule of the specification that the kit has no check for. */
    private record Unchecked(String rule, String reason, String test) {}

    private static final List<Unchecked> UNCHECKED = List.of(
            new Unchecked("A-12", "the kit itself calls it, to try adapters", "`HandingOnTest` of protocol-api"),
            new Unchecked("A-13", "joining and spreading pixels is the library's own", "`ArgbTest` of protocol-api"),
            new Unchecked(
                    "A-15",
                    "only the author knows what a foreign object says of its components",
                    "`ChannelsTest` of adapters-imglib2, `CustomRastersTest` of adapters-awt"),
            new Unchecked("C-15", "it follows from L-8 for all other copies", "`RangedCopyTest` of protocol-api"),
            new Unchecked(
                    "M-4",
                    "how many bytes a thread allocates can be measured in some virtual machines only, and depends on them",
                    "`MemoryTest` of protocol-api"),
            new Unchecked(
                    "M-7",
                    "as M-4; that map calls a function once for each value is P-33",
                    "`MemoryTest` of protocol-api"),
            new Unchecked(
                    "M-8", "it is a number, tried on the library alone", "`PixelLayoutMemoryTest` of protocol-api"),
            new Unchecked("S-11", "the kit itself calls it, to find what was wrapped", "`BorderTest` of protocol-api"),
            new Unchecked(
                    "T-8", "only the author knows whose code an object calls", "`ThreadsTest` of adapters-imglib2"));

    private static final Pattern ID_IN_SPECIFICATION = Pattern.compile("<a id=\"([A-Z]-\\d+)\">");

    private static final List<Broken> BROKEN = all();

    /** What came of each, so that it is run once. */
    private static final Map<Broken, List<Broken.Failure>> FAILURES = new ConcurrentHashMap<>();

    static List<Broken> broken() {
        return BROKEN;
    }

    private static List<Broken.Failure> failures(Broken broken) {
        return FAILURES.computeIfAbsent(broken, b -> b.failures().get());
    }

    /** On all cores, because copies of the library take a second or two each. */
    @BeforeAll
    static void runAll() throws InterruptedException, ExecutionException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<List<Broken.Failure>>> runs = new ArrayList<>();
            BROKEN.forEach(broken -> runs.add(() -> failures(broken)));
            for (Future<List<Broken.Failure>> run : threads.invokeAll(runs)) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<Broken> all() {
        List<Broken> broken = new ArrayList<>(BrokenImages.all());
        broken.addAll(BrokenPixels.all());
        broken.addAll(BrokenBuffers.all());
        broken.addAll(BrokenWholes.all());
        broken.addAll(BrokenLayouts.all());
        broken.addAll(BrokenRows.all());
        broken.addAll(BrokenBitmaps.all());
        broken.addAll(BrokenAdapters.all());
        broken.addAll(BrokenColors.all());
        broken.addAll(BrokenLibraries.all());
        return broken;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void exactlyTheBrokenRuleFails(Broken broken) {
        List<Broken.Failure> failures = failures(broken);

        assertThat(failures.stream().map(Broken.Failure::rule).distinct())
                .as(() -> Broken.describe(failures))
                .containsExactly(broken.rule());
        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure.message())
                        .contains(broken.rule() + " ", "expected: ", "found: ", "rule: ", "check: "));
    }

    @Test
    void theTableOfProofsIsUpToDate() throws IOException {
        String table = INTRODUCTION
                + broken().stream()
                        .sorted(Comparator.comparing(Broken::rule, Report.BY_NUMBER)
                                .thenComparing(Broken::mistake))
                        .map(ProofTest::row)
                        .collect(Collectors.joining())
                + UNCHECKED_INTRODUCTION
                + UNCHECKED.stream()
                        .map(u -> String.format(
                                "| [%s](../../SPEC.md#%s) | %s | %s |\n", u.rule, u.rule, u.reason, u.test))
                        .collect(Collectors.joining());
        Path root = Path.of(System.getProperty("imageop.root"));
        Files.writeString(root.resolve("verification/target/tck-proof.md"), table);

        assertThat(Files.readString(root.resolve("docs/evidence/tck-proof.md")).replace("\r\n", "\n"))
                .as("copy verification/target/tck-proof.md to docs/evidence")
                .isEqualTo(table);
    }

    private static String row(Broken broken) {
        List<Broken.Failure> failures = failures(broken);
        // which checks see another thread at work hangs on how the threads run; that some do is proved above
        boolean byChance = broken.rule().equals("T-5");
        return String.format(
                "| [%s](../../SPEC.md#%s) | %s | %s | %s |\n",
                broken.rule(),
                broken.rule(),
                broken.mistake(),
                byChance ? "differs from run to run" : failures.get(0).check(),
                byChance ? "some" : failures.size());
    }

    @Test
    void everyRuleIsProvedToBeChecked() {
        Set<String> rules =
                LibraryChecks.andTheKits().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> proved = broken().stream().map(Broken::rule).collect(Collectors.toCollection(TreeSet::new));

        assertThat(proved).isEqualTo(rules);
    }

    @Test
    void everyRuleOfTheSpecificationIsCheckedOrHasAReason() throws IOException {
        Path root = Path.of(System.getProperty("imageop.root"));
        Set<String> specified = ID_IN_SPECIFICATION
                .matcher(Files.readString(root.resolve("SPEC.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> checked =
                LibraryChecks.andTheKits().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = new TreeSet<>(checked);
        UNCHECKED.forEach(unchecked -> all.add(unchecked.rule));

        assertThat(checked)
                .doesNotContainAnyElementsOf(
                        UNCHECKED.stream().map(Unchecked::rule).toList());
        assertThat(all).isEqualTo(specified);
    }
}
