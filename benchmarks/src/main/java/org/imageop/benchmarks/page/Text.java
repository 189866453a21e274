package org.imageop.benchmarks.page;

import java.util.List;
import java.util.Locale;

/** Numbers and tables in Markdown. */
final class Text {
    private Text() {}

    /** With two or three digits, in the unit in which it is larger than one. */
    static String time(double nanoseconds) {
        return nanoseconds < 1e3
                ? digits(nanoseconds) + " ns"
                : nanoseconds < 1e6 ? digits(nanoseconds / 1e3) + " µs" : digits(nanoseconds / 1e6) + " ms";
    }

    /** Exactly enough to compare with a target. */
    static String ratio(double ratio) {
        if (ratio < 0.001) {
            return "< 0.001";
        }
        return String.format(Locale.ROOT, ratio < 0.095 ? "%.3f" : ratio < 10 ? "%.2f" : "%.0f", ratio);
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : value < 20 ? "%.1f" : "%.0f", value);
    }

    /** All columns but the first hold numbers, if so asked. */
    static String head(List<String> columns, boolean numbers) {
        String rule = "|---".concat((numbers ? "|--:" : "|---").repeat(columns.size() - 1));
        return line(columns) + rule + "|\n";
    }

    static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
