package org.imageop.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.apache.spark.sql.Row;
import org.imageop.Images;
import org.imageop.examples.spark.Samples.Expected;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own image source: where it agrees, and what docs/guide/spark.md says that it loses. */
class SparkSourceTest {
    @TempDir
    private static Path folder;

    private static Map<String, Expected> images;
    private static Map<String, Row> spark;

    /** Without imageop on the class path, ImageIO has the plugins of the JDK alone. */
    @BeforeAll
    static void pluginsOfTheJdk() {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        List<ImageReaderSpi> others = new ArrayList<>();
        registry.getServiceProviders(ImageReaderSpi.class, false).forEachRemaining(spi -> {
            if (spi.getClass().getName().startsWith("com.twelvemonkeys.")) {
                others.add(spi);
            }
        });
        others.forEach(registry::deregisterServiceProvider);
        assertThat(others).isNotEmpty();
    }

    @BeforeAll
    static void files() throws IOException {
        images = Samples.images(folder);
        Samples.failures(folder);
        spark = new TreeMap<>();
        String root = "file://" + folder + "/";
        for (Row row : Session.SPARK
                .read()
                .format("image")
                .option("recursiveFileLookup", "true")
                .load(folder.toString())
                .collectAsList()) {
            Row image = row.getStruct(0);
            spark.put(image.getString(0).substring(root.length()), image);
        }
    }

    @Test
    void plainImagesAreTheSame() {
        for (String name : List.of("grey8.png", "rgb8.png", "rgba8.png", "palette.png", "inner/photo.jpg")) {
            ImageFunctionsTest.assertHolds(name, spark.get(name), images.get(name));
        }
    }

    @Test
    void itsRowsAreImages() {
        Row row = spark.get("rgba8.png");

        assertThat(SparkImages.wrap(row).get(3, 2).r()).isEqualTo(Samples.value(8, 3, 2, 0));
        assertThat(SparkImages.toRow(SparkImages.wrap(row), "other").<byte[]>getAs(5))
                .isSameAs(row.<byte[]>getAs(5));
        assertThat(Images.sameContent(SparkImages.wrap(row), SparkImages.wrap(row)))
                .isTrue();
    }

    @Test
    void sixteenBitsOfGreyAreTheirLowByte() {
        Row image = spark.get("grey16.png");

        assertThat(image.getInt(4)).isZero();
        assertThat(Samples.sample(image, 3, 2, 0)).isEqualTo(Samples.value(16, 3, 2, 0) & 255);
    }

    @Test
    void sixteenBitsOfColorAreEight() {
        assertThat(spark.get("rgb16.png").getInt(4)).isEqualTo(16);
        assertThat(spark.get("rgba16.png").getInt(4)).isEqualTo(24);
    }

    @Test
    void greyLosesItsAlpha() {
        assertThat(spark.get("la8.png").getInt(3)).isEqualTo(1);
        assertThat(spark.get("la16.png").getInt(3)).isEqualTo(1);
    }

    @Test
    void inksWithoutAProfileAreTheSame() {
        for (String name : List.of("cmyk.tif", "inks.jpg")) {
            ImageFunctionsTest.assertHolds(name, spark.get(name), images.get(name));
        }
    }

    @Test
    void aTurnedPhotoLies() {
        assertThat(spark.get("inner/turned.jpg").getInt(2)).isEqualTo(48);
        assertThat(images.get("inner/turned.jpg").width()).isEqualTo(32);
    }

    @Test
    void aPhotoThatWasCutIsTakenForWhole() {
        assertThat(spark.get("cut.jpg").getInt(2)).isEqualTo(48);
    }

    @Test
    void otherFailuresHaveNoReason() {
        for (String name : List.of("cut.png", "text.png")) {
            assertThat(spark.get(name).getInt(4)).as(name).isEqualTo(-1);
        }
        assertThat(spark).doesNotContainKey("empty.png");
    }
}
