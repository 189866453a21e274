package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imageop.tck.engine.Rule;
import org.imageop.verification.library.LibraryChecks;
import org.junit.jupiter.api.Test;

/**
 * Every rule of the specification is checked by the kit, and so proved to be checked, or is named by a test of some
 * module: {@code P70_...}. An open question of the PEP that is answered within a rule, [AMB-7], goes with the rule.
 */
class RuleIdsTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    private static final Pattern ROW = Pattern.compile("(?m)^\\| <a id=\"([A-Z]-\\d+)\">\\1</a> \\| (.*) \\|$");
    private static final Pattern ANSWER = Pattern.compile("\\[(AMB-\\d+)]");
    private static final Pattern EXAMPLE = Pattern.compile("\\bX-\\d+");
    private static final Pattern TEST = Pattern.compile("\\bvoid ([A-Z]\\w*_\\w*)\\(");
    private static final Pattern ID = Pattern.compile("([A-Z]+)(\\d+)");

    /** The rules of the specification, each with its text. */
    private static Map<String, String> rules() throws IOException {
        Map<String, String> rules = new LinkedHashMap<>();
        ROW.matcher(specification()).results().forEach(row -> rules.put(row.group(1), row.group(2)));
        return rules;
    }

    private static String specification() throws IOException {
        return Files.readString(ROOT.resolve("SPEC.md")).replace("\r\n", "\n");
    }

    /** The ids that names of tests begin with. */
    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file :
                            files.filter(f -> f.toString().endsWith(".java")).toList()) {
                        TEST.matcher(Files.readString(file)).results().forEach(test -> named.addAll(ids(test)));
                    }
                }
            }
        }
        return named;
    }

    private static List<String> ids(MatchResult test) {
        List<String> ids = new ArrayList<>();
        for (String part : test.group(1).split("_")) {
            ID.matcher(part).results().filter(id -> id.group().equals(part)).forEach(id -> {
                ids.add(id.group(1) + "-" + id.group(2));
            });
            ids.add(part);
        }
        return ids;
    }

    private static Set<String> covered() throws IOException {
        Set<String> covered = named();
        LibraryChecks.andTheKits().forEach(rule -> covered.add(rule.id()));
        rules().forEach((id, text) -> {
            if (covered.contains(id)) {
                ANSWER.matcher(text).results().forEach(answer -> covered.add(answer.group(1)));
            }
        });
        return covered;
    }

    @Test
    void everyRuleIsCheckedByTheKitOrNamedByATest() throws IOException {
        Map<String, String> rules = rules();

        assertThat(rules)
                .as("rules with the letters P, L, B, V, S, A, C, T, M and E")
                .hasSizeGreaterThan(88 + 80);
        assertThat(covered()).containsAll(rules.keySet());
    }

    @Test
    void everyAnswerIsPartOfSuchARuleOrNamedByATest() throws IOException {
        Set<String> answers = new TreeSet<>();
        for (int n = 1; n <= 20; n++) {
            answers.add("AMB-" + n);
        }

        assertThat(covered()).containsAll(answers);
    }

    @Test
    void everyExampleOfThePepAndEveryKindOfErrorIsNamedByATest() throws IOException {
        Set<String> examples = new TreeSet<>();
        EXAMPLE.matcher(specification()).results().forEach(example -> examples.add(example.group()));

        assertThat(examples).hasSize(16);
        assertThat(named())
                .containsAll(examples)
                .contains("A11IndexError", "A11ValueError", "A11TypeError", "A11AttributeError");
    }

    @Test
    void theKitChecksNoRuleThatTheSpecificationLacks() throws IOException {
        assertThat(rules().keySet())
                .containsAll(LibraryChecks.andTheKits().stream().map(Rule::id).toList());
    }
}
