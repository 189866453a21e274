package org.imageop.imageio.formats.netpbm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.imageio.files.FileOutput;
import org.imageop.imageio.plugins.Watch;

/** Files of Netpbm, written row by row. Their plugin writes the first tile of an image that is computed, and nothing else. */
final class NetpbmRows {
    private NetpbmRows() {}

    /** Writes a PGM or PPM file. */
    static void writePnm(ImageLike image, FileOutput output, Watch watch) throws IOException {
        String kind = image.mode().family() == ColorFamily.GREY ? "P5" : "P6";
        write(image, kind + "\n" + image.width() + " " + image.height() + "\n" + most(image) + "\n", output, watch);
    }

    /** Writes a PAM file. */
    static void writePam(ImageLike image, FileOutput output, Watch watch) throws IOException {
        Mode mode = image.mode();
        String type = switch (mode.family()) {
            case GREY -> "GRAYSCALE";
            case CMYK -> "CMYK";
            case RGB, YCBCR -> "RGB";
        };
        write(
                image,
                "P7\nWIDTH " + image.width() + "\nHEIGHT " + image.height() + "\nDEPTH " + mode.components()
                        + "\nMAXVAL " + most(image) + "\nTUPLTYPE " + type + (mode.hasAlpha() ? "_ALPHA" : "")
                        + "\nENDHDR\n",
                output,
                watch);
    }

    private static long most(ImageLike image) {
        return image.mode().maxValue();
    }

    private static void write(ImageLike image, String header, FileOutput output, Watch watch) throws IOException {
        output.write(header.getBytes(StandardCharsets.US_ASCII));
        SampleRows rows = Images.rows(image);
        int[] samples = new int[image.width() * image.components()];
        boolean wide = image.mode().bitsPerComponent() > 8;
        byte[] bytes = new byte[wide ? 2 * samples.length : samples.length];
        for (int y = 0; y < image.height(); y++) {
            rows.read(0, y, image.width(), samples, 0);
            for (int i = 0; i < samples.length; i++) {
                if (wide) {
                    bytes[2 * i] = (byte) (samples[i] >> 8);
                    bytes[2 * i + 1] = (byte) samples[i];
                } else {
                    bytes[i] = (byte) samples[i];
                }
            }
            output.write(bytes);
            watch.goesOn(0.99 * (y + 1) / image.height());
        }
    }
}
