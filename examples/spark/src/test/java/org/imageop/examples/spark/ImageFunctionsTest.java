package org.imageop.examples.spark;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.examples.spark.Samples.Expected;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFunctionsTest {
    private static final SparkSession SPARK = Session.SPARK;

    @TempDir
    private static Path folder;

    private static Map<String, Expected> images;
    private static Map<String, String> failures;
    private static Dataset<Row> files;

    @BeforeAll
    static void files() throws IOException {
        images = Samples.images(folder);
        failures = Samples.failures(folder);
        ImageFunctions.register(SPARK, ImageFunctions.USUAL_MAX_PIXELS);
        files = SPARK.read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .load(folder.toString());
        files.createOrReplaceTempView("files");
    }

    @Test
    void imagesKeepTheirBitsAndTheirAlpha() {
        Map<String, Row> read = byName(SPARK.sql("SELECT path, image_read(path, content) AS read FROM files"));

        assertThat(read).hasSize(images.size() + failures.size());
        images.forEach((name, expected) -> {
            Row result = read.get(name).getAs("read");
            assertThat(result.getString(1)).as(name).isNull();
            assertHolds(name, result.getStruct(0), expected);
            assertThat(result.getStruct(0).getString(0)).endsWith(name);
        });
    }

    @Test
    void whatIsNotAnImageIsAnError() {
        Map<String, Row> read = byName(SPARK.sql("SELECT path, image_read(path, content) AS read FROM files"));

        failures.forEach((name, message) -> {
            Row result = read.get(name).getAs("read");
            assertThat(result.isNullAt(0)).as(name).isTrue();
            assertThat(result.getString(1)).as(name).contains(message);
        });
    }

    @Test
    void headersAreRead() {
        Map<String, Row> info = byName(SPARK.sql("SELECT path, image_info(content) AS info FROM files"));

        assertThat(info.get("la16.png").<Row>getAs("info")).hasToString("[PNG,LA32,7,5,1,1,null]");
        assertThat(info.get("cmyk.tif").<Row>getAs("info")).hasToString("[TIFF,CMYK,7,5,1,1,null]");
        assertThat(info.get("inner/turned.jpg").<Row>getAs("info")).hasToString("[JPEG,RGB,48,32,1,6,null]");
        assertThat(info.get("huge.png").<Row>getAs("info")).hasToString("[PNG,L,30000,30000,1,1,null]");
        assertThat(info.get("text.png").<Row>getAs("info").getString(6)).contains("errors.md#unknown-format");
    }

    @Test
    void imagesAreShrunkIntoABox() {
        Map<String, Row> small =
                byName(SPARK.sql("SELECT path, image_fit(read.image, 12, 10) AS image, read.image AS whole"
                        + " FROM (SELECT path, image_read(path, content) AS read FROM files)"));

        Row photo = small.get("inner/photo.jpg").getAs("image");
        assertThat(photo.getInt(2)).isEqualTo(12);
        assertThat(photo.getInt(1)).isEqualTo(8);
        assertThat(photo.getInt(4)).isEqualTo(16);
        Row turned = small.get("inner/turned.jpg").getAs("image");
        assertThat(turned.getInt(2)).isEqualTo(7); // 32×48 in 12×10
        assertThat(turned.getInt(1)).isEqualTo(10);
        assertThat(small.get("rgba16.png").<Row>getAs("image"))
                .isEqualTo(small.get("rgba16.png").<Row>getAs("whole"));
        assertThat(small.get("text.png").<Row>getAs("image")).isNull();
    }

    /** What all pixels are, their means are, whatever the kernel. */
    @Test
    void sixteenBitsAreShrunkWithSixteenBits() {
        byte[] data = new byte[4 * 4 * 2];
        for (int i = 0; i < 16; i++) {
            data[2 * i] = (byte) 0xcd;
            data[2 * i + 1] = (byte) 0xab;
        }
        Row row = RowFactory.create("flat", 4, 4, 1, 2, data);
        Row small = SPARK.createDataFrame(List.of(row), SparkImages.SCHEMA)
                .selectExpr("image_fit(struct(*), 2, 2) AS image")
                .first()
                .getStruct(0);

        for (int i = 0; i < 4; i++) {
            assertThat(Samples.sample(small, i % 2, i / 2, 0)).isEqualTo(0xabcd);
        }
    }

    @Test
    void modesAreConverted() {
        Map<String, Row> deep = byName(SPARK.sql("SELECT path, image_convert(read.image, 'RGBA64') AS image"
                + " FROM (SELECT path, image_read(path, content) AS read FROM files)"));

        Expected rgb = images.get("rgb8.png");
        Expected doubled = new Expected(26, Samples.WIDTH, Samples.HEIGHT, (x, y) -> {
            int[] bgr = rgb.pixels().at(x, y);
            return new int[] {bgr[0] * 257, bgr[1] * 257, bgr[2] * 257, 65535};
        });
        assertHolds("rgb8.png", deep.get("rgb8.png").getAs("image"), doubled);
        assertThatThrownBy(() -> SPARK.sql("SELECT image_convert(image_read(path, content).image, 'LA') FROM files")
                        .collect())
                .hasStackTraceContaining("cannot hold LA");
    }

    @Test
    void functionsWorkInJavaAsInSql() {
        Dataset<Row> encoded = files.where("path LIKE '%rgba16.png'")
                .select(ImageFunctions.read(100)
                        .apply(col("path"), col("content"))
                        .as("read"))
                .select(ImageFunctions.encode()
                        .apply(ImageFunctions.convert().apply(col("read.image"), lit("RGB48")), lit("PNG"))
                        .as("content"));

        Row info = encoded.select(ImageFunctions.info().apply(col("content")))
                .first()
                .getStruct(0);

        assertThat(info).hasToString("[PNG,RGB48,7,5,1,1,null]");
        assertThat(files.select(call_udf("image_info", col("content"))).count()).isEqualTo(files.count());
    }

    @Test
    void theLimitIsThatOfTheFunction() {
        Row result = files.where("path LIKE '%rgb8.png'")
                .select(ImageFunctions.read(34).apply(col("path"), col("content")))
                .first()
                .getStruct(0);

        assertThat(result.getString(1)).contains("35 pixels and more than the limit of 34");
    }

    /** Spark pushes filters down to where a column is computed, and computes it there as well, unless it may not. */
    @Test
    void aFileIsDecodedOnceThoughItsErrorIsAskedFor() {
        String plan = SPARK.sql("SELECT path, image_fit(read.image, 2, 2), read.error"
                        + " FROM (SELECT path, image_read(path, content) AS read FROM files) WHERE read.error IS NULL")
                .queryExecution()
                .executedPlan()
                .toString();

        assertThat(plan.split("image_read\\(", -1)).as(plan).hasSize(2);
    }

    @Test
    void aCancelledTaskIsNotABadFile() throws IOException {
        byte[] photo = Samples.encoded(StandardImage.of(Mode.RGB, 100, 100), "PNG");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ImageFunctions.read("photo", photo, 10_000))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nullsStayNull() {
        Row row = SPARK.sql("SELECT image_read('', NULL), image_info(NULL), image_fit(r.image, 1, 1),"
                        + " image_convert(r.image, 'L'), image_encode(r.image, 'PNG')"
                        + " FROM (SELECT image_read('', CAST('x' AS BINARY)) AS r)")
                .first();

        for (int i = 0; i < row.size(); i++) {
            assertThat(row.isNullAt(i)).as("column " + i).isTrue();
        }
    }

    static void assertHolds(String name, Row image, Expected expected) {
        assertThat(image.getInt(4)).as(name).isEqualTo(expected.type());
        assertThat(image.getInt(3)).as(name).isEqualTo(expected.channels());
        assertThat(image.getInt(2)).as(name).isEqualTo(expected.width());
        assertThat(image.getInt(1)).as(name).isEqualTo(expected.height());
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                int[] pixel = expected.pixels().at(x, y);
                for (int c = 0; c < pixel.length; c++) {
                    assertThat(Samples.sample(image, x, y, c))
                            .as("%s at %d, %d, channel %d", name, x, y, c)
                            .isEqualTo(pixel[c]);
                }
            }
        }
    }

    private static Map<String, Row> byName(Dataset<Row> rows) {
        Map<String, Row> named = new TreeMap<>();
        String root = "file:" + folder + "/";
        for (Row row : rows.collectAsList()) {
            assertThat(row.<String>getAs("path")).startsWith(root);
            named.put(row.<String>getAs("path").substring(root.length()), row);
        }
        return named;
    }
}
