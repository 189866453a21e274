package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code of docs/guide/implementing.md equals the files that it is quoted from, which the build compiles and tests. */
class GuideTest {
    private static final Page GUIDE = Page.IMPLEMENTING;

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
    static List<Quotation> quotations() {
        return Page.matches("(?ms)^```(?:java|xml)\\n(.*?)^```$", GUIDE.text()).stream()
                .map(block -> new Quotation(source(GUIDE.text().substring(0, block.start())), block.group(1)))
                .toList();
    }

    private static Path source(String before) {
        List<MatchResult> links = Page.matches("]\\(([^)]*\\.(?:java|xml))\\)", before);
        assertThat(links).as("files named before the first block of " + GUIDE).isNotEmpty();
        return GUIDE.path().resolveSibling(links.get(links.size() - 1).group(1)).normalize();
    }

    @Test
    void everyBlockIsAQuotation() {
        List<String> languages = Page.matches("(?m)^```(\\w+)$", GUIDE.text()).stream()
                .map(fence -> fence.group(1))
                .toList();

        assertThat(languages).containsOnly("java", "xml", "text");
        assertThat(quotations()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void quotesItsFileToTheLetter(Quotation quotation) {
        String file = Page.read(quotation.source());

        int from = 0;
        for (String part : quotation.code().split(GAP)) {
            assertThat("\n" + file.substring(from))
                    .as("after %d characters of %s", from, quotation.source())
                    .contains("\n" + part);
            from = file.indexOf(part, from) + part.length();
        }
    }

    /** A stranger's build has this version, and this build's plugin, so that it is downloaded once. */
    @Test
    void theProjectHasTheVersionsOfThisBuild() {
        String parent = Page.read(Page.ROOT.resolve("pom.xml"));
        String project = Page.read(Page.ROOT.resolve("docs/guide/implementing/pom.xml"));
        String version = first(parent, "<artifactId>imageop-parent</artifactId>\\s*(<version>.*?</version>)");
        String surefire = first(parent, "<maven.surefire.version>(.*?)<");

        assertThat(project).containsSubsequence("imageop-protocol-api<", version, "imageop-protocol-tck<", version);
        assertThat(project).containsSubsequence("maven-surefire-plugin<", "<version>" + surefire + "<");
    }

    private static String first(String text, String regex) {
        return Page.matches(regex, text).get(0).group(1);
    }
}
