package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.junit.jupiter.api.Test;
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

    private static void turns(ImageLike source, ImageLike target) {
        StandardImage expected = StandardImage.from(Views.flipTopBottom(source), target.mode());

        Images.copy(Views.flipTopBottom(source), target);

        assertThat(Images.sameContent(target, expected)).isTrue();
    }

    private static WritableRaster filled(WritableRaster raster) {
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                for (int b = 0; b < raster.getNumBands(); b++) {
                    raster.setSample(x, y, b, 10 * y + x + b);
                }
            }
        }
        return raster;
    }

    @Test
    void S9_partsOfAnImageOfForeignColoursAreTurnedOntoEachOther() {
        WritableRaster raster = filled(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 3, 5, 3, null));
        BufferedImage image = new BufferedImage(new AwtImagesTest.WritableNegative(), raster, false, null);
        turns(AwtImages.wrap(image.getSubimage(0, 0, 3, 4)), AwtImages.wrap(image.getSubimage(0, 1, 3, 4)));
        turns(AwtImages.wrap(image), AwtImages.wrap(raster));
        turns(AwtImages.wrap(raster), AwtImages.wrap(image));
    }

    @Test
    void S9_numbersOfARangeBelongToTheSamplesInTheirArray() {
        BufferedImage image = new BufferedImage(3, 5, BufferedImage.TYPE_USHORT_GRAY);
        filled(image.getRaster());
        turns(AwtImages.wrap(image, new Plane.Range(10, 50)), AwtImages.wrap(image));
    }

    @Test
    void S9_samplesComputedFromAnArrayBelongToTheImagesOnIt() {
        int[] types = {
            DataBuffer.TYPE_BYTE,
            DataBuffer.TYPE_USHORT,
            DataBuffer.TYPE_SHORT,
            DataBuffer.TYPE_INT,
            DataBuffer.TYPE_FLOAT,
            DataBuffer.TYPE_DOUBLE
        };
        for (int type : types) {
            // another class than Java's own, whose arithmetic is not known
            SampleModel unknown = new PixelInterleavedSampleModel(type, 3, 5, 1, 3, new int[] {0}) {};
            SampleModel known = new PixelInterleavedSampleModel(type, 3, 5, 1, 3, new int[] {0});
            DataBuffer data = known.createDataBuffer();
            Plane.Range range = new Plane.Range(0, 100);
            WritableRaster raster = filled(Raster.createWritableRaster(unknown, data, null));
            turns(AwtImages.wrap(raster, range), AwtImages.wrap(Raster.createWritableRaster(known, data, null), range));
        }
    }
}
