package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.nio.FloatBuffer;
import java.util.List;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.Views;
import org.imageop.spi.Losses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What copies in AWT report as lost. */
class LossesTest {

    private static BufferedImage image(ColorSpace space, int dataType) {
        ColorModel model = new ComponentColorModel(space, false, false, ColorModel.OPAQUE, dataType);
        return new BufferedImage(model, model.createCompatibleWritableRaster(2, 1), false, null);
    }

    private static Transfer<?> copied(Object image, Class<?> type) {
        return Images.transfer(image, type, Copy.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(classes = {BufferedImage.class, RenderedImage.class, Image.class, WritableRaster.class, Raster.class})
    void aProfileIsLostBecauseCopiesAreSrgb(Class<?> type) {
        StandardImage tagged = StandardImage.of(Mode.RGB, 2, 1);
        tagged.info().put(InfoKeys.ICC_PROFILE, new byte[] {1, 2, 3});

        assertThat(copied(tagged, type).losses()).containsExactly(Losses.PROFILE);
    }

    @Test
    void aCopyOfAnAwtImageKeepsItsProfile() {
        BufferedImage linear = image(ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), DataBuffer.TYPE_BYTE);

        Transfer<?> transfer = copied(linear, BufferedImage.class);

        assertThat(transfer.losses()).isEmpty();
        assertThat(((BufferedImage) transfer.image()).getColorModel()).isEqualTo(linear.getColorModel());
    }

    @ParameterizedTest
    @ValueSource(classes = {BufferedImage.class, RenderedImage.class, Image.class})
    void aCopyOfAnAwtImageKeepsNumbersBeyondItsRange(Class<?> type) {
        BufferedImage floats = image(ColorSpace.getInstance(ColorSpace.CS_GRAY), DataBuffer.TYPE_FLOAT);
        floats.getRaster().setSample(1, 0, 0, 123.456f);
        ImageLike ranged = AwtImages.wrap(floats, new Plane.Range(0, 100));

        Transfer<?> transfer = copied(ranged, type);

        assertThat(transfer.losses()).isEmpty();
        assertThat(((RenderedImage) transfer.image()).getData().getSampleFloat(1, 0, 0))
                .isEqualTo(123.456f);
    }

    @Test
    void numbersOfOtherImagesBecomeUnsigned() {
        BufferedImage floats = image(ColorSpace.getInstance(ColorSpace.CS_GRAY), DataBuffer.TYPE_FLOAT);
        ImageLike ranged = AwtImages.wrap(floats.getRaster(), new Plane.Range(0, 100));

        assertThat(copied(ranged, BufferedImage.class).losses()).containsExactly(Losses.range(16));
    }

    /** Floats, doubles and whole numbers, in memory and computed. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                DataBuffer.TYPE_FLOAT,
                DataBuffer.TYPE_DOUBLE,
                DataBuffer.TYPE_SHORT,
                DataBuffer.TYPE_INT,
                DataBuffer.TYPE_USHORT,
                DataBuffer.TYPE_BYTE
            })
    void C3_numbersOfEveryTypeAreNamedWhereTheyAreLost(int type) {
        WritableRaster raster =
                image(ColorSpace.getInstance(ColorSpace.CS_GRAY), type).getRaster();
        ImageLike ranged = AwtImages.wrap(raster, new Plane.Range(0, 100));
        for (ImageLike seen : List.of(ranged, Views.flipLeftRight(ranged))) {
            for (Class<?> form : List.of(BufferedImage.class, StandardImage.class)) {
                assertThat(copied(seen, form).losses()).as("%s", form).containsExactly(Losses.range(16));
            }
        }
    }

    @Test
    void A14_doublesOfARasterAreNumbers() {
        WritableRaster raster = image(ColorSpace.getInstance(ColorSpace.CS_GRAY), DataBuffer.TYPE_DOUBLE)
                .getRaster();
        raster.setSample(0, 0, 0, -1e20);
        raster.setSample(1, 0, 0, Double.NaN);
        float[] memory = new float[2];
        Plane.Range range = new Plane.Range(0, 100);
        StandardImage floats =
                StandardImage.wrap(PixelLayout.ranged(Mode.L16, 2, 1, "L", range, FloatBuffer.wrap(memory), 0, 2));

        Images.copy(AwtImages.wrap(raster, range), floats);
        Images.copy(Views.flipLeftRight(floats), AwtImages.wrap(raster, new Plane.Range(0, 1)));

        assertThat(memory).containsExactly(-1e20f, Float.NaN);
        assertThat(raster.getSampleDouble(0, 0, 0)).isNaN();
        assertThat(raster.getSampleDouble(1, 0, 0)).isEqualTo((double) -1e20f / 100);
    }

    /** The bands of a raster have the components' values, though the raster does not know what they mean. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void aRasterKeepsTheComponentsOfEachModeThatIsNotPlanar(Mode mode) {
        List<String> losses = copied(StandardImage.of(mode, 2, 2), Raster.class).losses();

        assertThat(losses.isEmpty()).isEqualTo(!mode.planar());
    }
}
