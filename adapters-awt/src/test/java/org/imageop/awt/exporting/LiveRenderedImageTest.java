package org.imageop.awt.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.util.SplittableRandom;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;

/** Parts of images that are converted when they are asked for. */
class LiveRenderedImageTest {

    @Test
    void partsOfPlanarImagesAreThoseOfTheWhole() {
        for (Mode mode : new Mode[] {Mode.YV12, Mode.JPEG_YV12}) {
            StandardImage image = StandardImage.of(mode, 40, 30);
            byte[] bytes = new byte[40 * 30 * 3 / 2];
            new SplittableRandom(3).nextBytes(bytes);
            image.buffer().set(0, bytes, 0, bytes.length);
            StandardImage rgb = StandardImage.from(image, Mode.RGB);
            RenderedImage rendered = new LiveRenderedImage(image, CopyFormat.keeping(image));
            for (int y = 0; y < 30; y += 3) {
                for (int x = 0; x < 40; x += 3) {
                    Rectangle area = new Rectangle(x, y, Math.min(7, 40 - x), Math.min(5, 30 - y));
                    Raster part = rendered.getData(area);
                    assertThat(Images.sameContent(
                                    AwtImages.wrap(part), Views.crop(rgb, area.x, area.y, area.width, area.height)))
                            .as("%s", area)
                            .isTrue();
                }
            }
        }
    }
}
