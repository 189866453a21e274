package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.FileInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that ask for too much. */
class LimitsTest {
    private static final ReadOptions NONE = limits(Long.MAX_VALUE, Long.MAX_VALUE);

    @TempDir
    Path folder;

    private static ReadOptions limits(long pixels, long bytes) {
        return ReadOptions.DEFAULTS.withMaxPixels(pixels).withMaxBytes(bytes);
    }

    /** Signature, header and end: 57 bytes. */
    private Path bomb(int side) throws IOException {
        byte[] bytes = ReadingTest.png(side, side, 8, 6, new byte[0]);
        assertThat(bytes).hasSize(45);
        return Files.write(folder.resolve("bomb.png"), bytes);
    }

    @Test
    void aHeaderAloneIsRefusedUnread() throws IOException {
        Path file = bomb(30_000);
        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("30000×30000")
                .hasMessageContaining("900000000 pixels")
                .hasMessageContaining("withMaxPixels")
                .hasNoCause();
        assertThatThrownBy(() -> ImageFiles.read(file, ReadOptions.DEFAULTS.withMaxPixels(Long.MAX_VALUE)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("3600000000 bytes")
                .hasMessageContaining("withMaxBytes")
                .hasNoCause();
    }

    @Test
    void aHeaderWithoutPixelsBehindItIsRefusedEvenWithoutLimits() throws IOException {
        for (int side : new int[] {1000, 30_000, 46_340}) {
            Path file = bomb(side);
            assertThatThrownBy(() -> ImageFiles.read(file, NONE))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining(side + "×" + side)
                    .hasMessageContaining("cannot hold so many pixels")
                    .hasNoCause();
        }
    }

    @Test
    void aSizeThatOverflowsIsRefused() throws IOException {
        Path file = bomb(Integer.MAX_VALUE);
        assertThatThrownBy(() -> ImageFiles.read(file, NONE)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void sizeIsKnownWhateverTheLimits() throws IOException {
        try (ImageFile file = ImageFiles.open(bomb(30_000), limits(1, 1))) {
            assertThat(file.size()).isEqualTo(new ImageSize(30_000, 30_000));
            assertThat(file.mode()).isEqualTo(Mode.RGBA);
            assertThatThrownBy(file::read).isInstanceOf(ImageFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "tif", "bmp", "psd", "ppm", "pam", "iff", "tga"})
    void limitsHoldToThePixel(String suffix) throws IOException {
        Path file = folder.resolve("a." + suffix);
        ImageFiles.write(Samples.few(Mode.RGB, 20, 10), file);
        // GIF has one byte for each pixel
        long bytes = suffix.equals("gif") ? 200 : 600;
        assertThat(ImageFiles.read(file, limits(200, bytes)).size()).isEqualTo(new ImageSize(20, 10));
        assertThatThrownBy(() -> ImageFiles.read(file, limits(199, bytes)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("20×10")
                .hasMessageContaining("199");
        assertThatThrownBy(() -> ImageFiles.read(file, limits(200, bytes - 1)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(bytes + " bytes")
                .hasMessageContaining(Long.toString(bytes - 1));
    }

    @Test
    void limitsThatLetNothingThroughAreRefused() {
        assertThatThrownBy(() -> ReadOptions.DEFAULTS.withMaxPixels(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadOptions.DEFAULTS.withMaxBytes(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A TIFF file of one grey pixel in each of some directories, the last of which may lead back to the first. */
    private static byte[] tiff(int width, boolean endless) {
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 8 * 12 + 4 + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 8);
        int[][] fields = {{256, width}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {273, 110}, {278, 1}, {279, 1}};
        for (int[] field : fields) {
            out.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        return out.putInt(endless ? 8 : 0).put((byte) 99).array();
    }

    @Test
    void endlessChainsOfPagesEnd() throws IOException {
        Path file = Files.write(folder.resolve("loop.tif"), tiff(1, true));
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            try (ImageFile pages = ImageFiles.open(file)) {
                assertThat(pages.frames()).isPositive();
                assertThat(pages.read().get(0, 0).value()).containsExactly(99);
            }
        });
        Path sound = Files.write(folder.resolve("sound.tif"), tiff(1, false));
        assertThat(ImageFiles.read(sound).get(0, 0).value()).containsExactly(99);
    }

    @Test
    void readersThatReadWithoutAnEndAreStopped() throws IOException {
        Path file = Files.write(folder.resolve("small"), new byte[10]);
        try (FileInput input = new FileInput(FileBytes.open(file))) {
            assertThatThrownBy(() -> {
                        while (input.read() != 256) {
                            input.seek(0);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("over and over");
            input.refill();
            input.seek(10);
            // each is an exception to a reader, so that few are too many
            int[] asked = {0};
            assertThatThrownBy(() -> {
                        byte[] part = new byte[4];
                        while (input.read(part) < 4 && input.read() < 0) {
                            asked[0]++;
                        }
                    })
                    .hasMessageContaining("over and over");
            assertThat(asked[0]).isBetween(1000, 10_000);
        }
    }

    @Test
    void aBombWithinAnIconIsFound() throws IOException {
        byte[] png = ReadingTest.png(30_000, 30_000, 8, 6, new byte[0]);
        ByteBuffer head = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        head.put((byte) 16)
                .put((byte) 16)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 32);
        head.putInt(png.length).putInt(22);
        ByteArrayOutputStream icon = new ByteArrayOutputStream();
        icon.writeBytes(head.array());
        icon.writeBytes(png);
        Path file = Files.write(folder.resolve("bomb.ico"), icon.toByteArray());
        try (ImageFile icons = ImageFiles.open(file)) {
            for (int round = 0; round < 2; round++) {
                assertThatThrownBy(icons::read)
                        .isInstanceOf(ImageFormatException.class)
                        .hasMessageContaining("30000×30000")
                        .hasNoCause();
            }
        }
    }

    @Test
    void whatMemoryCannotHoldIsSaid() throws IOException {
        // a sound header, without a bound by the file's length, of more than an array can hold
        Path file = Files.write(folder.resolve("large.tif"), tiff(Integer.MAX_VALUE, false));
        assertThatThrownBy(() -> ImageFiles.read(file, NONE)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void theOriginalIsNeverTouched() throws IOException {
        Path file = folder.resolve("a.png");
        ImageFiles.write(StandardImage.of(Mode.L, 3, 3), file);
        byte[] before = Files.readAllBytes(file);
        ImageFiles.read(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    /** 1000 bytes of text that pack to 20: the pixels are read, and what is left out is said. */
    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "TIFF", "GIF"})
    void metadataBeyondTheLimitAreLeftOutAndNamed(String format) throws IOException {
        StandardImage image = StandardImage.filled(Mode.L, 3, 2, 77);
        image.info().put(InfoKeys.COMMENT, "a".repeat(1000));
        byte[] file = ImageFiles.encode(image, WriteOptions.DEFAULTS.withFormat(format));
        Map<String, Object> all = ImageFiles.read(file).info();
        assertThat(all).containsKey(InfoKeys.COMMENT).doesNotContainKey(InfoKeys.MISSING);

        ImageLike read = ImageFiles.read(file, ReadOptions.DEFAULTS.withMaxMetadata(900));
        assertThat(Images.sameContent(read, ImageFiles.read(file))).isTrue();
        assertThat(read.info())
                .doesNotContainKey(InfoKeys.COMMENT)
                .containsEntry(InfoKeys.MISSING, List.of("metadata beyond the limit of 900 bytes"));
        assertThatThrownBy(() -> ReadOptions.DEFAULTS.withMaxMetadata(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
