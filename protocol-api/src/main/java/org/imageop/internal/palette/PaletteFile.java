package org.imageop.internal.palette;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.imageop.Mode;

/** The entries of a palette as a file describes them. Its first line tells which of the three kinds it is (D-12). */
public final class PaletteFile {
    /** Longer files are refused; GIMP's palettes of 256 named colours have about 10 000 characters. */
    private static final int MOST_CHARACTERS = 1 << 20;

    /** Lines that describe an entry are at most so long, their end included. */
    private static final int LONGEST_LINE = 100;

    private PaletteFile() {}

    /** What a file holds: entries of a mode, one after the other. */
    public record Entries(Mode mode, byte[] data) {}

    /** Why a text is not a palette; the message is a clause. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String clause) {
            super(clause);
        }
    }

    /**
     * Reads a text to its end.
     *
     * @param reader the text, in which bytes are characters of ISO 8859-1; it is not closed
     * @param name what to call it in messages
     * @throws IOException if it cannot be read, or is not a palette
     */
    public static Entries load(Reader reader, String name) throws IOException {
        try {
            List<String> lines = List.of(text(reader).split("(?<=\n)"));
            String first = lines.get(0);
            if (first.startsWith("GIMP Palette")) {
                return new Entries(Mode.RGB, GimpPalette.entries(lines));
            } else if (first.startsWith("GIMP Gradient")) {
                return new Entries(Mode.RGBA, GimpGradient.entries(lines));
            }
            return new Entries(Mode.RGB, PaletteText.entries(lines));
        } catch (Unreadable e) {
            throw new IOException(
                    name + " is not a palette: " + e.getMessage()
                            + "; palettes and gradients of GIMP can be read, and what ImagePalette.save writes for"
                            + " modes L and RGB [errors.md#not-a-palette]",
                    e);
        }
    }

    private static String text(Reader reader) throws IOException, Unreadable {
        char[] buffer = new char[8192];
        StringBuilder text = new StringBuilder();
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            if (text.length() + read > MOST_CHARACTERS) {
                throw new Unreadable("it has more than " + MOST_CHARACTERS + " characters");
            }
            text.append(buffer, 0, read);
        }
        return text.toString();
    }

    /** The fields of a line that describes an entry. */
    static String[] fields(List<String> lines, int line) throws Unreadable {
        String text = lines.get(line);
        if (text.length() > LONGEST_LINE) {
            throw new Unreadable("line " + (line + 1) + " has more than " + LONGEST_LINE + " characters");
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
    }

    static int integer(String field, int line) throws Unreadable {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw new Unreadable("line " + (line + 1) + " has " + quoted(field) + " for a number");
        }
    }

    /** A piece of a file for a message: short and printable. */
    static String quoted(String field) {
        String printable = field.replaceAll("[^ -~]", "?");
        return "\"" + (printable.length() > 20 ? printable.substring(0, 20) + "…" : printable) + "\"";
    }
}
