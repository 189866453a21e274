package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import org.imageop.Images;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two BufferedImages on the same raster data, copied onto each other one row further down. */
class OverlappingSubImagesTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_USHORT_565_RGB
            })
    void theTargetBecomesWhatTheSourceWas(int type) {
        BufferedImage image = new BufferedImage(3, 5, type);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 3; x++) {
                for (int b = 0; b < raster.getNumBands(); b++) {
                    // fully opaque, so that premultiplied memory keeps every colour
                    raster.setSample(x, y, b, b == 3 ? 255 : (x + y) % 2);
                }
            }
        }
        int[] rows = raster.getPixels(0, 0, 3, 4, (int[]) null);

        Images.copy(AwtImages.wrap(image.getSubimage(0, 0, 3, 4)), AwtImages.wrap(image.getSubimage(0, 1, 3, 4)));

        assertThat(raster.getPixels(0, 1, 3, 4, (int[]) null)).containsExactly(rows);
    }
}
