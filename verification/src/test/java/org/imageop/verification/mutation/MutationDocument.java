package org.imageop.verification.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imageop.tck.engine.Report;

/** The page about the mutants that were judged, with explanations of the survivors. */
final class MutationDocument {
    private static final String INTRODUCTION = """
            # How much of the library the contract keeps right

            [tck-proof.md](tck-proof.md) shows that each rule has a check that can fail. This page shows what the checks
            find when nobody chose the mistake. Lines of `protocol-api/src/main` are picked at random, one small change
            is made in each, and the kit of `imageop-protocol-tck` alone, without any other test, is run on the library so
            changed, until a check fails: on `StandardImage`, on the library's own types, on an adapter, on layouts
            (backwards, by columns, in planes, in foreign byte order, of few bits, premultiplied, ranged, read-only), on
            an image of four methods and on computed ones. `protocol-api`'s own tests are then run on the survivors.

            ```
            nice ./mvnw test -pl verification -am -Pproofs -Dtest=MutationTest -Dimageop.mutations=205
            ```

            judges that many mutants and writes `mutants.tsv` among the test resources of `verification`; the same
            without the last property makes this page of it, in `verification/target`. It takes about half an hour of
            processor time; an interrupted run continues, as long as library and kit are the same.
            Which lines are picked depends on their text alone: the same library gives the same mutants, and a change
            elsewhere keeps them. Mutants that cannot be compiled, or are compiled to the same code, do not count, nor
            do constants that the compiler copies into other classes. A mutant that keeps the kit from ending, or ends
            the virtual machine, counts as killed. Each survivor is explained in `survivors.tsv`; `MutationTest` fails without
            an explanation, and with one that is no longer needed.

            ## Numbers

            """;

    /** The kinds of survivors, as the table of explanations names them. */
    enum Kind {
        EQUIVALENT("the same to everybody", "No caller can see a difference, except in speed or memory."),
        LIBRARY("not the contract's business", "SPEC.md has no rule about it."),
        KIT("holes of the contract", "A rule of SPEC.md is broken, and no check of the kit sees it."),
        TESTS("holes of all tests", "Neither the kit nor `protocol-api`'s own tests see it.");

        private final String title;
        private final String meaning;

        Kind(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }
    }

    private record Explanation(Kind kind, String why) {}

    private final List<JudgedMutant> judged;
    private final String state;
    private final Map<String, Explanation> explanations = new LinkedHashMap<>();

    private MutationDocument(List<JudgedMutant> judged, List<String> explained, String state) {
        this.judged = judged;
        this.state = state;
        for (String line : explained) {
            int why = line.lastIndexOf('\t');
            int kind = line.lastIndexOf('\t', why - 1);
            explanations.put(
                    line.substring(0, kind),
                    new Explanation(Kind.valueOf(line.substring(kind + 1, why)), line.substring(why + 1)));
        }
    }

    static Path judged(Path root) {
        return root.resolve("verification/src/test/resources/org/imageop/verification/mutation/mutants.tsv");
    }

    /** The file with the day on which they were judged. */
    static Path date(Path root) {
        return judged(root).resolveSibling("date.txt");
    }

    private static Path explained(Path root) {
        return judged(root).resolveSibling("survivors.tsv");
    }

    static MutationDocument of(Path root) throws IOException {
        List<JudgedMutant> judged =
                Files.readAllLines(judged(root)).stream().map(JudgedMutant::of).toList();
        return new MutationDocument(judged, Files.readAllLines(explained(root)), state(root, judged));
    }

    /** When the library was judged, and how much of it has other names today. */
    private static String state(Path root, List<JudgedMutant> judged) throws IOException {
        Path sources = root.resolve("protocol-api/src/main/java");
        List<String> types = judged.stream().map(JudgedMutant::type).distinct().toList();
        long gone = types.stream()
                .filter(type -> !Files.exists(sources.resolve(type.replace('.', '/') + ".java")))
                .count();
        String date = Files.readString(date(root)).strip();
        return "These are the results of " + date + "."
                + (gone == 0
                        ? ""
                        : " The library has changed since: " + gone + " of the " + types.size()
                                + " classes below have been renamed or moved.")
                + "\n\n";
    }

    private List<JudgedMutant> survivors() {
        return judged.stream().filter(mutant -> !mutant.killed()).toList();
    }

    private Optional<Explanation> explanation(JudgedMutant survivor) {
        return Optional.ofNullable(explanations.get(survivor.mutant()));
    }

    private List<JudgedMutant> of(Kind kind) {
        return survivors().stream()
                .filter(survivor ->
                        explanation(survivor).filter(e -> e.kind() == kind).isPresent())
                .sorted(Comparator.comparing(JudgedMutant::mutant))
                .toList();
    }

    /** Survivors without an explanation. */
    List<String> unexplained() {
        return survivors().stream()
                .filter(survivor -> explanation(survivor).isEmpty())
                .map(survivor -> survivor.mutant() + "\t" + survivor.ownTest())
                .toList();
    }

    /** Explanations of mutants that did not survive, or were not judged. */
    List<String> needless() {
        List<String> keys = survivors().stream().map(JudgedMutant::mutant).toList();
        return explanations.keySet().stream().filter(key -> !keys.contains(key)).toList();
    }

    String text() {
        StringBuilder text = new StringBuilder(INTRODUCTION).append(state);
        int all = judged.size();
        int same = of(Kind.EQUIVALENT).size();
        int aside = of(Kind.LIBRARY).size();
        long killed = killed(judged);
        long own = judged.stream().filter(JudgedMutant::killedByOwnTests).count();
        text.append("| killed by | of | mutants | killed | share |\n| --- | --- | ---: | ---: | ---: |\n");
        row(text, "the kit alone | all", all, killed);
        row(text, "the kit alone | all but those that are the same to everybody", all - same, killed);
        row(text, "the kit alone | all that break a rule of SPEC.md", all - same - aside, killed);
        row(
                text,
                "the kit or `protocol-api`'s own tests | all but those that are the same to everybody",
                all - same,
                killed + own);
        shares(text, "Package", mutant -> "`" + mutant.packageName() + "`");
        shares(text, "Class", mutant -> "`" + mutant.className() + "`");
        shares(text, "Change", mutant -> mutant.operator().meaning);
        killers(text);
        for (Kind kind : Kind.values()) {
            survivors(text, kind);
        }
        return text.toString();
    }

    private void killers(StringBuilder text) {
        text.append(
                "\n## What killed\n\nThe first check that fails ends a mutant's life, so what is checked early kills"
                        + " most.\n\n| rule | mutants killed | for instance |\n| --- | ---: | --- |\n");
        Map<String, List<JudgedMutant>> byRule = judged.stream()
                .filter(mutant -> mutant.killed() && !mutant.rule().equals("none"))
                .collect(Collectors.groupingBy(
                        JudgedMutant::rule, () -> new TreeMap<>(Report.BY_NUMBER), Collectors.toList()));
        byRule.forEach((rule, mutants) -> killer(text, "[" + rule + "](../../SPEC.md#" + rule + ")", mutants));
        List<JudgedMutant> broken =
                judged.stream().filter(mutant -> mutant.rule().equals("none")).toList();
        if (!broken.isEmpty()) {
            killer(text, "none, the kit is broken off", broken);
        }
    }

    private static void killer(StringBuilder text, String rule, List<JudgedMutant> mutants) {
        JudgedMutant first = mutants.get(0);
        text.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s: %s, on %s |\n",
                rule,
                mutants.size(),
                change(first),
                first.check(),
                first.on()));
    }

    private void survivors(StringBuilder text, Kind kind) {
        List<JudgedMutant> survivors = of(kind);
        text.append(String.format(
                Locale.ROOT, "\n## Survivors: %s (%d)\n\n%s\n\n", kind.title, survivors.size(), kind.meaning));
        if (survivors.isEmpty()) {
            text.append("None.\n");
            return;
        }
        text.append("| mutant | why it lives | own test that kills it |\n| --- | --- | --- |\n");
        for (JudgedMutant survivor : survivors) {
            text.append("| ")
                    .append(change(survivor))
                    .append(" | ")
                    .append(explanation(survivor).map(Explanation::why).orElseThrow())
                    .append(" | ")
                    .append(survivor.ownTest())
                    .append(" |\n");
        }
    }

    private static long killed(List<JudgedMutant> mutants) {
        return mutants.stream().filter(JudgedMutant::killed).count();
    }

    private static void row(StringBuilder text, String what, long all, long killed) {
        String share = String.format(Locale.ROOT, "%.0f", 100.0 * killed / Math.max(1, all));
        text.append(String.format(Locale.ROOT, "| %s | %d | %d | %s %% |\n", what, all, killed, share));
    }

    private void shares(StringBuilder text, String title, Function<JudgedMutant, String> group) {
        text.append(String.format(
                Locale.ROOT,
                "\n| %s | mutants | killed by the kit alone | share |\n| --- | ---: | ---: | ---: |\n",
                title.toLowerCase(Locale.ROOT)));
        judged.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()))
                .forEach((name, mutants) -> row(text, name, mutants.size(), killed(mutants)));
    }

    /** What was changed, in the few words around it. */
    private static String change(JudgedMutant mutant) {
        String before = mutant.before();
        String after = mutant.after();
        int start = 0;
        while (start < Math.min(before.length(), after.length()) && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        String member = "`" + mutant.member() + "`: ";
        return after.equals(";")
                ? member + code(before, 0) + " removed"
                : member + code(before, start) + " → " + code(after, start);
    }

    /** Code, if it is long the part from a little before a place on. */
    private static String code(String text, int place) {
        int from = text.length() <= 80 ? 0 : Math.max(0, place - 20);
        int to = Math.min(text.length(), from + 80);
        String part = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return "`" + part.replace("|", "\\|") + "`";
    }
}
