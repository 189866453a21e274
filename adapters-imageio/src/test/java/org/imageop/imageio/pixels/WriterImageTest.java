package org.imageop.imageio.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.awt.AwtImages;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.Samples;
import org.imageop.spi.WrappedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form for writers has exactly the image's samples in the bands of its raster. */
class WriterImageTest {
    static Stream<Mode> modes() {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        ImageFiles.formats().forEach(format -> modes.addAll(format.writes()));
        return modes.stream();
    }

    private static void assertSameSamples(BufferedImage written, ImageLike image) {
        SampleRows rows = Images.rows(image);
        int[] row = new int[image.width() * image.components()];
        assertThat(written.isAlphaPremultiplied()).isFalse();
        assertThat(written.getRaster().getNumBands()).isEqualTo(image.components());
        for (int y = 0; y < image.height(); y++) {
            rows.read(0, y, image.width(), row, 0);
            assertThat(written.getRaster().getPixels(0, y, image.width(), 1, (int[]) null))
                    .containsExactly(row);
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void samplesAreThoseOfTheImage(Mode mode) {
        StandardImage image = Samples.random(mode, 37, 21, 3);
        assertSameSamples(WriterImage.of(image), image);
        ImageLike turned = Views.crop(image, 3, 2, 20, 15);
        assertSameSamples(WriterImage.of(turned), turned);
        ImageLike computed = WrappedImage.of(new Object(), mode, 37, 21, Images.rows(image)::read);
        assertSameSamples(WriterImage.of(computed), image);
    }

    @Test
    void premultipliedSamplesBecomeStraight() {
        StandardImage image = Samples.random(Mode.RGBA, 37, 21, 3);
        for (int type : new int[] {BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_4BYTE_ABGR_PRE}) {
            BufferedImage premultiplied = new BufferedImage(37, 21, type);
            ImageLike wrapped = AwtImages.wrap(premultiplied);
            Images.copy(image, wrapped);
            assertSameSamples(WriterImage.of(wrapped), wrapped);
        }
        StandardImage canvas = StandardImage.canvas(37, 21);
        Images.copy(image, canvas);
        assertSameSamples(WriterImage.of(canvas), canvas);
    }
}
