package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imageop.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code, the pictures, the rule ids and the links of the documentation are right. */
class DocumentationTest {
    private static final List<Page> PAGES = List.of(Page.SPEC, Page.CONCEPTS, Page.IMPLEMENTING, Page.ERRORS);
    private static final Path PICTURES = Page.ROOT.resolve("docs/guide/pictures");

    /** A rule id as texts and comments cite it. */
    private static final Pattern CITED = Pattern.compile("\\b(?:AMB|[PLBVSACTMEX])-\\d+\\b");

    @TempDir
    Path folder;

    /** Those of the errors are run by ErrorsTest. */
    static Stream<Snippet> snippets() {
        return Stream.of(Page.SPEC, Page.CONCEPTS, Page.GETTING_STARTED, Page.TENSORS)
                .flatMap(page -> {
                    assertThat(page.snippets()).as("snippets of " + page).isNotEmpty();
                    return page.snippets().stream();
                });
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void snippetsCompileAndTheirAssertionsHold(Snippet snippet) throws Exception {
        assertThat(snippet.code()).contains("assert ");
        assertThat(snippet.run(folder, folder)).isNull();
    }

    @Test
    void aSnippetsFalseAssertionFails() throws Exception {
        Snippet wrong = new Snippet(Page.SPEC, 1, "assert args.length == 0;");

        assertThat(wrong.run(folder, folder)).isInstanceOf(AssertionError.class);
    }

    /** The README's code, which omits the obvious imports. It is not run: it opens a file that does not exist here. */
    static Stream<Snippet> excerpts() {
        String imports = "import java.awt.image.BufferedImage;\nimport java.io.File;\nimport javax.imageio.ImageIO;\n";
        assertThat(Page.README.snippets()).hasSize(4);
        return Page.README.snippets().stream().map(s -> new Snippet(s.page(), s.line(), imports + s.code()));
    }

    @ParameterizedTest
    @MethodSource("excerpts")
    void codeOfTheReadmeCompiles(Snippet excerpt) throws Exception {
        Program.compile(folder, "Excerpt", excerpt.program("Excerpt"));
    }

    @Test
    void theReadmesArrayIsTheImage() throws Exception {
        Snippet array = Page.README.snippets().get(1);
        assertThat(array.code()).contains("pixels[20 * 640 + 10] is 0xffff8000", "TYPE_INT_ARGB on the same array");
        String asserted = "import java.awt.image.BufferedImage;\n" + array.code()
                + "assert pixels[20 * 640 + 10] == 0xffff8000;\n"
                + "assert shown.getType() == BufferedImage.TYPE_INT_ARGB;\n"
                + "shown.setRGB(0, 0, 0x12345678);\n"
                + "assert pixels[0] == 0x12345678;\n";

        assertThat(new Snippet(array.page(), array.line(), asserted).run(folder, folder))
                .isNull();
    }

    @Test
    void picturesAreWhatTheirProgramDraws() throws Exception {
        Program program = Program.compile(folder, "Pictures", Page.read(PICTURES.resolve("Pictures.java")));
        Path drawn = Files.createDirectory(folder.resolve("drawn"));
        assertThat(program.failure(drawn.toString())).isNull();

        assertThat(names(drawn)).isNotEmpty().isEqualTo(names(PICTURES));
        for (String name : names(drawn)) {
            assertThat(PICTURES.resolve(name))
                    .as("run: java docs/guide/pictures/Pictures.java docs/guide/pictures")
                    .hasSameTextualContentAs(drawn.resolve(name));
            assertThat(Page.CONCEPTS.text()).contains("](pictures/" + name + ")");
        }
    }

    @Test
    void everyRuleIsThereOnceAndHasAnIntent() {
        List<String> lines = Page.SPEC.text().lines().toList();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher rule =
                    Pattern.compile("\\| <a id=\"(.*)\">(.*)</a> \\| .* \\|").matcher(lines.get(i));
            if (rule.matches()) {
                assertThat(rule.group(2)).isEqualTo(rule.group(1));
                assertThat(lines.get(i + 1)).as("intent of " + rule.group(1)).matches("\\| \\| \\*.*\\* \\|");
                ids.add(rule.group(1));
            }
        }

        assertThat(ids).doesNotHaveDuplicates();
        Map<String, Set<Integer>> numbers = new TreeMap<>();
        for (String id : ids) {
            String[] parts = id.split("-");
            numbers.computeIfAbsent(parts[0], kind -> new TreeSet<>()).add(Integer.valueOf(parts[1]));
        }
        assertThat(numbers.keySet()).containsExactly("A", "B", "C", "D", "E", "K", "L", "M", "P", "S", "T", "V");
        numbers.forEach((kind, ofKind) -> assertThat(ofKind)
                .as(kind + " rules are numbered without gaps")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ofKind.size()).boxed().toList()));
        assertThat(numbers.get("P")).hasSize(88);
    }

    @Test
    void everyRuleCitedIsInTheSpecification() throws IOException {
        String spec = Page.SPEC.text();
        Set<String> known = new TreeSet<>();
        Page.matches("<a id=\"(.*?)\">", spec).forEach(m -> known.add(m.group(1)));
        Page.matches("\\[(AMB-\\d+)]", spec).forEach(m -> known.add(m.group(1)));
        Page.matches("// (X-.*)", spec)
                .forEach(m -> CITED.matcher(m.group(1)).results().forEach(x -> known.add(x.group())));
        known.add("P-104"); // the C API's last one, which is named and not there
        known.add("P-103"); // of the C API, and Images.isImage beside it
        known.add("P-89");
        assertThat(known).contains("AMB-1", "AMB-20", "X-1", "X-16");

        List<Path> pages = new ArrayList<>(PAGES.stream().map(Page::path).toList());
        try (Stream<Path> sources = Files.walk(Page.ROOT.resolve("protocol-api/src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java")).forEach(pages::add);
        }
        for (Path page : pages) {
            Set<String> cited = new TreeSet<>();
            CITED.matcher(Page.read(page)).results().forEach(m -> cited.add(m.group()));
            assertThat(known).as("cited in " + page).containsAll(cited);
        }
    }

    /** On all pages, also on pages that tests print. */
    @Test
    void linksLeadSomewhere() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String folder : List.of(".", "docs")) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(folder), folder.equals(".") ? 1 : 9)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .forEach(file -> pages.add(new Page(file, Page.read(file))));
            }
        }
        assertThat(pages).hasSizeGreaterThan(PAGES.size());
        for (Page page : pages) {
            for (MatchResult link : Page.matches("]\\((?!https)([^)#]*)(#[^)]*)?\\)", page.text())) {
                Path target =
                        link.group(1).isEmpty() ? page.path() : page.path().resolveSibling(link.group(1));
                assertThat(target).as("a link of " + page).exists();
                if (link.group(2) != null) {
                    assertThat(new Page(target, Page.read(target)).anchors())
                            .as("a link of " + page)
                            .contains(link.group(2).substring(1));
                }
            }
        }
    }

    @Test
    void modeTableIsThatOfTheCode() {
        for (Mode mode : Mode.values()) {
            assertThat(Page.SPEC.text()).contains(row(mode));
        }
    }

    private static String row(Mode mode) {
        List<String> divisors = mode.subsampling().stream().distinct().count() == 1
                ? List.of("1×1")
                : mode.subsampling().stream().map(s -> s.x() + "×" + s.y()).toList();
        List<String> intervals = mode.intervals().stream().distinct().count() == 1
                ? List.of("0–" + mode.maxValue())
                : mode.intervals().stream().map(i -> i.min() + "–" + i.max()).toList();
        return "| "
                + String.join(
                        " | ",
                        mode.name(),
                        mode == Mode.L32 ? "**I**" : mode.value(),
                        String.join(", ", mode.componentNames()),
                        String.valueOf(mode.bitsPerComponent()),
                        mode.planar() ? "–" : String.valueOf(mode.bytesPerPixel()),
                        mode.planar() ? "yes" : "no",
                        String.join(", ", divisors),
                        mode.xDivisor() + ", " + mode.yDivisor(),
                        String.join(", ", intervals),
                        String.valueOf(mode.length(2, 2)),
                        String.valueOf(mode.length(640, 480)))
                + " |\n";
    }

    private static Set<String> names(Path pictures) {
        try (Stream<Path> files = Files.list(pictures)) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
