package org.imageop.imageio.pixels;

import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;

/**
 * What an image of RGBA does with its alpha.
 *
 * @param translucent whether pixels are neither opaque nor fully transparent
 * @param hiddenColors whether fully transparent pixels have colours, which palettes do not keep
 */
public record AlphaUse(boolean translucent, boolean hiddenColors) {

    /** Looks at each pixel. */
    public static AlphaUse of(ImageLike image) {
        boolean translucent = false;
        boolean hidden = false;
        if (image.mode() == Mode.RGBA) {
            int[] row = new int[image.width() * 4];
            SampleRows rows = Images.rows(image);
            for (int y = 0; y < image.height(); y++) {
                rows.read(0, y, image.width(), row, 0);
                for (int i = 0; i < row.length; i += 4) {
                    translucent |= row[i + 3] != 0 && row[i + 3] != 255;
                    hidden |= row[i + 3] == 0 && (row[i] | row[i + 1] | row[i + 2]) != 0;
                }
            }
        }
        return new AlphaUse(translucent, hidden);
    }
}
