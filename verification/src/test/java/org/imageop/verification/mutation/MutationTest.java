package org.imageop.verification.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imageop.verification.mutation.MutantKiller.Outcome;
import org.imageop.verification.mutation.Mutants.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of the library the kit alone keeps right. By default the machine is tried on a few mutants, and the page
 * must be what was judged last; {@code -Dimageop.mutations=300} judges so many mutants, which takes long, and writes
 * the table that the page is made of.
 */
@Tag("proof")
class MutationTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return image.mode();       | return null;                 | KILLED | P-73",
                "return image.mode();       | while (true) {}              | KILLED | the kit does not end",
                "return image.mode();       | throw new OutOfMemoryError(); | KILLED | the kit ends with OutOfMemoryError",
                "return image.mode();       | Runtime.getRuntime().halt(1); return null; | KILLED | the virtual machine ends",
                "return image.mode();       | return (image.mode());       | NONE   | is the same code",
                "return image.mode();       | return \"\";                 | NONE   | is not compiled",
            })
    void mutantsAreJudged(String good, String bad, Outcome outcome, String why) throws Exception {
        String type = "org.imageop.Line";
        String source = MutationRun.source(ROOT, type);
        assertThat(source).contains(good);
        // only what never ends waits so long
        try (Mutants mutants = new Mutants(bad.contains("while") ? 3 : 180)) {
            Verdict verdict = mutants.judge(type, source, source.replace(good, bad));

            assertThat(verdict.outcome()).isEqualTo(outcome);
            assertThat(List.of(verdict.rule(), verdict.check())).contains(why);
        }
    }

    @Test
    void aMutantThatKeepsEveryRuleSurvives() throws Exception {
        String type = "org.imageop.Line";
        String source = MutationRun.source(ROOT, type);
        assertThat(source).contains("\"line \"");
        try (Mutants mutants = new Mutants(180)) {
            assertThat(mutants.judge(type, source, source.replace("\"line \"", "\"\"")))
                    .isEqualTo(new Verdict(Outcome.SURVIVED, "", "", ""));
        }
    }

    @Test
    void everyOperatorFindsItsPlaces(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("A.java"), """
                package a;

                class A {
                    int field = 7;

                    int f(int x, int y) {
                        if (x < y && !String.valueOf(x).isEmpty()) {
                            field = Math.max(x, y);
                            System.gc();
                        }
                        field++;
                        Runnable run = () -> f(-x, 1);
                        return x;
                    }
                }
                """);

        assertThat(Mutations.of(folder).stream().map(Mutation::key))
                .containsExactlyInAnyOrder(
                        "A.field\t7\t(7 + 1)",
                        "A.field\t7\t(7 - 1)",
                        "A.f\tx < y\t(x <= y)",
                        "A.f\tx < y\t(x >= y)",
                        "A.f\tx < y && !String.valueOf(x).isEmpty()\t(x < y || !String.valueOf(x).isEmpty())",
                        "A.f\tx < y && !String.valueOf(x).isEmpty()\t!(x < y && !String.valueOf(x).isEmpty())",
                        "A.f\t!String.valueOf(x).isEmpty()\t(String.valueOf(x).isEmpty())",
                        "A.f\tfield = Math.max(x, y);\t;",
                        "A.f\tMath.max(x, y)\tMath.max(y, x)",
                        "A.f\tSystem.gc();\t;",
                        "A.f\tfield++;\t;",
                        "A.f\tfield++\tfield--",
                        "A.f\tf(-x, 1)\tf(1, -x)",
                        "A.f\tf(-x, 1)\t0",
                        "A.f\t-x\t(x)",
                        "A.f\t1\t(1 + 1)",
                        "A.f\t1\t(1 - 1)",
                        "A.f\tx\t0");
    }

    @Test
    @EnabledIfSystemProperty(named = "imageop.mutations", matches = "\\d+")
    void judge() throws Exception {
        MutationRun.judge(ROOT, Integer.getInteger("imageop.mutations"));
        assertThat(MutationDocument.of(ROOT).unexplained()).isEmpty();
    }

    @Test
    void thePageIsWhatWasJudged() throws IOException {
        MutationDocument document = MutationDocument.of(ROOT);
        assertThat(document.unexplained())
                .as("survivors without an explanation")
                .isEmpty();
        assertThat(document.needless()).as("explanations of no survivor").isEmpty();

        Path page = ROOT.resolve("verification/target/mutation.md");
        Files.writeString(page, document.text());
        assertThat(Files.readString(ROOT.resolve("docs/evidence/mutation.md")).replace("\r\n", "\n"))
                .as("copy verification/target/mutation.md to docs/evidence")
                .isEqualTo(document.text());
    }
}
