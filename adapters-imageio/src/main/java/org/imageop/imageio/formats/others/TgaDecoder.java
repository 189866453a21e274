package org.imageop.imageio.formats.others;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.pixels.DecodedImage;

/** Mends two mistakes about samples of 16 bits, and one about small files. */
final class TgaDecoder extends Decoder {
    /** A header and the end of a file of version 2. */
    private static final int SMALLEST = 18 + 26;

    /** Whether samples of 16 bits are 8 of grey and 8 of alpha, which the reader takes for 16 of grey. */
    private final boolean grayAlpha;

    /** Whether the palette has 5 bits for each component. The reader shifts them by 3, so that white becomes 248. */
    private final boolean narrowColors;

    private TgaDecoder(boolean grayAlpha, boolean narrowColors) {
        this.grayAlpha = grayAlpha;
        this.narrowColors = narrowColors;
    }

    static TgaDecoder of(FileBytes file) throws IOException {
        long type = file.little(2, 1);
        boolean gray = type == 3 || type == 11;
        boolean indexed = type == 1 || type == 9;
        boolean alpha = (file.little(17, 1) & 0xf) == 8;
        long colorBits = file.little(7, 1);
        return new TgaDecoder(
                gray && file.little(16, 1) == 16 && alpha, indexed && (colorBits == 15 || colorBits == 16));
    }

    /** The smallest files get the end of a file of version 2, which the reader looks for before their beginning. */
    @Override
    public FileBytes seen(FileBytes file) {
        return file.length() >= SMALLEST
                ? file
                : JoinedBytes.of(
                        List.of(new JoinedBytes.Part(file, 0, file.length()), JoinedBytes.Part.of(TgaCodec.footer())));
    }

    @Override
    protected BufferedImage mend(BufferedImage image) {
        if (grayAlpha && image.getColorModel().getNumComponents() == 1) {
            return split(image.getRaster());
        }
        return narrowColors && image.getColorModel() instanceof IndexColorModel colors
                ? new BufferedImage(widened(colors), image.getRaster(), false, null)
                : image;
    }

    /** Grey in the low byte and alpha in the high byte of each sample. */
    private static BufferedImage split(Raster pairs) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = DecodedImage.blank(model, DataBuffer.TYPE_BYTE, pairs);
        WritableRaster target = image.getRaster();
        int[] split = new int[2 * pairs.getWidth()];
        DecodedImage.forEachRow(pairs, (y, row) -> {
            for (int i = 0; i < row.length; i++) {
                split[2 * i] = row[i] & 0xff;
                split[2 * i + 1] = row[i] >> 8;
            }
            target.setPixels(0, y, pairs.getWidth(), 1, split);
        });
        return image;
    }

    /** Colours whose five high bits count, scaled to eight. */
    private static IndexColorModel widened(IndexColorModel colors) {
        int[] map = new int[colors.getMapSize()];
        colors.getRGBs(map);
        for (int i = 0; i < map.length; i++) {
            int wide = map[i] & 0xff000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                wide |= ((map[i] >> shift + 3 & 31) * 255 + 15) / 31 << shift;
            }
            map[i] = wide;
        }
        return new IndexColorModel(
                colors.getPixelSize(),
                map.length,
                map,
                0,
                colors.hasAlpha(),
                colors.getTransparentPixel(),
                colors.getTransferType());
    }
}
