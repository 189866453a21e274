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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.pixels.DecodedImage;

/**
 * Mends two mistakes about samples of 16 bits, and shows the reader a file that it knows: with a palette from the first index on, of
 * 16 bits and not of 15, with pixels from the left to the right, and with an end.
 */
final class TgaDecoder extends Decoder {
    /** A header and the end of a file of version 2. */
    private static final int SMALLEST = 18 + 26;

    private static final int HEADER = 18;
    private static final int FIRST_INDEX = 3;
    private static final int ENTRIES = 5;
    private static final int ENTRY_BITS = 7;
    private static final int DESCRIPTOR = 17;
    private static final int FROM_RIGHT = 0x10;

    /** Whether samples of 16 bits are 8 of grey and 8 of alpha, which the reader takes for 16 of grey. */
    private final boolean grayAlpha;

    /** Whether the palette has 5 bits for each component. The reader shifts them by 3, so that white becomes 248. */
    private final boolean narrowColors;

    /** Whether rows begin at the right. */
    private final boolean fromRight;

    private TgaDecoder(boolean grayAlpha, boolean narrowColors, boolean fromRight) {
        this.grayAlpha = grayAlpha;
        this.narrowColors = narrowColors;
        this.fromRight = fromRight;
    }

    static TgaDecoder of(FileBytes file) throws IOException {
        long type = file.little(2, 1);
        boolean gray = type == 3 || type == 11;
        boolean indexed = type == 1 || type == 9;
        boolean alpha = (file.little(DESCRIPTOR, 1) & 0xf) == 8;
        long colorBits = file.little(7, 1);
        return new TgaDecoder(
                gray && file.little(16, 1) == 16 && alpha,
                indexed && (colorBits == 15 || colorBits == 16),
                (file.little(DESCRIPTOR, 1) & FROM_RIGHT) != 0);
    }

    /** Entries before the first index are filled in; the smallest files get an end, which the reader looks for before their beginning. */
    @Override
    public FileBytes seen(FileBytes file) throws IOException {
        byte[] head = file.bytes(0, HEADER);
        if (head.length < HEADER) {
            return file;
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int first = header.getShort(FIRST_INDEX) & 0xffff;
        int entries = header.getShort(ENTRIES) & 0xffff;
        int entryBytes = (header.get(ENTRY_BITS) & 0xff) + 7 >> 3;
        boolean shifted = header.get(1) == 1 && first > 0 && first + entries <= 0xffff;
        if (shifted) {
            header.putShort(FIRST_INDEX, (short) 0).putShort(ENTRIES, (short) (first + entries));
        }
        if (header.get(ENTRY_BITS) == 15) {
            header.put(ENTRY_BITS, (byte) 16);
        }
        header.put(DESCRIPTOR, (byte) (header.get(DESCRIPTOR) & ~FROM_RIGHT));
        long colors = Math.min(HEADER + (header.get(0) & 0xff), file.length());
        return JoinedBytes.of(List.of(
                JoinedBytes.Part.of(head),
                new JoinedBytes.Part(file, HEADER, colors - HEADER),
                JoinedBytes.Part.zeros(shifted ? (long) first * entryBytes : 0),
                new JoinedBytes.Part(file, colors, file.length() - colors),
                JoinedBytes.Part.of(file.length() < SMALLEST ? TgaCodec.footer() : new byte[0])));
    }

    @Override
    protected BufferedImage mend(BufferedImage image) {
        if (fromRight) {
            mirror(image.getRaster());
        }
        if (grayAlpha && image.getColorModel().getNumComponents() == 1) {
            return split(image.getRaster());
        }
        return narrowColors && image.getColorModel() instanceof IndexColorModel colors
                ? new BufferedImage(widened(colors), image.getRaster(), false, null)
                : image;
    }

    private static void mirror(WritableRaster raster) {
        int bands = raster.getNumBands();
        DecodedImage.forEachRow(raster, (y, row) -> {
            for (int i = 0, k = row.length - bands; i < k; i += bands, k -= bands) {
                for (int band = 0; band < bands; band++) {
                    int left = row[i + band];
                    row[i + band] = row[k + band];
                    row[k + band] = left;
                }
            }
            raster.setPixels(0, y, raster.getWidth(), 1, row);
        });
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
