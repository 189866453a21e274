package org.imageop.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page about the mutants that were judged, with the explanations of those that the kit lets live. */
final class MutationDocument {
    /** Classes whose work the kit does not look at, and what that is. */
    private static final Map<String, String> LIBRARY = Map.ofEntries(
            Map.entry("Adapters", "the search for adapters"),
            Map.entry("Axis", "resizing"),
            Map.entry("Bands", "threads of large conversions"),
            Map.entry("ChromaUpsampling", "conversion"),
            Map.entry("Colors", "conversion"),
            Map.entry("Conversion", "conversion"),
            Map.entry("Depth", "conversion"),
            Map.entry("DoublePasses", "resizing"),
            Map.entry("IntPasses", "resizing"),
            Map.entry("Kernel", "resizing"),
            Map.entry("Passes", "resizing"),
            Map.entry("PixelKernel", "conversion"),
            Map.entry("Resampling", "resizing"),
            Map.entry("Scaling", "resizing"),
            Map.entry("Ycc", "conversion"));

    /** The kinds of survivors, as the table of explanations names them. */
    enum Kind {
        EQUIVALENT("The same to everybody", "No caller can see a difference, or only one of speed."),
        LIBRARY(
                "Not the kit's business",
                "What an image, layout or adapter of somebody else's does not do, or what SPEC.md leaves open. The last"
                        + " column names the first of `protocol-api`'s own tests that fails."),
        KIT("Holes of the kit", "A rule is broken that SPEC.md has, and no check of the kit sees it."),
        TESTS("Holes of all tests", "Neither the kit nor `protocol-api`'s own tests see it.");

        private final String title;
        private final String meaning;

        Kind(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }
    }

    private record Explanation(Kind kind, String why) {}

    private final List<JudgedMutant> judged;
    private final Map<String, Explanation> explanations = new LinkedHashMap<>();

    private MutationDocument(List<JudgedMutant> judged, List<String> explained) {
        this.judged = judged;
        for (String line : explained) {
            int why = line.lastIndexOf('\t');
            int kind = line.lastIndexOf('\t', why - 1);
            explanations.put(
                    line.substring(0, kind),
                    new Explanation(Kind.valueOf(line.substring(kind + 1, why)), line.substring(why + 1)));
        }
    }

    static Path judged(Path root) {
        return root.resolve("protocol-tck/src/test/resources/org/imageop/tck/mutants.tsv");
    }

    private static Path explained(Path root) {
        return judged(root).resolveSibling("survivors.tsv");
    }

    static MutationDocument of(Path root) throws IOException {
        return new MutationDocument(
                Files.readAllLines(judged(root)).stream().map(JudgedMutant::of).toList(),
                Files.readAllLines(explained(root)));
    }

    /** The mutants that are explained to be the same to everybody, on which tests need not be tried. */
    static List<String> sameToEverybody(Path root) throws IOException {
        return new MutationDocument(List.of(), Files.readAllLines(explained(root)))
                .explanations.entrySet().stream()
                        .filter(entry -> entry.getValue().kind() == Kind.EQUIVALENT)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private List<JudgedMutant> survivors() {
        return judged.stream().filter(mutant -> !mutant.killed()).toList();
    }

    private static boolean meant(JudgedMutant mutant) {
        return !LIBRARY.containsKey(mutant.className());
    }

    private boolean explained(JudgedMutant survivor) {
        return explanations.containsKey(survivor.mutant()) || !meant(survivor) && survivor.killedByOwnTests();
    }

    private Explanation explanation(JudgedMutant survivor) {
        return explanations.getOrDefault(
                survivor.mutant(), new Explanation(Kind.LIBRARY, LIBRARY.getOrDefault(survivor.className(), "")));
    }

    /** Survivors about which nothing is said. */
    List<String> unexplained() {
        return survivors().stream()
                .filter(survivor -> !explained(survivor))
                .map(survivor -> survivor.mutant() + "\t" + survivor.ownTest())
                .toList();
    }

    /** Explanations of mutants that did not survive, or were not judged. */
    List<String> needless() {
        List<String> keys = survivors().stream().map(JudgedMutant::mutant).toList();
        return explanations.keySet().stream().filter(key -> !keys.contains(key)).toList();
    }

    String text() {
        List<JudgedMutant> meant =
                judged.stream().filter(MutationDocument::meant).toList();
        List<JudgedMutant> different =
                meant.stream().filter(mutant -> !same(mutant) && !aside(mutant)).toList();
        long own = judged.stream()
                .filter(mutant -> mutant.killed() || mutant.killedByOwnTests())
                .count();
        long visible = judged.stream().filter(mutant -> !same(mutant)).count();
        StringBuilder text = new StringBuilder(INTRODUCTION);
        text.append("| mutants | judged | killed | share |\n| --- | ---: | ---: | ---: |\n");
        row(text, "by the kit alone: all", judged.size(), killed(judged));
        row(text, "by the kit alone: of the classes that it is meant to check", meant.size(), killed(meant));
        row(
                text,
                "by the kit alone: of those classes, without mutants that are the same to everybody or not the kit's"
                        + " business",
                different.size(),
                killed(different));
        row(text, "by the kit or by `protocol-api`'s own tests: all", judged.size(), own);
        row(
                text,
                "by the kit or by `protocol-api`'s own tests: without those that are the same to everybody",
                visible,
                own);
        text.append("\n## By class\n\nClasses in italics do what the kit does not look at.\n\n");
        shares(text, "class", mutant -> {
            String name = mutant.packageName().replace("org.imageop", "").replaceFirst("^\\.", "");
            String type = (name.isEmpty() ? "" : name + ".") + mutant.className();
            return meant(mutant) ? "`" + type + "`" : "*" + type + "* (" + LIBRARY.get(mutant.className()) + ")";
        });
        text.append("\n## By kind of change\n\n");
        shares(text, "change", mutant -> mutant.operator().meaning);
        text.append("\n## What killed\n\nThe first check that fails ends a mutant's life, so rules that are checked"
                + " early kill most.\n\n| rule | mutants killed | for instance |\n| --- | ---: | --- |\n");
        judged.stream()
                .filter(JudgedMutant::killed)
                .collect(Collectors.groupingBy(
                        mutant -> mutant.rule().equals("none") ? "the kit itself breaks" : mutant.rule(),
                        () -> new TreeMap<>(Comparator.comparing((String rule) -> rule.length() > 6)
                                .thenComparing(rule -> rule.replaceAll("\\d", ""))
                                .thenComparing(rule -> Integer.parseInt("0" + rule.replaceAll("\\D", "")))),
                        Collectors.toList()))
                .forEach((rule, mutants) -> text.append("| ")
                        .append(rule.length() > 6 ? rule : "[" + rule + "](../SPEC.md#" + rule + ")")
                        .append(" | ")
                        .append(mutants.size())
                        .append(" | ")
                        .append(change(mutants.get(0)))
                        .append(": ")
                        .append(mutants.get(0).check())
                        .append(", ")
                        .append(mutants.get(0).on())
                        .append(" |\n"));
        for (Kind kind : Kind.values()) {
            survivors(text, kind);
        }
        return text.toString();
    }

    private boolean same(JudgedMutant mutant) {
        return !mutant.killed() && explanation(mutant).kind() == Kind.EQUIVALENT;
    }

    private boolean aside(JudgedMutant mutant) {
        return !mutant.killed() && explanation(mutant).kind() == Kind.LIBRARY;
    }

    private void survivors(StringBuilder text, Kind kind) {
        List<JudgedMutant> of = survivors().stream()
                .filter(survivor -> explanation(survivor).kind() == kind)
                .sorted(Comparator.comparing(JudgedMutant::mutant))
                .toList();
        text.append("\n## Survivors: ")
                .append(kind.title.toLowerCase(Locale.ROOT))
                .append(" (")
                .append(of.size());
        text.append(")\n\n").append(kind.meaning).append("\n\n");
        if (of.isEmpty()) {
            text.append("None.\n");
            return;
        }
        text.append("| mutant | why it lives | own test that kills it |\n| --- | --- | --- |\n");
        for (JudgedMutant survivor : of) {
            text.append("| ")
                    .append(change(survivor))
                    .append(" | ")
                    .append(explanation(survivor).why())
                    .append(" | ")
                    .append(survivor.ownTest().isEmpty() ? "not tried" : survivor.ownTest())
                    .append(" |\n");
        }
    }

    private static long killed(List<JudgedMutant> mutants) {
        return mutants.stream().filter(JudgedMutant::killed).count();
    }

    private static void row(StringBuilder text, String what, long all, long killed) {
        text.append(String.format(
                Locale.ROOT, "| %s | %d | %d | %s |%n", what, all, killed, all == 0 ? "–" : 100 * killed / all + " %"));
    }

    private void shares(StringBuilder text, String title, Function<JudgedMutant, String> group) {
        text.append("| ")
                .append(title)
                .append(" | judged | killed by the kit | share |\n| --- | ---: | ---: | ---: |\n");
        Map<String, List<JudgedMutant>> groups = new TreeMap<>(
                Comparator.comparing((String name) -> name.startsWith("*")).thenComparing(Function.identity()));
        groups.putAll(judged.stream().collect(Collectors.groupingBy(group)));
        groups.forEach((name, mutants) -> row(text, name, mutants.size(), killed(mutants)));
    }

    /** What was changed, in the few words around it. */
    private static String change(JudgedMutant mutant) {
        String before = mutant.before();
        String after = mutant.after();
        int start = 0;
        while (start < Math.min(before.length(), after.length()) && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.length(), after.length()) - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return "`" + mutant.member() + "`: `` " + cut(before, start, end) + " `` → "
                + (after.equals(";") ? "removed" : "`` " + cut(after, start, end) + " ``");
    }

    private static String cut(String text, int start, int end) {
        int from = text.length() <= 70 ? 0 : Math.max(0, start - 25);
        int to = text.length() <= 70
                ? text.length()
                : Math.min(text.length(), Math.max(text.length() - end + 25, from + 50));
        String middle = to - from > 90 ? text.substring(from, from + 88) + "…" : text.substring(from, to);
        return ((from > 0 ? "…" : "") + middle + (to < text.length() && to - from <= 90 ? "…" : ""))
                .replace("|", "\\|");
    }

    private static final String INTRODUCTION = """
            # How much of the library the kit keeps right

            `docs/tck-proof.md` shows that each rule has a check that fails. This page shows what the checks find when
            nobody chose the mistake: lines of `protocol-api/src/main` are picked at random, one small change is made
            in each, and the kit of `imageop-protocol-tck` alone is run on the library so changed, until a check
            fails. It runs on `StandardImage` in all modes, on layouts (padded, backwards, direct, by columns, packed,
            of few bits, premultiplied, ranged, read-only), on an image of four methods, on computed rows and on an
            adapter. Then `protocol-api`'s own tests are run on the survivors.

            ```
            nice ./mvnw test -pl protocol-tck -am -Dtest=MutationTest -Dsurefire.failIfNoSpecifiedTests=false -Dimageop.mutations=NUMBER
            ```

            judges so many mutants anew (half an hour for 200 on two free cores, most of it for survivors) and writes
            `mutants.tsv`, from which this page is made. The choice hangs on the text of a line alone: the same
            library gives the same mutants, and a change of other lines leaves them. Mutants that cannot be compiled,
            or are compiled to the same code, do not count. An endless loop, or a virtual machine that ends, counts as
            killed. Every survivor needs an explanation, in `survivors.tsv` beside it; without one the test fails, as
            it does for an explanation that is no longer needed.

            """;
}
