package org.imageop.cli.compare;

import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;

/** An image as premultiplied memory of 8 bits keeps it, as straight RGBA. Computed here, independently of the library. */
public final class PremultipliedPixels implements PixelComparison.Rows {
    private final SampleRows straight;

    /** The pixels that an image would have in premultiplied memory. */
    public PremultipliedPixels(ImageLike image) {
        this.straight = Images.rows(StandardImage.from(image, Mode.RGBA));
    }

    @Override
    public void read(int y, int[] samples) {
        straight.read(0, y, samples.length / 4, samples, 0);
        for (int i = 0; i < samples.length; i += 4) {
            int alpha = samples[i + 3];
            for (int c = i; c < i + 3; c++) {
                int stored = (samples[c] * alpha * 2 + 255) / 510;
                samples[c] = alpha == 0 ? 0 : Math.min(255, (stored * 510 + alpha) / (2 * alpha));
            }
        }
    }
}
