package org.imageop.internal.palette;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.imageop.internal.palette.PaletteFile.Unreadable;

/** GIMP's palettes: a line for each colour, with red, green, blue and a name. */
final class GimpPalette {
    private static final int MOST_COLORS = 256;
    /** Of comments, fields and colours together. */
    private static final int MOST_LINES = MOST_COLORS + 3;

    private static final Pattern NO_COLOR = Pattern.compile("([A-Za-z0-9_]+:|#)(?s:.*)");

    private GimpPalette() {}

    /** As many colours as there are lines. */
    static byte[] entries(List<String> lines) throws Unreadable {
        byte[] data = new byte[3 * MOST_COLORS];
        int length = 0;
        for (int i = 1; i < lines.size() && i <= MOST_LINES && length < data.length; i++) {
            if (NO_COLOR.matcher(lines.get(i)).matches()) {
                continue;
            }
            String[] fields = PaletteFile.fields(lines, i);
            if (fields.length < 3) {
                throw new Unreadable("line " + (i + 1) + " has fewer than three numbers");
            }
            for (int c = 0; c < 3; c++) {
                int value = PaletteFile.integer(fields[c], i);
                if (value < 0 || value > 255) {
                    throw new Unreadable("line " + (i + 1) + " has the value " + value + ", and values are 0 to 255");
                }
                data[length++] = (byte) value;
            }
        }
        return Arrays.copyOf(data, length);
    }
}
