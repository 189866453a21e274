package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.Images;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Quantizer;
import org.imageop.StandardImage;
import org.imageop.awt.AwtImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of few colours: PNG with a palette, GIF, and formats that have none. */
class FewColorsTest {
    @TempDir
    Path folder;

    /** 40×30 pixels of as many colours. */
    private static StandardImage picture(Mode mode) {
        StandardImage image = StandardImage.of(mode, 40, 30);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                int[] color = {6 * x, 8 * y, 3 * (x + y), x < 4 ? 0 : 128 + 3 * x};
                if (mode == Mode.RGBA && x < 4) {
                    color = new int[] {0, 0, 0, 0};
                }
                image.set(x, y, Arrays.copyOf(color, mode.components()));
            }
        }
        return image;
    }

    private static Set<Object> colors(ImageLike image) {
        Set<Object> colors = new HashSet<>();
        image.pixels().forEach(pixel -> colors.add(Arrays.toString(pixel.value())));
        return colors;
    }

    /** The bytes of a chunk, found by its name. */
    private static ByteBuffer chunk(byte[] png, String name) {
        String text = new String(png, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(name);
        return ByteBuffer.wrap(png, at + 4, ByteBuffer.wrap(png).getInt(at - 4)).slice();
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "RGB", "RGBA"})
    void aPngOfFewColoursHasAPalette(Mode mode) throws IOException {
        StandardImage image = picture(mode);
        WriteOptions options = WriteOptions.DEFAULTS.withColors(16);
        Path file = folder.resolve("few.png");

        WriteResult written = ImageFiles.write(image, file, options);

        byte[] png = Files.readAllBytes(file);
        assertThat(chunk(png, "IHDR").get(9)).as("colour type").isEqualTo((byte) 3);
        assertThat(chunk(png, "PLTE").remaining()).isLessThanOrEqualTo(16 * 3 + 3);
        assertThat(written.mode()).isEqualTo(mode);
        assertThat(written.losses()).containsExactly("more than 16 colours → 16");
        ImageLike read = ImageFiles.read(file);
        assertThat(Images.sameContent(read, Quantizer.DEFAULT.withColors(16).quantize(image)))
                .isTrue();
        assertThat(colors(read)).hasSizeBetween(10, 16);
        assertThat(read.info()).containsKey(InfoKeys.PALETTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tif"})
    void fewEnoughColoursAreKept(String suffix) throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 5, 4);
        for (int x = 0; x < 5; x++) {
            image.set(x, 2, 50 * x, 255, 0);
        }
        Path file = folder.resolve("few." + suffix);

        WriteResult written = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withColors(6));

        assertThat(written.losses()).isEmpty();
        assertThat(Images.sameContent(ImageFiles.read(file), image)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tif", "tga"})
    void ditheringIsAChoice(String suffix) throws IOException {
        StandardImage image = picture(Mode.RGB);
        for (boolean dither : new boolean[] {true, false}) {
            Path file = folder.resolve(dither + "." + suffix);

            WriteResult written = ImageFiles.write(
                    image, file, WriteOptions.DEFAULTS.withColors(8).withDither(dither));

            assertThat(written.losses()).containsExactly("more than 8 colours → 8");
            ImageLike expected =
                    Quantizer.DEFAULT.withColors(8).withDither(dither).quantize(image);
            assertThat(Images.sameContent(ImageFiles.read(file), expected)).isTrue();
        }
    }

    @Test
    void deepImagesAreReduced() throws IOException {
        StandardImage image = StandardImage.from(picture(Mode.RGB), Mode.RGB48);
        Path file = folder.resolve("deep.gif");

        WriteResult written = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withColors(64));

        assertThat(written.losses()).containsExactly("more than 64 colours → 64", "RGB48 → RGB");
        assertThat(colors(ImageFiles.read(file))).hasSizeBetween(40, 64);
    }

    @Test
    void coloursOfTransparentPixelsAreNamed() throws IOException {
        StandardImage image = StandardImage.filled(Mode.RGBA, 3, 3, 9, 9, 9, 0);
        Path file = folder.resolve("hidden.png");

        assertThat(ImageFiles.write(image, file, WriteOptions.DEFAULTS.withColors(4))
                        .losses())
                .containsExactly("colours of transparent pixels");
        assertThat(ImageFiles.read(file).get(0, 0).value()).containsExactly(0, 0, 0, 0);
    }

    /** Red is used by no pixel. */
    @Test
    void anIndexedImageKeepsItsPaletteInPng() throws IOException {
        ImagePalette palette = ImagePalette.of(Mode.RGB, 255, 0, 0, 1, 2, 3, 9, 9, 9);
        StandardImage indices = StandardImage.filled(Mode.L, 3, 2, 2);
        indices.set(1, 1, 1);
        Path file = folder.resolve("indexed.png");

        WriteResult written = ImageFiles.write(IndexedImage.of(indices, palette), file, WriteOptions.DEFAULTS);

        byte[] plte = new byte[9];
        chunk(Files.readAllBytes(file), "PLTE").get(plte);
        assertThat(plte).isEqualTo(palette.toBytes());
        assertThat(written.losses()).isEmpty();
        assertThat(ImageFiles.read(file).info()).containsEntry(InfoKeys.PALETTE, palette);
    }

    /** Programs that animate palettes go by the indices. The JDK's reader sees them as they are in the file. */
    @ParameterizedTest
    @EnumSource(names = {"L", "RGB", "RGBA"})
    void anIndexedImageKeepsItsPaletteAndIndicesInGif(Mode mode) throws IOException {
        int[] colors = mode == Mode.L
                ? new int[] {0xff090909, 0xff010101, 0xffc8c8c8, 0xff0a0a0a, 0xff646464}
                : new int[] {0xffc80000, 0xff010203, mode == Mode.RGB ? 0xff0000ff : 0, 0xff010203, 0xff090909};
        ImagePalette palette = ImagePalette.ofArgb(mode, colors);
        StandardImage indices = StandardImage.of(Mode.L, 5, 2);
        for (int x = 0; x < 5; x++) {
            indices.set(x, 0, 4 - x);
            indices.set(x, 1, 3);
        }
        IndexedImage image = IndexedImage.of(indices, palette);
        image.info().put(InfoKeys.BACKGROUND, 3);
        image.info().put(InfoKeys.PALETTE, palette);
        Path file = folder.resolve("indexed.gif");

        WriteResult written = ImageFiles.write(image, file);

        assertThat(written.losses()).isEmpty();
        assertThat(written.mode()).isEqualTo(mode);
        byte[] gif = Files.readAllBytes(file);
        for (int i = 0; i < 5; i++) {
            assertThat(Arrays.copyOfRange(gif, 13 + 3 * i, 16 + 3 * i))
                    .as("entry %d", i)
                    .containsExactly(colors[i] >> 16, colors[i] >> 8, colors[i]);
        }
        assertThat(gif[11]).as("background").isEqualTo((byte) 3);
        var raster = ImageIO.read(file.toFile()).getRaster();
        assertThat(raster.getNumBands()).isOne();
        assertThat(raster.getSamples(0, 0, 5, 2, 0, (int[]) null)).containsExactly(4, 3, 2, 1, 0, 3, 3, 3, 3, 3);

        if (mode != Mode.RGBA) { // what has transparent pixels is composed, and has no indices
            ImageLike again = ImageFiles.read(file);
            assertThat(again.info()).containsEntry(InfoKeys.BACKGROUND, 3);
            assertThat(Images.sameContent(AwtImages.indices(again), indices)).isTrue();
        }
    }

    @Test
    void theColourOfATransparentEntryIsNamedAsLost() throws IOException {
        ImagePalette palette = ImagePalette.ofArgb(Mode.RGBA, 0xff010203, 0x00112233);
        StandardImage indices = StandardImage.filled(Mode.L, 3, 2, 1);
        indices.set(0, 0, 0);
        Path file = folder.resolve("see.gif");
        assertThat(ImageFiles.write(IndexedImage.of(indices, palette), file).losses())
                .containsExactly("colours of transparent pixels");
        assertThat(ImageFiles.read(file).get(2, 1).value()).containsExactly(0, 0, 0, 0);
    }

    /** The index of another palette would be another colour. */
    @Test
    void aBackgroundOfOtherColoursIsLost() throws IOException {
        StandardImage image = StandardImage.filled(Mode.RGB, 5, 2, 7, 8, 9);
        image.info().put(InfoKeys.BACKGROUND, 1);
        image.info().put(InfoKeys.PALETTE, ImagePalette.ofArgb(Mode.RGB, 0xff000001, 0xff000002));
        assertThat(ImageFiles.write(image, folder.resolve("other.gif")).losses())
                .containsExactly("info background");
    }

    /** As pixel art needs it: unused entries, equal entries and the order of all, also of a few bits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void aPaletteThatWasReadIsWrittenAgain(int bits) throws IOException {
        int[] colors = {0xff00ff00, 0xff00ff00, 0x80010203, 0xff0000ff};
        int count = Math.min(colors.length, 1 << bits);
        IndexColorModel model = new IndexColorModel(bits, count, colors, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage pixels = new BufferedImage(model, model.createCompatibleWritableRaster(5, 2), false, null);
        pixels.getRaster().setSample(4, 1, 0, 1);
        Path first = folder.resolve("first.png");
        ImageIO.write(pixels, "png", first.toFile());
        Path second = folder.resolve("second.png");

        ImageLike read = ImageFiles.read(first);
        WriteResult written = ImageFiles.write(read, second);

        byte[] before = Files.readAllBytes(first);
        byte[] after = Files.readAllBytes(second);
        assertThat(written.losses()).isEmpty();
        assertThat(chunk(after, "IHDR")).isEqualTo(chunk(before, "IHDR"));
        assertThat(chunk(after, "PLTE")).isEqualTo(chunk(before, "PLTE"));
        assertThat(Images.sameContent(ImageFiles.read(second), read)).isTrue();
        assertThat(Images.sameContent(AwtImages.indices(ImageFiles.read(second)), AwtImages.indices(read)))
                .isTrue();
    }

    /** A grey palette would read as L. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void greysOfRgbStayRgb(String suffix) throws IOException {
        StandardImage image = StandardImage.filled(Mode.RGB, 3, 2, 7, 7, 7);
        Path file = folder.resolve("grey." + suffix);

        WriteResult written = ImageFiles.write(image, file, WriteOptions.DEFAULTS.withColors(2));

        assertThat(written.losses()).isEmpty();
        assertThat(Images.sameContent(ImageFiles.read(file), image)).isTrue();
    }

    @Test
    void otherNumbersAreRefused() {
        for (int colors : new int[] {0, 257, -1}) {
            assertThatThrownBy(() -> WriteOptions.DEFAULTS.withColors(colors))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("[errors.md#number-of-colours]");
        }
    }
}
