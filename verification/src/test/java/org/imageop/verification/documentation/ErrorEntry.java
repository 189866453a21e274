package org.imageop.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * One kind of error in docs/reference/errors.md.
 *
 * @param exceptions the simple names of the classes
 * @param snippet the code that provokes it, or null
 * @param message the example, in which … stands for anything
 */
record ErrorEntry(
        String anchor, List<String> exceptions, @Nullable Snippet snippet, String message) {
    private static final String HEADING = "### <a id=\"([a-z-]+)\"></a>\\S.*\n";
    private static final String CLASSES = "\n((?:, )?`\\w+`)+(?: · .*)?\n";
    private static final String MESSAGE = "\n```text\n(.*)\n```\n";

    static List<ErrorEntry> all() {
        String text = Page.ERRORS.text();
        List<Integer> starts = new ArrayList<>();
        Page.matches("(?m)^##.*$", text).forEach(heading -> starts.add(heading.start()));
        starts.add(text.length());
        List<ErrorEntry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            if (text.startsWith("###", starts.get(i))) {
                entries.add(entry(text, starts.get(i), starts.get(i + 1)));
            }
        }
        return entries;
    }

    private static ErrorEntry entry(String page, int start, int end) {
        String text = page.substring(start, end);
        String anchor = only(HEADING, text).group(1);
        List<String> exceptions = Page.matches(
                        "`(\\w+)`", only(CLASSES, text).group().split("·")[0])
                .stream()
                .map(match -> match.group(1))
                .toList();
        List<Snippet> snippets = Page.ERRORS.snippets(start, end);
        assertThat(snippets).as(anchor).hasSizeLessThan(2);
        return new ErrorEntry(
                anchor,
                exceptions,
                snippets.isEmpty() ? null : snippets.get(0),
                only(MESSAGE, text).group(1));
    }

    private static MatchResult only(String regex, String text) {
        List<MatchResult> found = Page.matches(regex, text);
        assertThat(found).as("%s in%n%s", regex, text).hasSize(1);
        return found.get(0);
    }

    @Override
    public String toString() {
        return anchor;
    }
}
