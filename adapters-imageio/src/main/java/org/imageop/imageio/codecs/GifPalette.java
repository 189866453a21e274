package org.imageop.imageio.codecs;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.SampleRows;
import org.jspecify.annotations.Nullable;

/** The palette of a GIF file: the image's own colours, if they are few enough. */
final class GifPalette {
    private static final int MOST = 256;
    private static final int BLUE = 0xff0000ff;

    private final ImageLike image;
    private final Map<Integer, Integer> indices = new LinkedHashMap<>();

    private GifPalette(ImageLike image) {
        this.image = image;
    }

    /** What becomes of an image's alpha. */
    enum Alpha {
        KEPT,
        /** Transparent pixels have colours, and a GIF file has one transparent colour. */
        KEPT_WITHOUT_COLOURS,
        /** There are translucent pixels. */
        NOT_HELD
    }

    /** Looks at each pixel. A GIF file holds opaque and fully transparent ones. */
    static Alpha alpha(ImageLike image) {
        if (!image.mode().hasAlpha()) {
            return Alpha.KEPT;
        }
        Alpha alpha = Alpha.KEPT;
        int components = image.mode().components();
        int[] row = new int[image.width() * components];
        SampleRows rows = Images.rows(image);
        for (int y = 0; y < image.height(); y++) {
            rows.read(0, y, image.width(), row, 0);
            for (int i = 0; i < row.length; i += components) {
                int value = row[i + components - 1];
                if (value != 0 && value != 255) {
                    return Alpha.NOT_HELD;
                } else if (value == 0 && (row[i] | row[i + 1] | row[i + 2]) != 0) {
                    alpha = Alpha.KEPT_WITHOUT_COLOURS;
                }
            }
        }
        return alpha;
    }

    /**
     * An indexed image with exactly the same colours, except that all fully transparent pixels are the same. A palette
     * reads as the mode that its colours need. If that would be another mode, an unused colour is added, for which 256
     * used ones leave no place.
     *
     * @param image an image of mode L, RGB or RGBA
     * @return the indexed image, or null if it has too many colours
     */
    static @Nullable BufferedImage indexed(ImageLike image) {
        return new GifPalette(image).build();
    }

    private @Nullable BufferedImage build() {
        int width = image.width();
        byte[] pixels = new byte[Math.multiplyExact(width, image.height())];
        int components = image.mode().components();
        int[] row = new int[width * components];
        SampleRows rows = Images.rows(image);
        for (int y = 0, k = 0; y < image.height(); y++) {
            rows.read(0, y, width, row, 0);
            for (int i = 0; i < row.length; i += components) {
                int color = color(row, i, components);
                Integer index = indices.get(color);
                if (index == null) {
                    if (indices.size() == MOST) {
                        return null;
                    }
                    index = indices.size();
                    indices.put(color, index);
                }
                pixels[k++] = index.byteValue();
            }
        }
        addUnused();
        BufferedImage indexed = new BufferedImage(width, image.height(), BufferedImage.TYPE_BYTE_INDEXED, model());
        indexed.getRaster().setDataElements(0, 0, width, image.height(), pixels);
        return indexed;
    }

    private static int color(int[] row, int i, int components) {
        return switch (components) {
            case 1 -> 0xff000000 | row[i] * 0x10101;
            case 3 -> 0xff000000 | row[i] << 16 | row[i + 1] << 8 | row[i + 2];
            default -> row[i + 3] == 0 ? 0 : row[i + 3] << 24 | row[i] << 16 | row[i + 1] << 8 | row[i + 2];
        };
    }

    private void addUnused() {
        if (indices.size() == MOST) {
            return;
        }
        if (image.mode().hasAlpha()) {
            indices.putIfAbsent(0, indices.size());
        } else if (image.mode().family() == ColorFamily.RGB
                && indices.keySet().stream().allMatch(GifPalette::isGray)) {
            indices.put(BLUE, indices.size());
        }
    }

    private static boolean isGray(int color) {
        return (color & 0xff) * 0x10101 == (color & 0xffffff);
    }

    private IndexColorModel model() {
        int[] colors = indices.keySet().stream().mapToInt(Integer::intValue).toArray();
        int transparent = indices.getOrDefault(0, -1);
        return new IndexColorModel(8, colors.length, colors, 0, transparent >= 0, transparent, DataBuffer.TYPE_BYTE);
    }
}
