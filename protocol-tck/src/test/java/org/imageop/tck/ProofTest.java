package org.imageop.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit catches: each broken image fails its rule and no other. */
class ProofTest {
    /** Line and Pixel are final classes of the protocol, which an image cannot replace, only misplace (P-78, P-85). */
    private static final Set<String> OF_FINAL_CLASSES =
            Set.of("P-73", "P-74", "P-75", "P-76", "P-77", "P-79", "P-80", "P-81", "P-82", "P-83", "P-84");

    private static final String INTRODUCTION = """
            # What the contract catches

            Each image below breaks one rule of [SPEC.md](../SPEC.md); the contract of `imageop-protocol-tck` is run on
            it, and exactly that rule fails. `ProofTest` makes this table and checks it.

            P-2 is broken by declarations, in `ProofTest`. P-73 to P-77 and P-79 to P-84 are kept by the final classes
            `Line` and `Pixel`, which an image cannot replace; what it can do wrong with them is P-47, P-48, P-78 and P-85.

            | rule | broken image | first check that fails | failing checks |
            | --- | --- | --- | ---: |
            """;

    /** Images of one mode, in one size, that declare no other. */
    private record Source(BrokenImages.Broken broken) implements ImageSource {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return mode == broken.mode()
                    ? Optional.of(BrokenImages.make(broken, mode, width, height))
                    : Optional.empty();
        }

        @Override
        public Set<Mode> modes() {
            return EnumSet.of(broken.mode());
        }

        @Override
        public List<ImageSize> sizes(Mode mode) {
            return List.of(mode == Mode.YV12 || mode == Mode.JPEG_YV12 ? new ImageSize(6, 4) : new ImageSize(7, 5));
        }
    }

    static List<BrokenImages.Broken> broken() {
        return BrokenImages.all();
    }

    private static List<Result> failures(ImageSource source) {
        return new ImageKit(source)
                .run().stream()
                        .filter(result -> result.outcome() == Result.Outcome.FAILED)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void exactlyTheBrokenRuleFails(BrokenImages.Broken broken) {
        List<Result> failures = failures(new Source(broken));

        assertThat(failures.stream().map(Result::rule).distinct())
                .as(() -> failures.stream()
                        .map(failure -> String.valueOf(failure.violation()))
                        .collect(Collectors.joining("\n")))
                .containsExactly(broken.rule());
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure.violation()).isNotNull();
            assertThat(failure.violation().rule()).isEqualTo(broken.rule());
            assertThat(failure.violation())
                    .hasMessageStartingWith(broken.rule() + " ")
                    .hasMessageContainingAll("expected: ", "found: ", "rule: ", "check: ");
        });
    }

    /** Sources that break a rule themselves. */
    private record Declaring(Set<Mode> modes, Set<Mode> made) implements ImageSource {
        @Override
        public Optional<? extends ImageLike> image(Mode mode, int width, int height) {
            return made.contains(mode) ? Optional.of(new BrokenImage(mode, width, height)) : Optional.empty();
        }
    }

    @Test
    void P2_aModeThatIsNotDeclaredMustBeRefused() {
        List<Result> failures = failures(new Declaring(EnumSet.of(Mode.RGB), EnumSet.of(Mode.RGB, Mode.CMYK)));

        assertThat(failures).extracting(Result::name).containsExactly("P-2 refusal of a 4×4 CMYK image");
    }

    @Test
    void P2_aModeThatIsDeclaredMustBeMade() {
        List<Result> failures = failures(new Declaring(EnumSet.of(Mode.RGB, Mode.CMYK), EnumSet.of(Mode.RGB)));

        assertThat(failures).hasSize(4).extracting(Result::name).allMatch(name -> name.startsWith("P-2 making of a "));
    }

    @Test
    void theTableOfProofsIsUpToDate() throws IOException {
        TreeMap<String, String> rows = new TreeMap<>();
        for (BrokenImages.Broken broken : broken()) {
            List<Result> failures = failures(new Source(broken));
            String row = "| " + broken.rule() + " | " + broken.mistake() + " | "
                    + failures.get(0).name() + " | " + failures.size() + " |\n";
            rows.put(broken.rule().replaceFirst("-(\\d)$", "-0$1") + row, row);
        }
        String table = INTRODUCTION + String.join("", rows.values());
        Path root = Path.of(System.getProperty("imageop.root"));
        Files.writeString(root.resolve("protocol-tck/target/tck-proof.md"), table);

        assertThat(Files.readString(root.resolve("docs/tck-proof.md")).replace("\r\n", "\n"))
                .as("copy protocol-tck/target/tck-proof.md to docs")
                .isEqualTo(table);
    }

    @Test
    void everyRuleHasABrokenImage() {
        Set<String> rules = ImageKit.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> proved =
                broken().stream().map(BrokenImages.Broken::rule).collect(Collectors.toCollection(TreeSet::new));
        proved.add("P-2");
        proved.addAll(OF_FINAL_CLASSES);

        assertThat(proved).isEqualTo(rules);
    }
}
