package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of docs/implementing.md is that of the files it is quoted from, which the build compiles and tests. */
class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    private static final Path GUIDE = ROOT.resolve("docs/implementing.md");

    /** A line of a quotation that stands for lines left out. */
    private static final String GAP = "// …\n";

    record Quotation(Path source, String code) {
        @Override
        public String toString() {
            return source.getFileName() + ": "
                    + code.strip().lines().findFirst().orElse("");
        }
    }

    /** Each block, with the last file of code that the text before it links to. */
    static Stream<Quotation> quotations() throws IOException {
        String guide = Files.readString(GUIDE);
        return Pattern.compile("^```(?:java|xml)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(block -> new Quotation(source(guide.substring(0, block.start())), block.group(1)));
    }

    private static Path source(String before) {
        String link = Pattern.compile("]\\(([^)]*\\.(?:java|xml))\\)")
                .matcher(before)
                .results()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no file is named before the first block of " + GUIDE))
                .group(1);
        return GUIDE.resolveSibling(link).normalize();
    }

    @Test
    void everyBlockIsAQuotation() throws IOException {
        Matcher fences = Pattern.compile("(?m)^```(\\w+)$").matcher(Files.readString(GUIDE));

        assertThat(fences.results().map(fence -> fence.group(1))).containsOnly("java", "xml", "text");
        assertThat(quotations()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void quotesItsFileToTheLetter(Quotation quotation) throws IOException {
        String file = Files.readString(quotation.source());

        int from = 0;
        for (String part : quotation.code().split(GAP)) {
            assertThat("\n" + file.substring(from))
                    .as("after %d characters of %s", from, quotation.source())
                    .contains("\n" + part);
            from = file.indexOf(part, from) + part.length();
        }
    }

    /** A stranger's build has this version and no other, and the parent's plugin, so that it is downloaded once. */
    @Test
    void theProjectHasTheVersionsOfThisBuild() throws IOException {
        String parent = Files.readString(ROOT.resolve("pom.xml"));
        String project = Files.readString(ROOT.resolve("docs/implementing/pom.xml"));
        String version =
                "<version>" + first(parent, "<artifactId>imageop-parent</artifactId>\\s*<version>(.*?)<") + "<";

        assertThat(project).containsSubsequence("imageop-protocol-api<", version, "imageop-protocol-tck<", version);
        assertThat(project)
                .containsSubsequence(
                        "maven-surefire-plugin<", "<version>" + first(parent, "<maven.surefire.version>(.*?)<") + "<");
    }

    private static String first(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
