package org.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code, the pictures, the rule ids and the links of SPEC.md and docs/concepts.md are right. */
class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    private static final Path SPEC = ROOT.resolve("SPEC.md");
    private static final Path CONCEPTS = ROOT.resolve("docs/concepts.md");
    private static final Path IMPLEMENTING = ROOT.resolve("docs/implementing.md");
    private static final Path PICTURES = ROOT.resolve("docs/pictures");

    /** A rule id as texts and comments cite it. */
    private static final Pattern CITED = Pattern.compile("\\b(?:AMB|[PLBVSACTMEX])-\\d+\\b");

    @TempDir
    Path folder;

    record Snippet(Path page, int line, String code) {
        @Override
        public String toString() {
            return page.getFileName() + " line " + line;
        }
    }

    static Stream<Snippet> snippets() {
        return Stream.of(SPEC, CONCEPTS).flatMap(page -> snippets(page).stream());
    }

    private static List<Snippet> snippets(Path page) {
        String text = read(page);
        Matcher matcher = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text);
        List<Snippet> found = new ArrayList<>();
        while (matcher.find()) {
            int line = (int) text.substring(0, matcher.start(1)).lines().count() + 1;
            found.add(new Snippet(page, line, matcher.group(1)));
        }
        assertThat(found).as("snippets of " + page).isNotEmpty();
        return found;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void snippetsCompileAndTheirAssertionsHold(Snippet snippet) throws Exception {
        assertThat(snippet.code()).contains("assert ");
        String source = "import java.nio.*; import java.util.*; import org.imageop.*; import static org.imageop.Mode.*;"
                + " class Snippet { public static void main(String[] args) throws Exception { // line "
                + snippet.line() + " follows\n" + snippet.code() + "}}\n";
        run(compile("Snippet", source));
    }

    @Test
    void aSnippetsFalseAssertionFails() throws Exception {
        Class<?> wrong =
                compile("Wrong", "class Wrong { public static void main(String[] args) { assert args.length == 1; }}");

        Throwable failure = catchThrowable(wrong);

        assertThat(failure).isInstanceOf(AssertionError.class);
    }

    @Test
    void picturesAreWhatTheirProgramDraws() throws Exception {
        Class<?> program = compile("Pictures", read(PICTURES.resolve("Pictures.java")));
        Path drawn = Files.createDirectory(folder.resolve("drawn"));
        run(program, drawn.toString());

        assertThat(names(drawn)).isNotEmpty().isEqualTo(names(PICTURES));
        for (String name : names(drawn)) {
            assertThat(PICTURES.resolve(name))
                    .as("run: java docs/pictures/Pictures.java docs/pictures")
                    .hasSameTextualContentAs(drawn.resolve(name));
            assertThat(read(CONCEPTS)).contains("](pictures/" + name + ")");
        }
    }

    @Test
    void everyRuleIsThereOnceAndHasAnIntent() throws IOException {
        List<String> lines = Files.readAllLines(SPEC);
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
        assertThat(numbers.keySet()).containsExactly("A", "B", "C", "E", "L", "M", "P", "S", "T", "V");
        numbers.forEach((kind, ofKind) -> assertThat(ofKind)
                .as(kind + " rules are numbered without gaps")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ofKind.size()).boxed().toList()));
        assertThat(numbers.get("P")).hasSize(88);
    }

    @Test
    void everyRuleCitedIsInTheSpecification() throws IOException {
        String spec = read(SPEC);
        Set<String> known = new TreeSet<>();
        matches("<a id=\"(.*?)\">", spec).forEach(m -> known.add(m.group(1)));
        matches("\\[(AMB-\\d+)]", spec).forEach(m -> known.add(m.group(1)));
        matches("// (X-.*)", spec)
                .forEach(m -> CITED.matcher(m.group(1)).results().forEach(x -> known.add(x.group())));
        known.add("P-104"); // the C API's last one, which is named and not there
        known.add("P-103"); // of the C API, and Images.isImage beside it
        known.add("P-89");
        assertThat(known).contains("AMB-1", "AMB-20", "X-1", "X-16");

        List<Path> pages = new ArrayList<>(List.of(SPEC, CONCEPTS, IMPLEMENTING));
        try (Stream<Path> sources = Files.walk(ROOT.resolve("protocol-api/src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java")).forEach(pages::add);
        }
        for (Path page : pages) {
            Set<String> cited = new TreeSet<>();
            CITED.matcher(read(page)).results().forEach(m -> cited.add(m.group()));
            assertThat(known).as("cited in " + page).containsAll(cited);
        }
    }

    @Test
    void linksLeadSomewhere() {
        for (Path page : List.of(SPEC, CONCEPTS, IMPLEMENTING)) {
            List<MatchResult> links = matches("]\\((?!https)([^)#]*)(#[^)]*)?\\)", read(page));
            assertThat(links).isNotEmpty();
            for (MatchResult link : links) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                assertThat(target).as("a link of " + page).exists();
                if (link.group(2) != null) {
                    assertThat(anchors(target)).contains(link.group(2).substring(1));
                }
            }
        }
    }

    @Test
    void modeTableIsThatOfTheCode() {
        for (Mode mode : Mode.values()) {
            assertThat(read(SPEC)).contains(row(mode));
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

    /** The anchors of rules, and those that GitHub makes of headings. */
    private static List<String> anchors(Path page) {
        return Stream.concat(
                        matches("<a id=\"(.*?)\">", read(page)).stream().map(m -> m.group(1)),
                        matches("(?m)^#+ (.*)$", read(page)).stream()
                                .map(m -> m.group(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[^a-z0-9 -]", "")
                                        .replace(' ', '-')))
                .toList();
    }

    private static List<MatchResult> matches(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().toList();
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

    private Class<?> compile(String name, String source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        StringWriter messages = new StringWriter();
        boolean compiled;
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release", "17", "-classpath", System.getProperty("java.class.path"), "-d", folder.toString());
            compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        assertThat(compiled).as(messages.toString()).isTrue();
        URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, DocumentationTest.class.getClassLoader());
        loader.setDefaultAssertionStatus(true);
        return loader.loadClass(name);
    }

    private static void run(Class<?> program, String... args) throws Exception {
        Throwable failure = catchThrowable(program, args);
        assertThat(failure).isNull();
    }

    private static Throwable catchThrowable(Class<?> program, String... args) throws Exception {
        var main = program.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) args);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
