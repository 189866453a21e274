package org.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import org.imageop.Copy;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Transfer;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indices of an indexed BufferedImage, its palette, and palettes that grow. */
class IndicesTest {

    /** Of 2, 4, 16, 256 or 300 colours; entry k is (k, 7, 255 − k % 256). */
    private static BufferedImage indexed(int bits) {
        int count = bits > 8 ? 300 : 1 << bits;
        int[] colors = new int[count];
        for (int k = 0; k < count; k++) {
            colors[k] = 0xff000000 | (k & 0xff) << 16 | 7 << 8 | 255 - k % 256;
        }
        int type = bits > 8 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        IndexColorModel model = new IndexColorModel(bits, count, colors, 0, false, -1, type);
        return new BufferedImage(model, model.createCompatibleWritableRaster(7, 5), false, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void indicesAreTheNumbersOfTheRaster(int bits) {
        BufferedImage image = indexed(bits);
        int last = bits > 8 ? 299 : (1 << bits) - 1;
        image.getRaster().setSample(6, 4, 0, last);

        ImageLike indices = AwtImages.indices(image);
        indices.set(0, 1, 1);

        assertThat(indices.mode()).isEqualTo(bits > 8 ? Mode.L16 : Mode.L);
        assertThat(indices.get(6, 4).l()).isEqualTo(last);
        assertThat(image.getRGB(0, 1)).isEqualTo(0xff0107fe);
        assertThat(AwtImages.indices(AwtImages.wrap(image.getSubimage(6, 4, 1, 1)))
                        .get(0, 0)
                        .l())
                .isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void theMapIsThePaletteInInfo(int bits) {
        ImagePalette palette =
                (ImagePalette) AwtImages.wrap(indexed(bits)).info().get(InfoKeys.PALETTE);

        assertThat(palette.mode()).isEqualTo(Mode.RGB);
        assertThat(palette.size()).isEqualTo(bits > 8 ? 300 : 1 << bits);
        assertThat(palette.get(1)).containsExactly(1, 7, 254);
    }

    @Test
    void theTransparentIndexIsInInfo() {
        IndexColorModel model = new IndexColorModel(8, 2, new int[] {0xff000000, 0xffffff}, 0, true, 1, 0);
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED, model);

        assertThat(AwtImages.indices(image).info()).containsEntry(InfoKeys.TRANSPARENCY, 1);
        assertThat(((ImagePalette) AwtImages.wrap(image).info().get(InfoKeys.PALETTE)).mode())
                .isEqualTo(Mode.RGBA);
        assertThat(AwtImages.indices(indexed(8)).info()).isEmpty();
    }

    @Test
    void whatHasNoIndicesIsRefused() {
        assertThatThrownBy(() -> AwtImages.indices(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("DirectColorModel")
                .hasMessageEndingWith("[errors.md#no-indices]");
        assertThatThrownBy(() -> AwtImages.indices(StandardImage.of(Mode.RGB, 2, 2)))
                .isInstanceOf(UnsupportedImageException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void D14_aColourThatIsAddedShowsInABufferedImageOnTheSameRaster(int bits) {
        int[] two = {0xff000000, 0xffffffff};
        int type = bits > 8 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
        IndexColorModel model = new IndexColorModel(bits, 2, two, 0, false, -1, type);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(7, 5), false, null);
        image.getRaster().setSample(1, 1, 0, 1);
        IndexedImage growing = IndexedImage.of(AwtImages.indices(image), ImagePalette.ofArgb(Mode.RGB, two));

        growing.set(2, 3, 255, 128, 0);
        Transfer<BufferedImage> shown = Images.transfer(growing, BufferedImage.class, Copy.NEVER);

        assertThat(shown.shared()).isTrue();
        assertThat(shown.image().getRaster()).isSameAs(image.getRaster());
        assertThat(shown.image().getRGB(2, 3)).isEqualTo(0xffff8000);
        assertThat(shown.image().getRGB(1, 1)).isEqualTo(0xffffffff);
        shown.image().setRGB(0, 0, 0xffff8000);
        assertThat(growing.get(0, 0).value()).containsExactly(255, 128, 0);
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(2);
    }

    @Test
    void aSharingImageHasTheColoursOfTheTimeWhenItWasMade() {
        StandardImage indices = StandardImage.of(Mode.L, 3, 2);
        IndexedImage growing = IndexedImage.of(indices, ImagePalette.of(Mode.RGB, 0, 0, 0));
        BufferedImage before = AwtImages.toBufferedImage(growing);

        growing.set(1, 1, 255, 128, 0);
        BufferedImage after = AwtImages.toBufferedImage(growing);

        assertThat(before.getRaster().getSample(1, 1, 0)).as("the index").isEqualTo(1);
        assertThat(before.getRGB(1, 1)).isNotEqualTo(0xffff8000);
        assertThat(after.getRGB(1, 1)).isEqualTo(0xffff8000);
    }

    @Test
    void D14_indicesInMemoryAreShared() {
        byte[] bytes = {0, 1, 2, 3, 2, 1};
        StandardImage indices = StandardImage.wrap(Mode.L, 3, 2, bytes);
        indices.info().put(InfoKeys.TRANSPARENCY, 3);
        IndexedImage image = IndexedImage.of(indices, ImagePalette.sepia(255, 0, 0));

        BufferedImage shown = AwtImages.toBufferedImage(image);

        assertThat(shown.getType()).isEqualTo(BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(shown.getRGB(2, 0)).isEqualTo(0xff020000);
        assertThat(shown.getRGB(0, 1)).isEqualTo(0x030000);
        bytes[0] = 77;
        assertThat(shown.getRGB(0, 0)).isEqualTo(0xff4d0000);
        assertThat(AwtImages.toBufferedImage(image, BufferedImage.TYPE_BYTE_INDEXED)
                        .getRaster()
                        .getDataBuffer())
                .isInstanceOfSatisfying(
                        java.awt.image.DataBufferByte.class,
                        data -> assertThat(data.getData()).isSameAs(bytes));
    }

    @Test
    void D15_anIndexedTypeHasTheImagesOwnColours() {
        StandardImage image = StandardImage.of(Mode.RGBA, 20, 10);
        for (int i = 0; i < 200; i++) {
            image.set(i % 20, i / 20, i, 255 - i, 7 * i % 256, i < 20 ? 0 : 255);
        }

        BufferedImage shown = AwtImages.toBufferedImage(image, BufferedImage.TYPE_BYTE_INDEXED);

        assertThat(shown.getType()).isEqualTo(BufferedImage.TYPE_BYTE_INDEXED);
        for (int i = 0; i < 200; i++) {
            int color = i < 20 ? 0 : 0xff000000 | i << 16 | 255 - i << 8 | 7 * i % 256;
            assertThat(shown.getRGB(i % 20, i / 20)).isEqualTo(color);
        }
    }

    @Test
    void anEmptyPaletteIsBlack() {
        IndexedImage image = IndexedImage.of(StandardImage.of(Mode.L, 2, 2), new ImagePalette());

        assertThat(AwtImages.toBufferedImage(image).getRGB(1, 1)).isEqualTo(0xff000000);
    }

    @Test
    void aCopyHasTheColours() {
        StandardImage indices = StandardImage.filled(Mode.L, 2, 2, 1);
        IndexedImage image = IndexedImage.of(indices, ImagePalette.of(Mode.RGB, 0, 0, 0, 9, 8, 7));

        Transfer<BufferedImage> copy = Images.transfer(image, BufferedImage.class, Copy.ALWAYS);
        indices.set(0, 0, 0);

        assertThat(copy.image().getRGB(0, 0)).isEqualTo(0xff090807);
        assertThat(copy.losses()).isEmpty();
    }
}
