package org.imageop.imageio.formats.netpbm;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.pixels.MeasuredRange;
import org.jspecify.annotations.Nullable;

/** Keeps the floats of PFM files, which the reader clips at 1. Rows lie from the bottom to the top. */
final class FloatMapDecoder extends Decoder {
    private static final Pattern HEADER = Pattern.compile("P([fF])\\s+\\d{1,9}\\s+\\d{1,9}\\s+(-?)[0-9.eE+-]{1,20}\\s");

    private final FileBytes file;
    private final int bands;
    private final ByteOrder order;
    private final long pixels;

    private FloatMapDecoder(FileBytes file, int bands, ByteOrder order, long pixels) {
        this.file = file;
        this.bands = bands;
        this.order = order;
        this.pixels = pixels;
    }

    /** The decoder of a PFM file; null if it is another. */
    static @Nullable Decoder of(FileBytes file) throws IOException {
        String start =
                new String(file.bytes(0, Math.min(NetpbmHeader.LONGEST, file.length())), StandardCharsets.ISO_8859_1);
        Matcher found = HEADER.matcher(start);
        return found.lookingAt()
                ? new FloatMapDecoder(
                        file,
                        found.group(1).equals("F") ? 3 : 1,
                        found.group(2).isEmpty() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                        found.end())
                : null;
    }

    @Override
    public Mode mode(ImageReader reader, int frame) {
        return bands == 1 ? Mode.L16 : Mode.RGB48;
    }

    @Override
    public int bytesPerPixel(ImageReader reader, int frame) {
        return bands * Float.BYTES;
    }

    @Override
    public BufferedImage read(ImageReader reader, int frame) throws IOException {
        int width = reader.getWidth(frame);
        int height = reader.getHeight(frame);
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                false,
                false,
                Transparency.OPAQUE,
                DataBuffer.TYPE_FLOAT);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        float[] row = new float[width * bands];
        long rowBytes = (long) row.length * Float.BYTES;
        for (int y = 0; y < height; y++) {
            byte[] bytes = file.bytes(pixels + (height - 1L - y) * rowBytes, rowBytes);
            if (bytes.length < rowBytes) {
                throw new EOFException();
            }
            ByteBuffer.wrap(bytes).order(order).asFloatBuffer().get(row);
            raster.setPixels(0, y, width, 1, row);
        }
        return new BufferedImage(model, raster, false, null);
    }

    @Override
    public Plane.Range range(BufferedImage decoded, int frame) {
        if (bands > 1) {
            return MeasuredRange.UNIT;
        }
        MeasuredRange measured = new MeasuredRange(Double.NaN);
        measured.add(decoded.getRaster(), 0);
        return measured.range();
    }
}
