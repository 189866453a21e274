package org.imageop.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text. */
public final class Table {
    /** How the text of a column is placed. */
    private enum Align {
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
    public record Column(String head, Align align, int width) {
        public static Column left(String head) {
            return new Column(head, Align.LEFT, 0);
        }

        public static Column right(String head) {
            return new Column(head, Align.RIGHT, 0);
        }

        public Column atLeast(int smallest) {
            return new Column(head, align, smallest);
        }
    }

    private sealed interface Entry permits Row, Note {}

    private record Row(List<String> cells, String style) implements Entry {}

    private record Note(String text) implements Entry {}

    private final List<Column> columns;
    private final List<Entry> entries = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a text for each column. */
    public void row(List<String> cells) {
        row("", cells);
    }

    /** Adds a row in a style of picocli, such as {@code fg(red)}; none if empty. */
    public void row(String style, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells do not fit " + columns.size() + " columns");
        }
        entries.add(new Row(List.copyOf(cells), style));
    }

    /** Adds a faint line across all columns, below the row before it. */
    public void note(String text) {
        entries.add(new Note(text));
    }

    /** Prints all rows and notes, and flushes. */
    public void print(Console console) {
        PrintWriter out = console.out();
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
        out.println(
                console.styled("bold", line(columns.stream().map(Column::head).toList(), widths)));
        for (Entry entry : entries) {
            if (entry instanceof Row row) {
                out.println(console.styled(row.style, line(row.cells, widths)));
            } else if (entry instanceof Note note) {
                for (String line : wrapped(note.text)) {
                    out.println(console.styled("faint", line));
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

    /** Lines that fit below the table. The lines after the first are further indented. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("    ");
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && length(line.toString()) + 1 + length(word) > Console.WIDTH) {
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

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
