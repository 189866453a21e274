package org.imageop.verification.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation. */
record Page(Path path, String text) {
    static final Path ROOT = Path.of(System.getProperty("imageop.root"));
    static final Page README = of("README.md");
    static final Page SPEC = of("SPEC.md");
    static final Page GETTING_STARTED = of("docs/guide/getting-started.md");
    static final Page CONCEPTS = of("docs/guide/concepts.md");
    static final Page IMPLEMENTING = of("docs/guide/implementing.md");
    static final Page TENSORS = of("docs/guide/tensors.md");
    static final Page ERRORS = of("docs/reference/errors.md");

    static Page of(String path) {
        return new Page(ROOT.resolve(path), read(ROOT.resolve(path)));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<MatchResult> matches(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().toList();
    }

    /** The places that links may lead to: marked ones, and headings as GitHub marks them. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        matches("<a id=\"(.*?)\">", text).forEach(m -> anchors.add(m.group(1)));
        matches("(?m)^#+ (.*)$", text).stream()
                .map(m -> m.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    /** The Java code on it. */
    List<Snippet> snippets() {
        return snippets(0, text.length());
    }

    /** The Java code between two places. */
    List<Snippet> snippets(int start, int end) {
        Matcher matcher = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .region(start, end);
        List<Snippet> found = new ArrayList<>();
        while (matcher.find()) {
            int line = (int) text.substring(0, matcher.start(1)).lines().count() + 1;
            found.add(new Snippet(this, line, matcher.group(1)));
        }
        return found;
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
