package org.imageop.verification.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some rows of each lossless sample, rendered again. JVMs may differ in the last bit of a sine. */
@Tag("proof")
class SamplePicturesTest {
    /** Its photon pass takes seconds. */
    private static final Picture MARBLE = Picture.marble();

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 150, 210, 299})
    void headlandIsWhatTheGeneratorMakes(int row) throws IOException {
        assertSame(Picture.headland(), row, read("headland.tif"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 180})
    void marbleIsWhatTheGeneratorMakes(int row) throws IOException {
        assertSame(MARBLE, row, read("marble.png"));
    }

    private static void assertSame(Picture picture, int row, Raster file) {
        WritableRaster rendered = file.createCompatibleWritableRaster(file.getWidth(), 1);
        picture.render(row, rendered);
        int[] expected = rendered.getPixels(0, 0, file.getWidth(), 1, (int[]) null);
        int[] found = file.getPixels(0, row, file.getWidth(), 1, (int[]) null);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("sample %d of row %d", i, row).isBetween(expected[i] - 1, expected[i] + 1);
        }
    }

    private static Raster read(String name) throws IOException {
        try (InputStream in = SamplePicturesTest.class.getResourceAsStream("/org/imageop/cli/samples/" + name)) {
            return ImageIO.read(in).getRaster();
        }
    }
}
