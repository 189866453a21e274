package org.imageop.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Aligned columns of text. */
final class Table {
    private static final int WIDTH = 100;

    /** How the text of a column is placed. */
    enum Align {
        LEFT,
        RIGHT
    }

    /**
     * A column.
     *
     * @param head its title
     * @param align how its text is placed
     * @param width its smallest width; it grows with its text
     */
    record Column(String head, Align align, int width) {
        static Column left(String head) {
            return new Column(head, Align.LEFT, 0);
        }

        static Column right(String head) {
            return new Column(head, Align.RIGHT, 0);
        }

        Column atLeast(int smallest) {
            return new Column(head, align, smallest);
        }
    }

    private sealed interface Entry permits Row, Note {}

    private record Row(List<String> cells, String style) implements Entry {}

    private record Note(String text) implements Entry {}

    private final List<Column> columns;
    private final List<Entry> entries = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a text for each column. */
    void row(List<String> cells) {
        row("", cells);
    }

    /** Adds a row in a style of picocli, such as {@code fg(red)}; none if empty. */
    void row(String style, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells do not fit " + columns.size() + " columns");
        }
        entries.add(new Row(List.copyOf(cells), style));
    }

    /** Adds a faint line across all columns, below the row before it. */
    void note(String text) {
        entries.add(new Note(text));
    }

    void print(PrintWriter out, Ansi ansi) {
        int[] widths = columns.stream()
                .mapToInt(c -> Math.max(c.width, length(c.head)))
                .toArray();
        for (Entry entry : entries) {
            if (entry instanceof Row row) {
                for (int c = 0; c < widths.length; c++) {
                    widths[c] = Math.max(widths[c], length(row.cells.get(c)));
                }
            }
        }
        out.println(styled(ansi, "bold", line(columns.stream().map(Column::head).toList(), widths)));
        for (Entry entry : entries) {
            if (entry instanceof Row row) {
                out.println(styled(ansi, row.style, line(row.cells, widths)));
            } else if (entry instanceof Note note) {
                for (String line : wrapped(note.text)) {
                    out.println(styled(ansi, "faint", line));
                }
            }
        }
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - length(cells.get(c)));
            boolean right = columns.get(c).align == Align.RIGHT;
            line.append("  ").append(right ? padding + cells.get(c) : cells.get(c) + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Lines that fit below the table, those after the first further indented. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("    ");
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && length(line.toString()) + 1 + length(word) > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("      ");
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text in a style of picocli; the text itself is not markup. */
    static String styled(Ansi ansi, String style, String text) {
        if (!ansi.enabled() || style.isEmpty()) {
            return text;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        // a reset, because what picocli ends bold with is a double underline to many terminals
        return Ansi.Style.on(styles) + text + Ansi.Style.reset.off();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
