package org.imageop.imageio;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.TiffTags;

/** An image as Pillow's {@code convert("RGBA")} gives it (B.1), computed again from samples. */
final class PillowView {
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final Set<Double> JPEG_COMPRESSION = Set.of(6.0, 7.0);
    private static final double YCBCR = 6;
    /** How far means of blocks may be apart in lossy formats, whose decoders differ. */
    private static final double TOLERANCE = 3;

    private PillowView() {}

    /** Describes the difference, or returns an empty string. */
    static String difference(ImageLike image, JsonNode entry, Path path) throws IOException {
        int width = entry.get("width").asInt();
        int height = entry.get("height").asInt();
        if (image.width() != width || image.height() != height) {
            return "Pillow " + width + "×" + height + ", here " + image.width() + "×" + image.height();
        }
        byte[] rgba = rgba(image, entry.get("pilMode").asText());
        if (sha256(rgba).equals(entry.get("pixelSha256Rgba").asText())) {
            return "";
        }
        double worst = worstMean(rgba, width, height, entry.get("grid4x4RgbaMeans"));
        return lossy(entry, path) && worst <= TOLERANCE
                ? ""
                : String.format(
                        Locale.ROOT, "means up to %.2f apart, %s here %s", worst, entry.get("pilMode"), image.mode());
    }

    private static byte[] rgba(ImageLike image, String pilMode) {
        int width = image.width();
        int components = image.mode().components();
        byte[] rgba = new byte[4 * width * image.height()];
        int[] row = new int[width * components];
        SampleRows rows = Images.rows(image);
        for (int y = 0, k = 0; y < image.height(); y++) {
            rows.read(0, y, width, row, 0);
            for (int i = 0; i < row.length; i += components, k += 4) {
                for (int c = 0; c < components; c++) {
                    row[i + c] = narrow(row[i + c], image.mode().bitsPerComponent(), pilMode);
                }
                boolean ink = image.mode().componentNames().get(0).equals("c");
                boolean grey = components < 3;
                for (int c = 0; c < 3; c++) {
                    rgba[k + c] = (byte) (ink ? light(row[i + c], row[i + 3]) : row[grey ? i : i + c]);
                }
                rgba[k + 3] = (byte) (image.mode().hasAlpha() ? row[i + components - 1] : 255);
            }
        }
        return rgba;
    }

    /** Pillow cuts integer modes off at 255, and keeps the high byte of all other 16-bit samples. */
    private static int narrow(int sample, int bits, String pilMode) {
        if (bits == 8) {
            return sample;
        }
        return pilMode.startsWith("I") ? (int) Math.min(sample & 0xffffffffL, 255) : sample >>> bits - 8;
    }

    private static int light(int ink, int black) {
        int rest = 255 - black;
        int product = ink * rest + 128;
        return rest - ((product >> 8) + product >> 8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static double worstMean(byte[] rgba, int width, int height, JsonNode means) {
        double worst = 0;
        for (int by = 0; by < 4; by++) {
            for (int bx = 0; bx < 4; bx++) {
                for (int c = 0; c < 4; c++) {
                    double mean = mean(rgba, width, range(by, height), range(bx, width), c);
                    worst = Math.max(
                            worst, Math.abs(mean - means.get(by).get(bx).get(c).asDouble()));
                }
            }
        }
        return worst;
    }

    /** The rows or columns of a block: the first ones are longer by one where the length is not a multiple of 4. */
    private static int[] range(int block, int length) {
        int extra = length % 4;
        int from = block * (length / 4) + Math.min(block, extra);
        return new int[] {from, from + length / 4 + (block < extra ? 1 : 0)};
    }

    private static double mean(byte[] rgba, int width, int[] rows, int[] columns, int c) {
        double sum = 0;
        for (int y = rows[0]; y < rows[1]; y++) {
            for (int x = columns[0]; x < columns[1]; x++) {
                sum += rgba[4 * (y * width + x) + c] & 0xff;
            }
        }
        int count = (rows[1] - rows[0]) * (columns[1] - columns[0]);
        return count == 0 ? 0 : sum / count;
    }

    private static boolean lossy(JsonNode entry, Path path) throws IOException {
        String format = entry.get("format").asText();
        if (!format.equals("TIFF")) {
            return format.equals("JPEG") || format.equals("WEBP");
        }
        try (FileChannel channel = FileChannel.open(path)) {
            TiffTags tags = TiffTags.read(FileBytes.of(channel), 0);
            Double compression = tags.number(COMPRESSION);
            Double photometric = tags.number(PHOTOMETRIC);
            return (compression != null && JPEG_COMPRESSION.contains(compression))
                    || (photometric != null && photometric == YCBCR);
        }
    }
}
