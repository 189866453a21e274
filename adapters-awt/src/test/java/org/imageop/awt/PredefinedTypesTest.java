package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every predefined BufferedImage type, against Raster.getSample and by writing both ways. */
class PredefinedTypesTest {
    private static final Map<Integer, Mode> MODES = Map.ofEntries(
            Map.entry(BufferedImage.TYPE_INT_RGB, Mode.RGB),
            Map.entry(BufferedImage.TYPE_INT_ARGB, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_INT_ARGB_PRE, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_INT_BGR, Mode.RGB),
            Map.entry(BufferedImage.TYPE_3BYTE_BGR, Mode.RGB),
            Map.entry(BufferedImage.TYPE_4BYTE_ABGR, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_4BYTE_ABGR_PRE, Mode.RGBA),
            Map.entry(BufferedImage.TYPE_USHORT_565_RGB, Mode.RGB),
            Map.entry(BufferedImage.TYPE_USHORT_555_RGB, Mode.RGB),
            Map.entry(BufferedImage.TYPE_BYTE_GRAY, Mode.L),
            Map.entry(BufferedImage.TYPE_USHORT_GRAY, Mode.L16),
            Map.entry(BufferedImage.TYPE_BYTE_BINARY, Mode.L),
            Map.entry(BufferedImage.TYPE_BYTE_INDEXED, Mode.RGB));

    static IntStream types() {
        return IntStream.rangeClosed(1, 13);
    }

    private static BufferedImage random(int type) {
        BufferedImage image = new BufferedImage(11, 7, type);
        SplittableRandom random = new SplittableRandom(type);
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 11; x++) {
                int most = (1 << raster.getSampleModel().getSampleSize(raster.getNumBands() - 1)) - 1;
                boolean pre = image.isAlphaPremultiplied();
                int alpha = random.nextInt(most + 1);
                for (int b = 0; b < raster.getNumBands(); b++) {
                    int max = (1 << raster.getSampleModel().getSampleSize(b)) - 1;
                    raster.setSample(
                            x, y, b, pre ? b == 3 ? alpha : random.nextInt(alpha + 1) : random.nextInt(max + 1));
                }
            }
        }
        return image;
    }

    /** What a pixel should read as: written down a second time, from the raster's samples. */
    private static int[] expected(BufferedImage image, int x, int y) {
        ColorModel model = image.getColorModel();
        int[] samples = image.getRaster().getPixel(x, y, (int[]) null);
        if (model instanceof IndexColorModel palette) {
            int i = samples[0];
            return image.getType() == BufferedImage.TYPE_BYTE_BINARY
                    ? new int[] {palette.getRed(i)}
                    : new int[] {palette.getRed(i), palette.getGreen(i), palette.getBlue(i)};
        }
        for (int b = 0; b < samples.length; b++) {
            int bits = image.getSampleModel().getSampleSize(b);
            if (bits < 8) {
                samples[b] = (int) Math.floor(samples[b] * 255.0 / ((1 << bits) - 1) + 0.5);
            }
        }
        if (model.isAlphaPremultiplied()) {
            for (int b = 0; b < 3; b++) {
                samples[b] = samples[3] == 0 ? 0 : (int) Math.floor(samples[b] * 255.0 / samples[3] + 0.5);
            }
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatTheRasterHolds(int type) {
        BufferedImage whole = random(type);
        for (BufferedImage image : new BufferedImage[] {whole, whole.getSubimage(3, 2, 5, 4)}) {
            ImageLike wrapped = AwtImages.wrap(image);
            assertThat(wrapped.mode()).isEqualTo(MODES.get(type));
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    assertThat(wrapped.get(x, y).value()).as("%d, %d", x, y).isEqualTo(expected(image, x, y));
                }
            }
        }
    }
}
