package org.imageop.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.imageop.AlphaType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.Plane;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkImagesTest {
    @Test
    void theSchemaIsThatOfSpark() {
        assertThat(SparkImages.SCHEMA).isEqualTo(ImageSchema.columnSchema());
    }

    @ParameterizedTest
    @CsvSource({"0, L, 1", "2, L16, 1", "16, RGB, 3", "18, RGB48, 3", "24, RGBA, 4", "26, RGBA64, 4"})
    void aRowIsAnImageOnItsBytes(int type, Mode mode, int channels) {
        int sampleBytes = type % 8 == 0 ? 1 : 2;
        byte[] data = new byte[5 * 3 * channels * sampleBytes];
        new Random(1).nextBytes(data);
        Row row = row(5, 3, channels, type, data);

        ImageLike image = SparkImages.wrap(row);

        assertThat(image.mode()).isEqualTo(mode);
        assertThat(image.width()).isEqualTo(5);
        assertThat(image.height()).isEqualTo(3);
        int[] pixel = new int[channels];
        for (int c = 0; c < channels; c++) {
            int component = channels == 1 || c == 3 ? c : 2 - c; // BGRA, and the mode has RGBA
            assertThat(Images.rows(image)).isNotNull();
            Images.rows(image).read(2, 1, 1, pixel, 0);
            assertThat(pixel[component]).isEqualTo(Samples.sample(row, 2, 1, c));

            int index = ((1 * 5 + 2) * channels + c) * sampleBytes;
            data[index] ^= 0x55; // the row is written, the image reads it
            Images.rows(image).read(2, 1, 1, pixel, 0);
            assertThat(pixel[component]).isEqualTo(Samples.sample(row, 2, 1, c));

            pixel[component] ^= 0x77; // the image is written, the row has it
            Images.rows(image).write(2, 1, 1, pixel, 0);
            assertThat(Samples.sample(row, 2, 1, c)).isEqualTo(pixel[component]);
        }
        Row back = SparkImages.toRow(image, "elsewhere");
        assertThat(back.<byte[]>getAs(5)).isSameAs(data);
        assertThat(back).isEqualTo(RowFactory.create("elsewhere", 3, 5, channels, type, data));
    }

    @Test
    void floatsKeepTheirNumbers() {
        byte[] data = new byte[2 * 4];
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putFloat(-3).putFloat(1.5f);
        Row row = row(2, 1, 1, 5, data);

        ImageLike image = SparkImages.wrap(row, new Plane.Range(0, 2));
        double[] numbers = new double[2];
        Images.rows(image).readNumbers(0, 0, 2, numbers, 0);

        assertThat(numbers).containsExactly(-3, 1.5);
        assertThat(image.get(1, 0).l()).isEqualTo(49151); // 0.75 of 65535
        assertThat(SparkImages.toRow(image, null).<byte[]>getAs(5)).isSameAs(data);
        assertThatThrownBy(() -> SparkImages.wrap(row))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("type 5")
                .hasMessageContaining("with a range");
        assertThatThrownBy(() -> SparkImages.wrap(row(8, 1, 1, 0, data), new Plane.Range(0, 1)))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("others without");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, -1, 2, marks what is not an image",
        "2, 1, 2, 8, 4, type 8",
        "2, 1, 1, 4, 8, type 4",
        "2, 1, 5, 32, 10, type 32",
        "2, 1, 3, 16, 5, contradict",
        "2, 1, 3, 16, 7, contradict",
        "2, 1, 4, 16, 8, contradict",
        "-2, -1, 1, 0, 2, contradict",
        "0, 1, 1, 0, 0, contradict",
        "1073741824, 1073741824, 4, 26, 0, contradict",
    })
    void otherRowsAreRefused(int width, int height, int channels, int type, int bytes, String reason) {
        assertThatThrownBy(() -> SparkImages.wrap(row(width, height, channels, type, new byte[bytes])))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("somewhere");
    }

    @Test
    void aDecodedPhotoGivesItsArrayToTheRow() {
        BufferedImage photo = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage grey = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);

        assertThat(SparkImages.toRow(Images.of(photo), null).<byte[]>getAs(5))
                .isSameAs(((DataBufferByte) photo.getRaster().getDataBuffer()).getData());
        assertThat(SparkImages.toRow(Images.of(grey), null).<byte[]>getAs(5))
                .isSameAs(((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }

    /** As the guide says of files. */
    @Test
    void filesAreDecodedIntoTheArrayOfTheRow(@TempDir Path folder) throws IOException {
        Samples.images(folder);
        for (String name : List.of("inner/photo.jpg", "rgb8.png", "grey8.png")) {
            ImageLike image = ImageFiles.read(folder.resolve(name));

            byte[] data = SparkImages.toRow(image, name).getAs(5);

            int first = Samples.sample(SparkImages.toRow(image, name), 0, 0, 0);
            data[0] ^= 0x55;
            assertThat(image.get(0, 0).value()[image.mode().components() - 1])
                    .as(name)
                    .isEqualTo(first ^ 0x55);
        }
    }

    @Test
    void otherMemoryIsCopied() {
        BufferedImage photo = new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR);
        photo.setRGB(1, 1, 0x112233);
        photo.setRGB(2, 2, 0x445566);
        BufferedImage alpha = new BufferedImage(1, 1, BufferedImage.TYPE_4BYTE_ABGR);
        alpha.setRGB(0, 0, 0x80112233);
        PixelLayout premultiplied = PixelLayout.interleaved(
                Mode.RGBA, 1, 1, "BGRA", AlphaType.PREMULTIPLIED, ByteBuffer.wrap(new byte[] {10, 20, 51, 51}), 0, 4);

        assertThat(SparkImages.toRow(Images.of(photo.getSubimage(1, 1, 2, 2)), null)
                        .<byte[]>getAs(5))
                .containsExactly(0x33, 0x22, 0x11, 0, 0, 0, 0, 0, 0, 0x66, 0x55, 0x44);
        assertThat(SparkImages.toRow(Images.of(alpha), null).<byte[]>getAs(5)).containsExactly(0x33, 0x22, 0x11, 0x80);
        assertThat(SparkImages.toRow(StandardImage.wrap(premultiplied), null).<byte[]>getAs(5))
                .containsExactly(50, 100, 255, 51);
    }

    @Test
    void aTurnedImageIsUprightInItsRow() {
        StandardImage image = StandardImage.ofBytes(Mode.L, 2, 1, new byte[] {1, 2});
        image.info().put(InfoKeys.ORIENTATION, 6);

        Row row = SparkImages.toRow(image, null);

        assertThat(row).isEqualTo(RowFactory.create(null, 2, 1, 1, 0, row.getAs(5)));
        assertThat(row.<byte[]>getAs(5)).containsExactly(1, 2);
        image.info().put(InfoKeys.ORIENTATION, 2);
        assertThat(SparkImages.toRow(image, null).<byte[]>getAs(5)).containsExactly(2, 1);
    }

    @Test
    void whatSixteenBitsWouldCutIsRefused() {
        assertThatThrownBy(() -> SparkImages.toRow(StandardImage.of(Mode.L32, 1, 1), null))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("the 32 bits of this image");
        assertThatThrownBy(() -> SparkImages.toRow(StandardImage.of(Mode.L, 1, 1), Mode.LA, null))
                .isInstanceOf(UnsupportedImageException.class)
                .hasMessageContaining("cannot hold LA");
    }

    private static Row row(int width, int height, int channels, int type, byte[] data) {
        return RowFactory.create("somewhere", height, width, channels, type, data);
    }
}
