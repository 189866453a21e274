package org.imageop.cli.console;

import java.util.Map;
import java.util.regex.Pattern;

/** Turns a library's advice to programmers into the option that does the same. */
final class CliAdvice {
    private static final Map<Pattern, String> OPTIONS = Map.of(
            Pattern.compile("StandardImage\\.from\\(image, Mode\\.(\\w+)\\)"), "--mode $1",
            Pattern.compile("StandardImage\\.from\\(Views\\.flatten\\(image[^)]*\\), Mode\\.(\\w+)\\)"),
                    "--background white --mode $1",
            Pattern.compile("(?<!from\\()Views\\.flatten\\(image[^)]*\\)"), "--background white",
            Pattern.compile("StandardImage\\.from\\(image, width, height\\)"), "--size WxH",
            Pattern.compile("WriteOptions\\.withFormat"), "--format",
            Pattern.compile("^The stream cannot be written"), "standard output: cannot be written",
            Pattern.compile("read it as a stream, with Files\\.newInputStream\\(path\\)"),
                    "pass it to standard input, and read \"-\"",
            Pattern.compile("raise the limit with ReadOptions\\.\\w+"), "read it with --unlimited",
            Pattern.compile("ReadOptions\\.withTolerant\\(true\\)"), "--tolerant",
            Pattern.compile("image\\.plane\\(\"a\"\\)\\.map"), "another program");

    private CliAdvice() {}

    static String onTheCommandLine(String message) {
        String advice = message;
        for (Map.Entry<Pattern, String> option : OPTIONS.entrySet()) {
            advice = option.getKey().matcher(advice).replaceAll(option.getValue());
        }
        return advice;
    }
}
