package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.ReadOnlyImageException;
import org.imageop.SampleRows;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RenderedImages, read tile by tile, and images of the protocol as RenderedImages. */
class RenderedImagesTest {

    static Stream<Arguments> grids() {
        return Stream.of(1, 2, 3, 5, 6, 8, 10, 11, 12, 13)
                .flatMap(type -> Stream.of(
                        Arguments.of(type, 23, 17, 0, 0, 0, 0),
                        Arguments.of(type, 64, 64, 5, -9, -20, -30),
                        Arguments.of(type, 4, 5, 0, 0, 0, 0),
                        Arguments.of(type, 7, 3, -11, 6, 2, -1),
                        Arguments.of(type, 1, 1, 100, 100, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("grids")
    void readsEveryTile(int type, int tileWidth, int tileHeight, int minX, int minY, int gridX, int gridY) {
        BufferedImage pixels = new BufferedImage(23, 17, type);
        Oracle.of(pixels.getRaster(), pixels.isAlphaPremultiplied())
                .fill(pixels.getRaster(), new SplittableRandom(type));
        Tiled tiled = new Tiled(pixels, tileWidth, tileHeight, minX, minY, gridX, gridY, true);

        ImageLike image = Images.of(tiled);

        assertThat(tiled.asked).as("wrapping computes nothing").isEmpty();
        assertThat(Images.sameContent(image, AwtImages.wrap(pixels))).isTrue();
        assertThat(tiled.asked).as("each tile once").doesNotHaveDuplicates();
        assertThat(tiled.asked).hasSize(tiled.getNumXTiles() * tiled.getNumYTiles());
        assertThat(image.buffer().readOnly()).isTrue();
        assertThat(Images.to(image, RenderedImage.class)).isSameAs(tiled);
        pixels.getRaster().setSample(22, 16, 0, 1);
        pixels.getRaster().setSample(21, 16, 0, 0);
        assertThat(Images.sameContent(image, AwtImages.wrap(pixels))).as("live").isTrue();
        int[] value = image.get(0, 0).value();
        assertThatThrownBy(() -> image.set(0, 0, value)).isInstanceOf(ReadOnlyImageException.class);
    }

    @Test
    void readsOnlyTheTilesItNeeds() {
        Tiled tiled = new Tiled(new BufferedImage(40, 40, 5), 10, 10, 0, 0, 0, 0, true);
        ImageLike image = AwtImages.wrap(tiled);
        StandardImage.from(Views.crop(image, 12, 15, 10, 3));
        assertThat(tiled.asked).containsExactlyInAnyOrder(new Point(1, 1), new Point(2, 1));
    }

    @Test
    void withoutAColourModelTheBandsCount() {
        Tiled tiled = new Tiled(new BufferedImage(4, 4, BufferedImage.TYPE_3BYTE_BGR), 3, 3, 0, 0, 0, 0, false);
        assertThat(AwtImages.wrap(tiled).mode()).isEqualTo(Mode.RGB);
        Tiled four = new Tiled(new BufferedImage(4, 4, BufferedImage.TYPE_4BYTE_ABGR), 3, 3, 0, 0, 0, 0, false);
        assertThatThrownBy(() -> AwtImages.wrap(four))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("AwtImages.channels(raster)");
    }

    @Test
    void aTileOfTheWrongSizeIsNamed() {
        Tiled tiled = new Tiled(new BufferedImage(9, 9, 5), 4, 4, 0, 0, 0, 0, true);
        RenderedImage broken = (RenderedImage) java.lang.reflect.Proxy.newProxyInstance(
                RenderedImage.class.getClassLoader(),
                new Class<?>[] {RenderedImage.class},
                (proxy, method, arguments) -> method.getName().equals("getTile")
                        ? Raster.createInterleavedRaster(0, 2, 2, 3, null)
                        : method.invoke(tiled, arguments));
        assertThatThrownBy(() -> AwtImages.wrap(broken).get(8, 8).value())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Tile (2, 2)");
    }

    /** Samples that are computed, and what was asked for. */
    private static final class Counted implements SampleRows {
        final List<Integer> rows = new ArrayList<>();
        int widest;

        @Override
        public void read(int x, int y, int count, int[] samples, int offset) {
            rows.add(y);
            widest = Math.max(widest, count);
            for (int i = 0; i < count; i++) {
                samples[offset + 3 * i] = x + i & 0xff;
                samples[offset + 3 * i + 1] = y & 0xff;
                samples[offset + 3 * i + 2] = 7;
            }
        }
    }

    @Test
    void computesOnlyWhatIsAskedFor() {
        Counted samples = new Counted();
        ImageLike image = StandardImage.computed(Mode.RGB, 3000, 3000, samples);
        RenderedImage rendered =
                Images.transfer(image, RenderedImage.class, Copy.NEVER).image();
        assertThat(samples.rows).isEmpty();

        Raster part = rendered.getData(new Rectangle(100, 200, 5, 4));

        assertThat(samples.rows).containsExactly(200, 201, 202, 203);
        assertThat(samples.widest).isEqualTo(5);
        assertThat(part.getBounds()).isEqualTo(new Rectangle(100, 200, 5, 4));
        assertThat(part.getPixel(102, 203, (int[]) null)).containsExactly(102, 203, 7);
        samples.rows.clear();
        Raster tile = rendered.getTile(0, 1);
        assertThat(tile.getMinY()).isEqualTo(rendered.getTileHeight());
        assertThat(tile.getPixel(5, tile.getMinY(), (int[]) null)).containsExactly(5, tile.getMinY() & 0xff, 7);
        assertThat(samples.rows).hasSize(rendered.getTileHeight()).doesNotContain(0, tile.getMinY() * 2);
        assertThat(rendered.getNumYTiles() * rendered.getTileHeight()).isGreaterThanOrEqualTo(3000);
        assertThat(rendered.getNumYTiles()).isGreaterThan(1);
        assertThat(rendered.getSampleModel().getWidth()).isEqualTo(rendered.getTileWidth());
        assertThat(rendered.getSampleModel().getHeight()).isEqualTo(rendered.getTileHeight());
        int after = rendered.getNumYTiles();
        assertThatThrownBy(() -> rendered.getTile(0, after)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rendered.getData(new Rectangle(2999, 0, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void copiesEveryPixelAndNoMore() {
        ImageLike image = StandardImage.computed(Mode.RGB, 700, 900, new Counted());
        RenderedImage rendered = Images.to(image, RenderedImage.class);
        Raster all = rendered.getData();
        WritableRaster beyond = rendered.getTile(0, 0).createCompatibleWritableRaster(-5, -5, 20, 20);
        rendered.copyData(beyond);
        for (int y = 0; y < 900; y += 7) {
            for (int x = 0; x < 700; x += 3) {
                assertThat(all.getPixel(x, y, (int[]) null)).containsExactly(x & 0xff, y & 0xff, 7);
            }
        }
        assertThat(beyond.getPixel(-1, 3, (int[]) null)).containsExactly(0, 0, 0);
        assertThat(beyond.getPixel(14, 13, (int[]) null)).containsExactly(14, 13, 7);
    }
}
