package org.imageop.imageio.formats.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.imageop.ImageLike;
import org.imageop.Slice;
import org.imageop.imageio.ImageFile;
import org.imageop.imageio.ImageFiles;
import org.imageop.imageio.ImageFormatException;
import org.imageop.imageio.input.FileBytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single strips that the writer of TwelveMonkeys packed, unpacked row by row. */
class PackedRowsTest {
    private static final int WIDTH = 801;
    private static final int HEIGHT = 317;

    /** Noise fills tables of codes and makes runs of one; large areas make long ones. */
    private static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Random random = new Random(7);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, y / 60 % 2 == 0 ? random.nextInt() | 0xff000000 : 0xff000000 | (x / 90) * 0x1f0b07);
            }
        }
        return image;
    }

    private static byte[] tiff(BufferedImage image, String compression) throws IOException {
        var writers = ImageIO.getImageWritersByFormatName("tiff");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.twelvemonkeys.")) {
            writer = writers.next();
        }
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "LZW, 5",
        "LZW, 10",
        "LZW, 12",
        "Deflate, 5",
        "Deflate, 10",
        "ZLib, 5",
        "ZLib, 12",
        "PackBits, 5",
        "PackBits, 10",
        "PackBits, 12"
    })
    void rowsAreUnpackedInAnyOrder(String compression, int type) throws IOException {
        BufferedImage image = picture(type);
        byte[] file = tiff(image, compression);
        assertThat(TiffStrips.of(FileBytes.of(file), 0).unit()).isEqualTo(1);
        try (ImageFile open = ImageFiles.open(file)) {
            for (int[] rows : new int[][] {{0, 10}, {200, 317}, {100, 130}, {0, 317}}) {
                ImageLike part = open.read(0, Slice.of(0, WIDTH), Slice.of(rows[0], rows[1]));
                assertRows(part, image.getRaster(), rows[0]);
            }
        }
    }

    private static void assertRows(ImageLike part, Raster expected, int top) {
        int[] pixel = new int[expected.getNumBands()];
        boolean bits = expected.getSampleModel().getSampleSize(0) == 1;
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                expected.getPixel(x, top + y, pixel);
                for (int c = 0; c < pixel.length; c++) {
                    int wanted = bits ? 255 * pixel[c] : pixel[c];
                    if (part.get(x, y).get(c) != wanted) {
                        assertThat(part.get(x, y).get(c))
                                .as("(%d, %d)", x, top + y)
                                .isEqualTo(wanted);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LZW", "Deflate", "PackBits"})
    void aStripThatEndsTooEarlyIsRefused(String compression) throws IOException {
        byte[] file = tiff(picture(10), compression);
        // the directory is at the end
        byte[] half = Arrays.copyOf(file, file.length);
        Arrays.fill(half, file.length / 3, file.length / 2, (byte)
                (compression.equals("LZW") ? 0xff : compression.equals("PackBits") ? 128 : 0));
        try (ImageFile open = ImageFiles.open(half)) {
            assertThatThrownBy(() -> open.read(0, Slice.of(0, WIDTH), Slice.of(300, 317)))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("Rows ");
        }
    }

    /** Programs before TIFF 6 wrote codes from the lowest bit on; readers know them. */
    @ParameterizedTest
    @CsvSource({"0, 1, false", "128, 0, true"})
    void theFirstCodeShowsTheOrderOfBits(int first, int second, boolean known) throws IOException {
        byte[] strip =
                ByteBuffer.allocate(4).put((byte) first).put((byte) second).array();
        assertThat(Unpacking.knows(FileBytes.of(strip), Unpacking.LZW, 0)).isEqualTo(known);
    }
}
