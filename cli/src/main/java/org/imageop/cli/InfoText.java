package org.imageop.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Metadata values for people: short, on one line. */
final class InfoText {
    private static final int LONGEST = 60;

    private InfoText() {}

    static String of(Object value) {
        if (value instanceof byte[] bytes) {
            return Units.count(bytes.length, "byte");
        }
        if (value instanceof List<?> list) {
            return shortened(list.stream().map(InfoText::of).collect(Collectors.joining(", ")));
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return shortened(Problem.oneLine(String.valueOf(value)));
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
