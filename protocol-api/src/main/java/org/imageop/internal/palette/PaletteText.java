package org.imageop.internal.palette;

import java.io.IOException;
import java.util.List;
import org.imageop.Mode;
import org.imageop.internal.palette.PaletteFile.Unreadable;

/** The text that palettes are saved in, the form of Teragon: a line for each index, with its values. */
public final class PaletteText {
    private static final int INDICES = 256;

    private PaletteText() {}

    /** Writes 256 lines below two of comment; what the data lack is 0, and what they have beyond is left out (D-7). */
    public static void write(Mode mode, byte[] data, Appendable out) throws IOException {
        StringBuilder text =
                new StringBuilder("# Palette\n# Mode: ").append(mode).append('\n');
        int components = mode.components();
        for (int index = 0; index < INDICES; index++) {
            text.append(index);
            for (int k = index * components; k < (index + 1) * components; k++) {
                text.append(' ').append(k < data.length ? data[k] & 0xff : 0);
            }
            text.append('\n');
        }
        out.append(text);
    }

    /** 256 colours of RGB; an index that the text lacks is a grey of its own number. */
    static byte[] entries(List<String> lines) throws Unreadable {
        byte[] data = new byte[3 * INDICES];
        for (int k = 0; k < data.length; k++) {
            data[k] = (byte) (k / 3);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty() || lines.get(i).charAt(0) == '#') {
                continue;
            }
            String[] fields = PaletteFile.fields(lines, i);
            if (fields.length != 2 && fields.length != 4) {
                throw new Unreadable(
                        "line " + (i + 1) + " has " + fields.length + " fields, not an index with one value or three");
            }
            int index = PaletteFile.integer(fields[0], i);
            int[] values = new int[3];
            for (int c = 0; c < 3; c++) {
                values[c] = PaletteFile.integer(fields[fields.length == 2 ? 1 : c + 1], i);
            }
            if (index >= 0 && index < INDICES) {
                for (int c = 0; c < 3; c++) {
                    data[3 * index + c] = (byte) values[c];
                }
            }
        }
        return data;
    }
}
