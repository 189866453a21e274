package org.imageop.verification.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a source where an exception is made.
 *
 * @param file the name of the source, without its suffix
 * @param exception the simple name of the exception's class
 * @param literals the strings among the arguments; strings that are added up directly are one
 */
record ThrowSite(String file, int line, String exception, List<String> literals) {
    /** A comment, a block of text, a string, a character, a parenthesis, or how an exception is made. */
    private static final Pattern TOKEN =
            Pattern.compile("//.*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\])*+)\"|'(?:\\\\.|[^'])'"
                    + "|new (?:\\w+\\.)*(\\w+Exception)\\(|[()]|\\w+Exception::new");

    static List<ThrowSite> in(Path source) {
        String text = Page.read(source);
        String name = source.getFileName().toString().replace(".java", "");
        List<ThrowSite> sites = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group().endsWith("Exception::new")) {
                throw new AssertionError(source + ": a message cannot be found in " + token.group());
            } else if (token.group(2) != null) {
                int line = (int) text.substring(0, token.start()).lines().count();
                sites.add(new ThrowSite(name, line, token.group(2), literals(text, token)));
            }
        }
        return sites;
    }

    /** The strings up to the closing parenthesis. */
    private static List<String> literals(String text, Matcher token) {
        List<String> literals = new ArrayList<>();
        int depth = 1;
        int end = 0;
        while (depth > 0 && token.find()) {
            switch (token.group().charAt(0)) {
                case '(', 'n' -> depth++;
                case ')' -> depth--;
                case '"' -> {
                    if (token.group(1) == null) {
                        throw new AssertionError(
                                "A message is a block of text, which is not looked into: " + token.group());
                    }
                    boolean goesOn = !literals.isEmpty()
                            && text.substring(end, token.start()).matches("\\s*\\+\\s*");
                    String before = goesOn ? literals.remove(literals.size() - 1) : "";
                    literals.add(before + token.group(1));
                    end = token.end();
                }
                default -> {
                    // comments and characters
                }
            }
        }
        return literals;
    }

    /** What users catch. */
    String thrownAs() {
        return exception.equals("RefusedException") ? "ImageFormatException" : exception;
    }

    List<String> anchors() {
        return Page.matches("\\[errors\\.md#([a-z-]+)]", String.join("", literals)).stream()
                .map(match -> match.group(1))
                .toList();
    }
}
