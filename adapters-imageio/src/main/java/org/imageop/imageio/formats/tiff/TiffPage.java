package org.imageop.imageio.formats.tiff;

import java.io.IOException;
import java.util.Arrays;
import org.imageop.Plane;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.TiffTags;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of a TIFF page say about its samples.
 *
 * @param tags all tags of the page
 * @param width in pixels
 * @param height in pixels
 * @param samples of a pixel, colours or not
 * @param bits of each sample; 0 if they differ
 * @param format {@link #UNSIGNED}, {@link #SIGNED}, {@link #FLOAT}, or another
 * @param photometric what the colours are
 * @param colors how many samples are colours, which come first
 * @param alpha the index of the sample that is alpha; −1 without one
 * @param premultiplied whether the colours are multiplied by it
 */
record TiffPage(
        TiffTags tags,
        int width,
        int height,
        int samples,
        int bits,
        int format,
        int photometric,
        int colors,
        int alpha,
        boolean premultiplied) {
    static final int UNSIGNED = 1;
    static final int SIGNED = 2;
    static final int FLOAT = 3;

    static final int COMPRESSION = 259;
    static final int PREDICTOR = 317;
    static final int FILL_ORDER = 266;
    static final int PLANAR = 284;
    static final int SAMPLE_FORMAT = 339;
    static final int MIN_SAMPLE = 340;
    static final int MAX_SAMPLE = 341;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;
    private static final int INK_SET = 332;
    private static final int EXTRA_SAMPLES = 338;
    /** The value that stands for no measurement, as text. */
    private static final int GDAL_NO_DATA = 42113;

    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int SEPARATED = 5;
    private static final int CIE_LAB = 8;
    static final int ICC_LAB = 9;
    private static final int ITU_LAB = 10;

    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;

    /** No, LZW, Deflate, old Deflate, PackBits: compression of bytes, whatever they mean. */
    private static final int[] OF_BYTES = {1, 5, 8, 32773, 32946};

    /** Reads the tags of a page. Missing ones have the values that TIFF gives them. */
    static TiffPage read(FileBytes file, int frame) throws IOException {
        TiffTags tags = TiffTags.read(file, frame);
        double[] bits = tags.numbers(BITS);
        double[] formats = tags.numbers(SAMPLE_FORMAT);
        int samples = integer(tags, SAMPLES, 1);
        int photometric = integer(tags, PHOTOMETRIC, -1);
        int colors = Math.min(colors(photometric, samples, integer(tags, INK_SET, 1)), samples);
        int alpha = -1;
        boolean premultiplied = false;
        double[] extra = tags.numbers(EXTRA_SAMPLES);
        for (int i = 0; i < Math.min(extra.length, samples - colors) && alpha < 0; i++) {
            if (extra[i] == ASSOCIATED || extra[i] == UNASSOCIATED) {
                alpha = colors + i;
                premultiplied = extra[i] == ASSOCIATED;
            }
        }
        if (extra.length == 0 && samples > colors) {
            alpha = colors; // programs that leave out the tag mean alpha
        }
        return new TiffPage(
                tags,
                integer(tags, WIDTH, 0),
                integer(tags, HEIGHT, 0),
                samples,
                bits.length == 0 ? 1 : common(bits),
                formats.length == 0 ? UNSIGNED : common(formats),
                photometric,
                colors,
                alpha,
                premultiplied);
    }

    private static int colors(int photometric, int samples, int inkSet) {
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE -> 1;
            case RGB, 6, CIE_LAB, ICC_LAB, ITU_LAB -> 3;
            case SEPARATED -> inkSet == 1 ? 4 : samples;
            default -> samples;
        };
    }

    /** The value that all have; 0 if they differ. */
    private static int common(double[] values) {
        return Arrays.stream(values).allMatch(v -> v == values[0]) ? (int) values[0] : 0;
    }

    private static int integer(TiffTags tags, int tag, int missing) throws IOException {
        double[] values = tags.numbers(tag);
        return values.length == 0 ? missing : (int) Math.min(values[0], Integer.MAX_VALUE);
    }

    int integer(int tag, int missing) throws IOException {
        return integer(tags, tag, missing);
    }

    /** How many samples are neither colours nor alpha. */
    int otherChannels() {
        return samples - colors - (alpha < 0 ? 0 : 1);
    }

    /** Whether the colours are inks. */
    boolean isInk() {
        return photometric == SEPARATED;
    }

    /** Whether {@link TiffSamples} can read the samples: whole bytes, in an order that any compression of bytes keeps. */
    boolean isPlain() throws IOException {
        return width > 0
                && height > 0
                && compressesBytes()
                && switch (format) {
                    case UNSIGNED, SIGNED -> bits == 8 || bits == 16 || bits == 32;
                    case FLOAT -> bits == 16 || bits == 24 || bits == 32 || bits == 64;
                    default -> false;
                };
    }

    private boolean compressesBytes() throws IOException {
        int compression = integer(COMPRESSION, 1);
        return Arrays.stream(OF_BYTES).anyMatch(known -> known == compression);
    }

    /** Whether samples are numbers that readers clip or take for unsigned ones. */
    boolean hasNumbers() throws IOException {
        boolean known = photometric == WHITE_IS_ZERO
                || photometric == BLACK_IS_ZERO
                || photometric == RGB
                || (isInk() && colors == 4);
        return known && format != UNSIGNED && isPlain();
    }

    /** Whether the range of its numbers is that of all pixels: floats of one grey, for which the file names none. */
    boolean isMeasured() throws IOException {
        return format == FLOAT && colors == 1 && alpha < 0 && namedRange() == null;
    }

    /**
     * Whether readers misread colours: of 3, 5, 6 or 24 bits, of 10, 12 and 14 in tiles, of less than a byte where there are
     * several; and alpha beside an inverted grey, which they invert too.
     */
    boolean isMisread() throws IOException {
        boolean common = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 32;
        boolean known = photometric == WHITE_IS_ZERO || photometric == BLACK_IS_ZERO || photometric == RGB;
        return known
                && format != SIGNED
                && format != FLOAT
                && width > 0
                && height > 0
                && bits > 0
                && bits <= 32
                && (!common || (samples > 1 && (bits < 8 || photometric == WHITE_IS_ZERO)))
                && compressesBytes()
                && (integer(PREDICTOR, 1) == 1 || (common && bits >= 8));
    }

    /** Whether the colours are those of CIE Lab: readers take another white, mix up 16 bits, and take alpha for a colour. */
    boolean isLab() {
        return photometric == CIE_LAB || photometric == ICC_LAB || photometric == ITU_LAB;
    }

    /** Whether colours of CIE Lab are in samples that can be converted. */
    boolean isConvertibleLab() throws IOException {
        return photometric != ITU_LAB && colors == 3 && format == UNSIGNED && (bits == 8 || bits == 16) && isPlain();
    }

    /** Whether white is 0 although the samples are not numbers. */
    boolean isInverted() {
        return photometric == WHITE_IS_ZERO;
    }

    /** The range that the file itself names; null if it does not. */
    Plane.@Nullable Range namedRange() throws IOException {
        double[] min = tags.numbers(MIN_SAMPLE);
        double[] max = tags.numbers(MAX_SAMPLE);
        boolean one = min.length > 0
                && max.length > 0
                && Arrays.stream(min).allMatch(v -> v == min[0])
                && Arrays.stream(max).allMatch(v -> v == max[0]);
        return one && min[0] < max[0] && Double.isFinite(max[0] - min[0]) ? new Plane.Range(min[0], max[0]) : null;
    }

    /** The number that stands for no measurement; NaN without one. */
    double noData() throws IOException {
        String text = new String(tags.bytes(GDAL_NO_DATA), java.nio.charset.StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
