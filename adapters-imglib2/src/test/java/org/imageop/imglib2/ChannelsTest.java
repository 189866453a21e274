package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** channels are not taken for alpha, unless the caller names the mode. */
class ChannelsTest {
    private static final int W = 5;
    private static final int H = 4;

    @Test
    void A15_twoAndFourChannelsAreRefusedWithBothWaysOut() {
        for (int n : new int[] {2, 4}) {
            for (RandomAccessibleInterval<?> image : List.of(
                    ArrayImgs.unsignedShorts(W, H, n),
                    PlanarImgs.unsignedShorts(W, H, n),
                    new CellImgFactory<>(new UnsignedShortType(), 2).create(W, H, n))) {
                String mode = n == 2 ? "LA32" : "RGBA64";
                assertThatThrownBy(() -> ImgLib2Images.wrap(image, 2))
                        .isInstanceOf(UnsupportedImageException.class)
                        .hasMessageContaining("wrap(image, 2, Mode." + mode + ")")
                        .hasMessageContaining("channels(image, 2)")
                        .hasMessageEndingWith("[errors.md#channels-or-alpha]");
            }
            assertThatThrownBy(() -> ImgLib2Images.wrap(ArrayImgs.floats(n, W, H), 0, new Plane.Range(0, 1)))
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining(n == 2 ? "Mode.LA32, range)" : "Mode.RGBA64, range)")
                    .hasMessageContaining("channels(image, 0, range)");
        }
        RandomAccessibleInterval<UnsignedByteType> argb = Converters.argbChannels(ArrayImgs.argbs(W, H));
        assertThatThrownBy(() -> ImgLib2Images.wrap(argb, 2)).isInstanceOf(UnsupportedImageException.class);
    }

    @Test
    void A15_anyNumberOfChannelsAreImagesOnTheSamePixels() {
        for (int n = 1; n <= 7; n++) {
            for (int axis = 0; axis < 3; axis++) {
                long[] sides = Samples.position(new long[3], axis, W, H, n);
                var image = Samples.noise(ArrayImgs.unsignedShorts(sides), n);
                RandomAccessibleInterval<UnsignedShortType> moved = Views.translate(image, -3, 50, 7);

                List<ImageLike> channels = ImgLib2Images.channels(moved, axis);

                assertThat(channels).hasSize(n);
                for (int c = 0; c < n; c++) {
                    RandomAccessibleInterval<?> slice = Views.hyperSlice(image, axis, c);
                    assertThat(channels.get(c).mode()).isEqualTo(Mode.L16);
                    assertThat(channels.get(c).buffer().layout()).isPresent();
                    Samples.assertSame(channels.get(c), slice, -1);
                    Samples.assertShared(channels.get(c), slice, -1, image);
                }
            }
        }
    }

    @Test
    void A15_channelsAreOfTheModeOfTheirType() {
        assertThat(ImgLib2Images.channels(ArrayImgs.unsignedBytes(W, H, 2), 2)).allMatch(c -> c.mode() == Mode.L);
        assertThat(ImgLib2Images.channels(ArrayImgs.unsignedInts(W, H, 2), 2)).allMatch(c -> c.mode() == Mode.L32);
        assertThat(ImgLib2Images.channels(ArrayImgs.floats(W, H, 2), 2, new Plane.Range(-1, 1)))
                .allMatch(c -> c.mode() == Mode.L32);
        assertThatThrownBy(() -> ImgLib2Images.channels(ArrayImgs.unsignedBytes(W, H), 2))
                .isInstanceOf(UnsupportedImageException.class);
        assertThatThrownBy(() -> ImgLib2Images.channels(ArrayImgs.floats(W, H, 2), 2))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("range");
    }

    /** Were the second one alpha, it would weigh the first. */
    @Test
    void A15_aChannelIsResizedAsIfItWereAlone() {
        short[] first = {10_000, 20_000, 30_000, 20_000, 20_000, 21_000, 20_000, 20_500};
        short[] second = {0, 30_000, 5, 30_000, 0, 30_000, 30_000, 0};
        short[] both = new short[16];
        IntStream.range(0, 8).forEach(i -> {
            both[i] = first[i];
            both[8 + i] = second[i];
        });
        List<ImageLike> channels = ImgLib2Images.channels(ArrayImgs.unsignedShorts(both, 8, 1, 2), 2);
        assertThat(Images.sameContent(
                        StandardImage.from(channels.get(0), 4, 1),
                        StandardImage.from(StandardImage.wrap(Mode.L16, 8, 1, first), 4, 1)))
                .isTrue();
        assertThat(Images.sameContent(
                        StandardImage.from(channels.get(1), 4, 1),
                        StandardImage.from(StandardImage.wrap(Mode.L16, 8, 1, second), 4, 1)))
                .isTrue();
        // named as alpha it does
        ImageLike named = ImgLib2Images.wrap(ArrayImgs.unsignedShorts(both, 8, 1, 2), 2, Mode.LA32);
        assertThat(StandardImage.from(named, 4, 1).get(0, 0).l())
                .isNotEqualTo(
                        StandardImage.from(channels.get(0), 4, 1).get(0, 0).l());
    }

    /** ImgLib2 does not keep the mode of what we made, so we do. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void A15_whatWasExportedComesBackAsItself(Mode mode) {
        if (mode.planar()) {
            return;
        }
        StandardImage image = StandardImage.of(mode, W, H);
        for (int c = 0; c < mode.components(); c++) {
            int value = 11 * c + 5;
            image.plane(mode.componentNames().get(c)).map(v -> value);
        }
        for (Copy copy : Copy.values()) {
            RandomAccessibleInterval<?> exported =
                    Images.transfer(image, RandomAccessibleInterval.class, copy).image();
            assertThat(Images.sameContent(Images.of(exported), image)).isTrue();
            if (mode.components() > 1) {
                assertThat(Images.sameContent(ImgLib2Images.wrap(exported, 2), image))
                        .isTrue();
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            RandomAccessibleInterval<?> exported = ImgLib2Images.toRandomAccessibleInterval(image, axis);
            assertThat(Images.sameContent(Images.of(exported), image)).isTrue();
            assertThat(Images.sameContent(ImgLib2Images.wrap(exported, axis), image))
                    .isTrue();
            assertThat(ImgLib2Images.channels(exported, axis)).hasSize(mode.components());
        }
    }
}
