package org.imageop.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.imageop.examples.spark.Samples.Expected;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResizeFolderTest {
    @TempDir
    private static Path folder;

    private static Path input;
    private static Map<String, Expected> images;
    private static Map<String, String> failures;

    @BeforeAll
    static void files() throws IOException {
        input = Files.createDirectory(folder.resolve("in put")); // a path is not a URI
        images = Samples.images(input);
        failures = Samples.failures(input);
        Files.createFile(input.resolve("_SUCCESS")); // hidden, and not a failure
    }

    @Test
    void whatFitsIsKeptToThePixelInParquetAndInFiles() throws IOException {
        Path output = folder.resolve("whole");

        ResizeFolder.Report report = ResizeFolder.run(Session.SPARK, input.toString(), output.toString(), 1000);

        assertThat(report).isEqualTo(new ResizeFolder.Report(images.size(), failures.size() + 1));
        Map<String, Row> rows = rows(output);
        assertThat(rows.keySet()).containsAll(images.keySet()).containsAll(failures.keySet());
        images.forEach((name, expected) ->
                ImageFunctionsTest.assertHolds(name, rows.get(name).getAs("image"), expected));
        for (String name : images.keySet()) {
            assertSamePixels(rows.get(name).getAs("image"), output.resolve("files/" + name + ".png"));
        }
    }

    @Test
    void largerImagesAreShrunk() throws IOException {
        Path output = folder.resolve("small");

        ResizeFolder.run(Session.SPARK, input.toString(), output.toString(), 4);

        Map<String, Row> rows = rows(output);
        for (String name : images.keySet()) {
            Row image = rows.get(name).getAs("image");
            assertThat(Math.max(image.getInt(1), image.getInt(2))).as(name).isEqualTo(4);
            assertSamePixels(image, output.resolve("files/" + name + ".png"));
        }
    }

    @Test
    void failuresAreListed() throws IOException {
        Path output = folder.resolve("listed");

        ResizeFolder.run(Session.SPARK, input.toString(), output.toString(), 4);

        Map<String, Row> rows =
                named(Session.SPARK.read().json(output + "/failures").collectAsList());
        assertThat(rows.remove("empty.png").<String>getAs("error")).isEqualTo("The file is empty");
        assertThat(rows.keySet()).isEqualTo(failures.keySet());
        failures.forEach((name, message) ->
                assertThat(rows.get(name).<String>getAs("error")).as(name).contains(message));
        try (Stream<Path> files = Files.walk(output.resolve("files"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".png"))).hasSize(images.size());
        }
    }

    @Test
    void aFolderThatExistsIsNotOverwritten() throws IOException {
        Path output = Files.createDirectories(folder.resolve("there/images"));

        assertThatThrownBy(() -> ResizeFolder.run(
                        Session.SPARK, input.toString(), output.getParent().toString(), 4))
                .hasMessageContaining("already exists");
    }

    @Test
    void argumentsAreAsked() {
        assertThatThrownBy(() -> ResizeFolder.main(new String[] {"photos"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("photos small 640");
    }

    /** ImageIO reads what was written. */
    private static void assertSamePixels(Row image, Path file) throws IOException {
        Raster raster = ImageIO.read(file.toFile()).getRaster();
        int channels = image.getInt(3);
        assertThat(List.of(raster.getWidth(), raster.getHeight(), raster.getNumBands()))
                .as(file.toString())
                .isEqualTo(List.of(image.getInt(2), image.getInt(1), channels));
        assertThat(raster.getSampleModel().getSampleSize(0)).isEqualTo((image.getInt(4) & 7) == 0 ? 8 : 16);
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                for (int c = 0; c < channels; c++) {
                    int band = channels == 1 || c == 3 ? c : 2 - c;
                    assertThat(raster.getSample(x, y, band))
                            .as("%s at %d, %d, channel %d", file, x, y, c)
                            .isEqualTo(Samples.sample(image, x, y, c));
                }
            }
        }
    }

    private static Map<String, Row> rows(Path output) {
        return named(Session.SPARK.read().parquet(output + "/images").collectAsList());
    }

    private static Map<String, Row> named(List<Row> rows) {
        String root = "file:" + input + "/";
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.<String>getAs("path").substring(root.length()),
                        row -> row,
                        (a, b) -> a,
                        TreeMap::new));
    }
}
