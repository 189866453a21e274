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
import java.util.List;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.Transfer;
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

    /** The bands of a raster have the components' values, though the raster does not know what they mean. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void aRasterKeepsTheComponentsOfEachModeThatIsNotPlanar(Mode mode) {
        List<String> losses = copied(StandardImage.of(mode, 2, 2), Raster.class).losses();

        assertThat(losses.isEmpty()).isEqualTo(!mode.planar());
    }
}
