package org.imageop.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of measurements that this test makes up. */
class PageTest {
    @TempDir
    Path folder;

    private static String result(String benchmark, String parameters, String unit, double... times) {
        return """
               {"benchmark": "org.imageop.benchmarks.%s", "vmName": "VM", "vmVersion": "17", "params": {%s},
                "primaryMetric": {"scoreUnit": "%s", "rawData": [[%s]]}}
               """.formatted(
                        benchmark,
                        parameters,
                        unit,
                        Arrays.stream(times).mapToObj(Double::toString).collect(Collectors.joining(", ")));
    }

    private static String parameters(String size, boolean mixed) {
        return "\"size\": \"%s\", \"mixed\": \"%s\"".formatted(size, mixed);
    }

    private void measured(String file, String... results) throws IOException {
        Files.writeString(folder.resolve(file + ".json"), List.of(results).toString());
    }

    private List<String> page() throws IOException {
        Path page = folder.resolve("benchmarks.md");
        Page.write(folder, page, "benchmarks/page --made-up", "an abacus", LocalDate.of(2026, 1, 2));
        return Files.readAllLines(page);
    }

    private String picture(String name) throws Exception {
        String svg = Files.readString(folder.resolve("benchmarks").resolve(name));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        return svg;
    }

    @Test
    void dividesOurMedianByThatOfEachPeer() throws Exception {
        String large = parameters("4K", false);
        measured(
                "clean",
                result("Resizes.BilinearRgb.drawImage", large, "ms/op", 40),
                result("Resizes.BilinearRgb.imageop", large, "ms/op", 90, 30, 33),
                result("Resizes.BilinearRgb.thumbnailator", large, "us/op", 30_000));
        measured("pillow", result("Resizes.BilinearRgb.pillow", large, "ms/op", 30, 30, 30, 60));

        assertThat(page())
                .contains(
                        "| date | 2026-01-02 |", "| machine | an abacus |", "| command | `benchmarks/page --made-up` |")
                .containsSequence(
                        "| BILINEAR 4K → 1080p RGB | 33 ms | 182 % | `pillow` | 30 ms | 100 % | 2.7 | 1.10 | ≤ 0.8 ✗ |",
                        "|  |  |  | `thumbnailator` | 30 ms | 0 % | 4.1 | 1.10 | ≤ 1.2 ✓ |",
                        "|  |  |  | `drawImage` | 40 ms | 0 % |  | 0.83 |  |")
                .contains("**1 of 2 targets are met.** Missed are:")
                .contains(
                        "- BILINEAR 4K → 1080p RGB / pillow: 1.10, target 0.8. Within ± of the target when it was measured last.");
        assertThat(picture("ratios.svg"))
                .contains(">BILINEAR 4K → 1080p RGB / pillow<", ">BILINEAR 4K → 1080p RGB / thumbnailator<")
                .doesNotContain("drawImage");
    }

    @Test
    void aParameterIsPartOfTheTitle() throws Exception {
        for (String type : List.of("INT_RGB", "INT_ARGB_PRE")) {
            assertThat(new Work("org.imageop.benchmarks.JavaFx.FromCommonType", Map.of("type", type)).title())
                    .isEqualTo(type + " → WritableImage");
        }
    }

    @Test
    void saysWhyATargetIsMissed() throws Exception {
        measured(
                "clean",
                result("BufferedImages.Rows.imageop", parameters("4K", false), "ms/op", 6),
                result("BufferedImages.Rows.getPixels", parameters("4K", false), "ms/op", 10));

        assertThat(page())
                .anyMatch(
                        line -> line.startsWith("- rows of a BGR image / getPixels: 0.60, target 0.5. 100 MB of ints"));
    }

    @Test
    void theRatioBeforeIsThatOfTheParameter() {
        Work work = new Work("org.imageop.benchmarks.JavaFx.FromCommonType", Map.of("type", "INT_RGB"));

        assertThat(work.before(work.targets().get(0))).isEqualTo("0.34");
    }

    @Test
    void comparesAnotherJdk() throws Exception {
        String large = parameters("4K", false);
        measured(
                "clean",
                result("Resizes.BilinearRgb.imageop", large, "ms/op", 30),
                result("Resizes.BilinearRgb.thumbnailator", large, "ms/op", 20));
        measured("pillow", result("Resizes.BilinearRgb.pillow", large, "ms/op", 40));
        measured(
                "other-jdk",
                result("Resizes.BilinearRgb.imageop", large, "ms/op", 10),
                result("Resizes.BilinearRgb.thumbnailator", large, "ms/op", 5));

        assertThat(page())
                .containsSequence(
                        "| BILINEAR 4K → 1080p RGB | `pillow` | 0.75 | 0.25 | ≤ 0.8 ✓ |",
                        "| BILINEAR 4K → 1080p RGB | `thumbnailator` | 1.50 | 2.00 | ≤ 1.2 ✗ |");
    }

    @Test
    void comparesConditions() throws Exception {
        measured("clean", result("Turns.Split.imageop", parameters("4K", false), "ms/op", 10));
        measured("mixed", result("Turns.Split.imageop", parameters("4K", true), "ms/op", 14));
        measured("all-cores", result("Turns.Split.imageop", parameters("4K", false), "ms/op", 4));
        measured(
                "small",
                result("Turns.Split.imageop", parameters("256", false), "us/op", 30),
                result("Turns.Split.openCv", parameters("256", false), "us/op", 20));

        assertThat(page())
                .contains("| split | 10.0 ms | 14.0 ms | 1.40 ✗ | 4.0 ms | 2.50 | 30 µs | `openCv` 20 µs | 1.50 |")
                .contains("| split | 10.0 ms | 0 % |  |  |  |  |  |  |");
    }

    @Test
    void saysWhyAMixedVmIsSlower() throws Exception {
        measured("clean", result("Pixels.Get.imageop", parameters("4K", false), "ns/op", 10));
        measured("mixed", result("Pixels.Get.imageop", parameters("4K", true), "ns/op", 14));

        assertThat(page())
                .anyMatch(line -> line.startsWith("- image.get(x, y), a pixel: where pixels may also be computed"));
    }

    @Test
    void givesNoReasonWhereAMixedVmIsAsFast() throws Exception {
        measured("clean", result("Pixels.Get.imageop", parameters("4K", false), "ns/op", 10));
        measured("mixed", result("Pixels.Get.imageop", parameters("4K", true), "ns/op", 12));

        assertThat(page()).noneMatch(line -> line.contains("when mixed, and why"));
    }

    @Test
    void drawsGrowth() throws Exception {
        measured("clean", result("Turns.Split.imageop", parameters("4K", false), "ms/op", 10));
        Files.writeString(folder.resolve("growth.json"), """
                {"work": "resize", "megapixels": 1, "milliseconds": 5.0, "peakMegabytes": 4.0, "heapMegabytes": 64}
                {"work": "resize", "megapixels": 400, "milliseconds": 2000.0, "peakMegabytes": 1600.0, "heapMegabytes": 3072}
                """);

        assertThat(page())
                .contains("| resize | 1 | 5.0 ms | 5.0 ms | 4 MB | 64 MiB |")
                .contains("| resize | 400 | 2000 ms | 5.0 ms | 1600 MB | 3072 MiB |");
        // 5 ms of 1 to 10000, and 2000 ms, over a width of 420 and a height of 300 pixels
        assertThat(picture("growth.svg")).contains("points=\"70.0,287.6 490.0,92.4 \"");
    }

    @Test
    void namesAClassThatIsGone() throws Exception {
        measured("clean", result("Turns.Split.imageop", parameters("4K", false), "ms/op", 10));
        measured("mixed", result("Turns.Gone.imageop", parameters("4K", false), "ms/op", 10));

        assertThatThrownBy(this::page)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no class org.imageop.benchmarks.Turns$Gone; measure again");
    }

    @Test
    void refusesThroughput() throws Exception {
        measured("clean", result("Turns.Split.imageop", parameters("4K", false), "ops/s", 10));

        assertThatThrownBy(this::page).hasMessage("The unit ops/s is not a time");
    }
}
