package org.imageop.imageio.formats.netpbm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imageop.imageio.codec.RawStrips;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.input.FileBytes;
import org.jspecify.annotations.Nullable;

/** The beginnings of binary PBM, PGM, PPM and PAM files, whose rows lie behind them as they are. */
final class NetpbmHeader {
    /** Longer ones have long comments, and are read whole. */
    static final int LONGEST = 1 << 12;

    /** What is between the numbers of a header. */
    static final String GAP = "(?:\\s|#[^\\n]*\\n)+";

    private static final Pattern BITMAP = Pattern.compile("P4" + GAP + "(\\d{1,9})" + GAP + "(\\d{1,9})\\s");
    private static final Pattern PIXMAP =
            Pattern.compile("P([56])" + GAP + "(\\d{1,9})" + GAP + "(\\d{1,9})" + GAP + "(\\d{1,5})\\s");
    private static final Pattern ARBITRARY = Pattern.compile("P7\\n(?s:.*?)\\nENDHDR\\n");

    private NetpbmHeader() {}

    /** The strips of a file; null if it is of another kind, or too short. */
    static @Nullable Strips strips(FileBytes file) throws IOException {
        byte[] start = file.bytes(0, Math.min(LONGEST, file.length()));
        String text = new String(start, StandardCharsets.ISO_8859_1);
        RawStrips strips = bitmap(file, BITMAP.matcher(text));
        if (strips == null) {
            strips = pixmap(file, PIXMAP.matcher(text));
        }
        if (strips == null) {
            strips = arbitrary(file, ARBITRARY.matcher(text));
        }
        return strips != null && strips.complete() ? strips : null;
    }

    private static @Nullable RawStrips bitmap(FileBytes file, Matcher found) {
        if (!found.lookingAt()) {
            return null;
        }
        int width = Integer.parseInt(found.group(1));
        return new RawStrips(
                file,
                found.end(),
                (width + 7) / 8,
                Integer.parseInt(found.group(2)),
                false,
                rows -> ascii("P4 " + width + " " + rows + "\n"));
    }

    private static @Nullable RawStrips pixmap(FileBytes file, Matcher found) {
        if (!found.lookingAt()) {
            return null;
        }
        String kind = found.group(1);
        long width = Long.parseLong(found.group(2));
        int most = Integer.parseInt(found.group(4));
        return new RawStrips(
                file,
                found.end(),
                width * (kind.equals("6") ? 3 : 1) * bytes(most),
                Integer.parseInt(found.group(3)),
                false,
                rows -> ascii("P" + kind + " " + width + " " + rows + " " + most + "\n"));
    }

    private static @Nullable RawStrips arbitrary(FileBytes file, Matcher found) {
        if (!found.lookingAt()) {
            return null;
        }
        String header = found.group();
        Pattern line = Pattern.compile("(?m)^HEIGHT\\s+(\\d{1,9})\\s*$");
        Matcher height = line.matcher(header);
        long width = number(header, "WIDTH");
        long depth = number(header, "DEPTH");
        long most = number(header, "MAXVAL");
        if (!height.find() || Math.min(width, Math.min(depth, most)) < 1) {
            return null;
        }
        return new RawStrips(
                file,
                found.end(),
                width * depth * bytes(most),
                Integer.parseInt(height.group(1)),
                false,
                rows -> ascii(line.matcher(header).replaceFirst("HEIGHT " + rows)));
    }

    /** The number in the line of a word; 0 if there is none. */
    private static long number(String header, String word) {
        Matcher found = Pattern.compile("(?m)^" + word + "\\s+(\\d{1,9})\\s*$").matcher(header);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static int bytes(long largest) {
        return largest > 255 ? 2 : 1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
