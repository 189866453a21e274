package org.imageop.imageio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.WriteResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Computed images that are larger than the heap, written strip by strip and read back in parts by the JDK's reader. */
class StripsTest {
    private static final int WIDTH = 20_000;
    /** The size from which on strips are computed. */
    private static final long FROM_BYTES = Runtime.getRuntime().maxMemory() / 4;

    @TempDir
    Path folder;

    private static int sample(int component, int x, int y, Mode mode) {
        return (int) ((31L * (component + 1) * (x / 16) + 17L * (y / 16)) & mode.maxValue());
    }

    private static ImageLike computed(Mode mode, int height) {
        SampleRows rows = (x, y, count, samples, offset) -> {
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < mode.components(); c++) {
                    samples[offset + i * mode.components() + c] = sample(c, x + i, y, mode);
                }
            }
        };
        return StandardImage.computed(mode, WIDTH, height, rows);
    }

    /** To write one takes half a minute, and goes the way of all others. */
    @Test
    void pngOfImagesInMemoryIsWrittenInStripsIfNoArrayHoldsThem() {
        assertThat(Codec.needsStrips(ofOnePixel(23_170))).isFalse();
        assertThat(Codec.needsStrips(ofOnePixel(23_171))).isTrue();
    }

    private static ImageLike ofOnePixel(int side) {
        ByteBuffer pixel = ByteBuffer.wrap(new byte[] {10, 20, 30, 40});
        Plane[] planes = new Plane[4];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.of(pixel, c, 0, 0);
        }
        return StandardImage.wrapping("one pixel", PixelLayout.of(Mode.RGBA, side, side, AlphaType.STRAIGHT, planes));
    }

    @Test
    void pngIsWrittenInStrips() throws IOException {
        assertPngIsWritten(Mode.L, FROM_BYTES);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"L16", "LA", "LA32", "RGB", "RGB48", "RGBA", "RGBA64"})
    void everyModeIsWrittenInStrips(Mode mode) throws IOException {
        assertPngIsWritten(mode, FROM_BYTES);
    }

    @Tag("proof")
    @Test
    void anImageLargerThanTheHeapIsWrittenInStrips() throws IOException {
        assertPngIsWritten(Mode.L, 4 * FROM_BYTES);
    }

    private void assertPngIsWritten(Mode mode, long bytes) throws IOException {
        int height = (int) (bytes / mode.bytesPerPixel() / WIDTH) + 100;
        Path file = folder.resolve(mode + ".png");

        WriteResult written = ImageFiles.write(computed(mode, height), file);

        assertThat(written.mode()).isEqualTo(mode);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(input);
            assertThat(reader.getWidth(0)).isEqualTo(WIDTH);
            assertThat(reader.getHeight(0)).isEqualTo(height);
            // every 97th column and row, so that it fits
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(97, 97, 0, 0);
            Raster raster = reader.read(0, param).getRaster();
            assertThat(raster.getNumBands()).isEqualTo(mode.components());
            for (int y = 0; y < raster.getHeight(); y++) {
                for (int x = 0; x < raster.getWidth(); x++) {
                    for (int c = 0; c < mode.components(); c++) {
                        if (raster.getSample(x, y, c) != sample(c, 97 * x, 97 * y, mode)) {
                            assertThat(raster.getSample(x, y, c))
                                    .as("component %d of pixel (%d, %d)", c, 97 * x, 97 * y)
                                    .isEqualTo(sample(c, 97 * x, 97 * y, mode));
                        }
                    }
                }
            }
        } finally {
            reader.dispose();
        }
    }
}
