package org.imageop.imageio.formats.jpeg;

import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.pixels.DecodedImage;
import org.imageop.imageio.pixels.PlainSpace;

/**
 * Takes four components as ink, which readers convert to RGB or mix up; their raster is what the file has. Inks come as
 * CMYK or as YCCK, and inverted if the file has the mark of Adobe's programs.
 */
final class JpegDecoder extends Decoder {
    private final JpegHeader header;
    private final JpegScans scans;

    JpegDecoder(JpegHeader header, JpegScans scans) {
        this.header = header;
        this.scans = scans;
    }

    /** Without an Adobe segment that JFIF overrules: the reader believes the former, all others the latter. */
    @Override
    public FileBytes seen(FileBytes file) {
        long behind = header.overruled() + header.overruledLength();
        return header.overruled() < 0
                ? file
                : JoinedBytes.of(List.of(
                        new JoinedBytes.Part(file, 0, header.overruled()),
                        new JoinedBytes.Part(file, behind, file.length() - behind)));
    }

    /** Each scan of a progressive file passes over the image once more. */
    @Override
    public long passes() {
        return scans.components();
    }

    /** A progressive file that was cut between two scans reads coarse, and of arithmetic code nobody notices the end. */
    @Override
    public List<String> missing(int frame, List<String> warnings) throws IOException {
        return scans.whole() ? super.missing(frame, warnings) : List.of(LeftOut.CUT_OFF);
    }

    private boolean isInk(ImageReader reader) {
        return header.components() == 4 && reader.canReadRaster();
    }

    @Override
    public Mode mode(ImageReader reader, int frame) throws IOException {
        if (isInk(reader)) {
            return Mode.CMYK;
        }
        return header.components() == 1 && header.bits() > 8 ? Mode.L16 : super.mode(reader, frame);
    }

    @Override
    public int bytesPerPixel(ImageReader reader, int frame) throws IOException {
        return isInk(reader) ? Mode.CMYK.bytesPerPixel() : super.bytesPerPixel(reader, frame);
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        return isInk(reader) ? inks(reader.readRaster(frame, null)) : super.read(reader, frame);
    }

    /** An image whose largest value is full ink. */
    private BufferedImage inks(Raster stored) {
        ComponentColorModel model = new ComponentColorModel(
                new PlainSpace(ColorFamily.CMYK), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster inks = model.createCompatibleWritableRaster(stored.getWidth(), stored.getHeight());
        DecodedImage.forEachRow(stored, (y, row) -> {
            for (int i = 0; i < row.length; i += 4) {
                if (header.adobeTransform() == JpegHeader.YCCK) {
                    toInverted(row, i);
                }
                if (header.adobeTransform() >= 0) {
                    for (int c = i; c < i + 4; c++) {
                        row[c] = 255 - row[c];
                    }
                }
            }
            inks.setPixels(0, y, stored.getWidth(), 1, row);
        });
        return new BufferedImage(model, inks, false, null);
    }

    /** YCC is the complement of what is stored as CMY: libjpeg's conversion to RGB, then 255 − v. */
    private static void toInverted(int[] ycck, int i) {
        int y = ycck[i];
        int cb = ycck[i + 1] - 128;
        int cr = ycck[i + 2] - 128;
        ycck[i] = 255 - clip(y + (91881 * cr + 32768 >> 16));
        ycck[i + 1] = 255 - clip(y + (-22554 * cb - 46802 * cr + 32768 >> 16));
        ycck[i + 2] = 255 - clip(y + (116130 * cb + 32768 >> 16));
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
