package org.imageop.imageio.formats.others;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.metadata.PhotoshopResources;
import org.imageop.imageio.pixels.DecodedImage;
import org.jspecify.annotations.Nullable;

/**
 * Takes samples of 32 bits for the floats that they are, reports further channels, and takes colours off the white on which Photoshop
 * lays the merged picture. The reader does so for RGB of 8 bits alone, and truncates.
 */
final class PsdDecoder extends Decoder {
    private static final int CHANNELS = 12;
    private static final int BITS = 22;
    private static final int COLORS = 24;
    private static final int CMYK_COLORS = 4;

    /** A number of no resource. */
    private static final int NO_PROFILE = 4095;

    private final FileBytes file;

    PsdDecoder(FileBytes file) {
        this.file = file;
    }

    /** Without the profile, which stays in the info: the reader refuses a file whose inks it cannot convert. */
    @Override
    public FileBytes seen(FileBytes seen) throws IOException {
        long at = PsdCodec.resources(seen);
        long[] profile = {-1};
        PhotoshopResources.visit(seen, at + 4, at + 4 + seen.big(at, 4), (id, data, count) -> {
            if (id == PsdCodec.PROFILE) {
                profile[0] = data;
            }
        });
        byte[] other = {NO_PROFILE >> 8, (byte) NO_PROFILE};
        return profile[0] < 0 ? seen : JoinedBytes.replacing(seen, profile[0] - 8, other);
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        ColorModel colors = type(reader, frame).getColorModel();
        int kind = colors.getColorSpace().getType();
        boolean onWhite = frame == 0
                && colors instanceof ComponentColorModel
                && colors.hasAlpha()
                && (kind == ColorSpace.TYPE_RGB || kind == ColorSpace.TYPE_GRAY)
                && file.big(BITS, 2) <= 16
                && PsdSamples.knows(file);
        return onWhite ? straight(PsdSamples.read(file, 0), colors.getColorSpace()) : super.read(reader, frame);
    }

    /** Colours as they were before they were laid on white. Of pixels that are not seen they stay. */
    private static BufferedImage straight(WritableRaster channels, ColorSpace space) {
        int alpha = space.getNumComponents();
        int bands = alpha + 1;
        WritableRaster raster = channels.createWritableChild(
                0,
                0,
                channels.getWidth(),
                channels.getHeight(),
                0,
                0,
                IntStream.range(0, bands).toArray());
        long most = raster.getTransferType() == DataBuffer.TYPE_BYTE ? 255 : 65535;
        DecodedImage.forEachRow(raster, (y, row) -> {
            for (int i = 0; i < row.length; i += bands) {
                int opacity = row[i + alpha];
                for (int c = i; c < i + alpha && opacity > 0; c++) {
                    row[c] = (int) Math.max(0, most - ((most - row[c]) * most * 2 + opacity) / (2 * opacity));
                }
            }
            raster.setPixels(0, y, raster.getWidth(), 1, row);
        });
        ColorModel model =
                new ComponentColorModel(space, true, false, Transparency.TRANSLUCENT, raster.getTransferType());
        return new BufferedImage(model, raster, false, null);
    }

    @Override
    protected BufferedImage mend(BufferedImage image) {
        return DecodedImage.inksWithoutAlpha(
                image.getSampleModel().getDataType() == DataBuffer.TYPE_INT
                                && image.getSampleModel().getSampleSize(0) == 32
                        ? floats(image)
                        : image);
    }

    /** 32-bit samples are the bits of floats. */
    private static BufferedImage floats(BufferedImage image) {
        BufferedImage floats = DecodedImage.blank(image.getColorModel(), DataBuffer.TYPE_FLOAT, image.getRaster());
        WritableRaster target = floats.getRaster();
        float[] numbers = new float[image.getWidth() * target.getNumBands()];
        DecodedImage.forEachRow(image.getRaster(), (y, bits) -> {
            for (int i = 0; i < bits.length; i++) {
                numbers[i] = Float.intBitsToFloat(bits[i]);
            }
            target.setPixels(0, y, image.getWidth(), 1, numbers);
        });
        return floats;
    }

    @Override
    public List<String> leftOut(ImageReader reader, int frame) throws IOException {
        ColorModel colors = reader.getRawImageType(frame).getColorModel();
        boolean inks = colors.getNumColorComponents() == 4;
        int others = frame == 0 ? (int) file.big(CHANNELS, 2) - colors.getNumComponents() : 0;
        return LeftOut.channels(others, inks && colors.hasAlpha());
    }

    @Override
    public @Nullable WritableRaster channels(ImageReader reader, int frame) throws IOException {
        boolean inks = file.big(COLORS, 2) == CMYK_COLORS;
        return frame == 0 && PsdSamples.knows(file) ? PsdSamples.read(file, inks ? 4 : 0) : null;
    }
}
