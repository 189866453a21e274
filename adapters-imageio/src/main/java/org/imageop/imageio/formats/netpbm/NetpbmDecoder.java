package org.imageop.imageio.formats.netpbm;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.pixels.DecodedImage;
import org.jspecify.annotations.Nullable;

/**
 * Stretches samples whose largest value is not 255 or 65535. The reader truncates them, takes some of those of two bytes for
 * others, and refuses a largest value of 1; so it is shown samples of the full range. Only of black and white it needs the true one.
 */
final class NetpbmDecoder extends Decoder {
    private static final Pattern PIXMAP = Pattern.compile("P[2356]" + NetpbmHeader.GAP + "\\d{1,9}" + NetpbmHeader.GAP
            + "\\d{1,9}" + NetpbmHeader.GAP + "(\\d{1,5})\\s");
    private static final Pattern ARBITRARY =
            Pattern.compile("P7\\n(?s:.*?)^MAXVAL\\s+(\\d{1,5})\\s*$(?s:.*?)^ENDHDR", Pattern.MULTILINE);

    /** Where the largest value stands that the reader is not to see; nowhere if its end is 0. */
    private final int from;

    private final int to;
    private final int largest;
    private final int full;

    private NetpbmDecoder(int from, int to, int largest) {
        this.from = from;
        this.to = to;
        this.largest = largest;
        full = largest <= 255 ? 255 : 65535;
    }

    /** The decoder of a file; null if the reader knows its largest value. */
    static @Nullable Decoder of(FileBytes file) throws IOException {
        String start =
                new String(file.bytes(0, Math.min(NetpbmHeader.LONGEST, file.length())), StandardCharsets.ISO_8859_1);
        Matcher found = PIXMAP.matcher(start);
        if (!found.lookingAt()) {
            found = ARBITRARY.matcher(start);
        }
        int largest = found.lookingAt() ? Integer.parseInt(found.group(1)) : 255;
        return largest < 1 || largest == 255 || largest >= 65535
                ? null
                : found.group().contains("BLACKANDWHITE")
                        ? new NetpbmDecoder(0, 0, largest)
                        : new NetpbmDecoder(found.start(1), found.end(1), largest);
    }

    @Override
    public FileBytes seen(FileBytes file) {
        if (to == 0) {
            return file;
        }
        return JoinedBytes.of(List.of(
                new JoinedBytes.Part(file, 0, from),
                JoinedBytes.Part.of(Integer.toString(full).getBytes(StandardCharsets.US_ASCII)),
                new JoinedBytes.Part(file, to, file.length() - to)));
    }

    @Override
    protected BufferedImage mend(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        DecodedImage.forEachRow(raster, (y, row) -> {
            for (int i = 0; i < row.length; i++) {
                row[i] = (Math.min(row[i], largest) * full + largest / 2) / largest;
            }
            raster.setPixels(0, y, raster.getWidth(), 1, row);
        });
        return image;
    }
}
