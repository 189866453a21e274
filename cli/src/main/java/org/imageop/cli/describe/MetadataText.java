package org.imageop.cli.describe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imageop.cli.console.Amounts;
import org.imageop.cli.console.Problem;

/** Metadata values for people: short, on one line. */
final class MetadataText {
    private static final int LONGEST = 60;

    private MetadataText() {}

    static String of(Object value) {
        if (value instanceof byte[] bytes) {
            return Amounts.count(bytes.length, "byte");
        }
        if (value instanceof List<?> list) {
            return shortened(list.stream().map(MetadataText::of).collect(Collectors.joining(", ")));
        }
        if (value instanceof Map<?, ?> map) {
            return shortened(map.entrySet().stream()
                    .map(entry -> Problem.oneLine(String.valueOf(entry.getKey())) + ": " + of(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ")));
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
