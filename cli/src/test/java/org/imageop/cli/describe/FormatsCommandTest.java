package org.imageop.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.imageop.cli.Main;
import org.imageop.cli.Run;
import org.junit.jupiter.api.Test;

class FormatsCommandTest {
    private static List<String> words(String out, String head, String row) {
        List<String> lines = out.lines().toList();
        int start = 0;
        while (!lines.get(start).startsWith("  " + head)) {
            start++;
        }
        for (String line : lines.subList(start, lines.size())) {
            List<String> words = Arrays.asList(line.strip().split(" {2,}"));
            if (words.get(0).equals(row)) {
                return words;
            }
        }
        throw new AssertionError("no row " + row + " below " + head);
    }

    private static String cell(String out, String head, String row, String column) {
        return words(out, head, row).get(words(out, head, head).indexOf(column));
    }

    @Test
    void listsWhatFormatsHold() {
        Run run = imageop("formats");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(run.out()).containsPattern("(?m)^  WEBP +read +webp$");
        assertThat(run.out()).containsPattern("(?m)^  TIFF +read, written +tif tiff");
        assertThat(cell(run.out(), "WRITTEN", "RGBA64", "PNG")).isEqualTo("yes");
        assertThat(cell(run.out(), "WRITTEN", "L32", "PNG")).isEqualTo("·");
        assertThat(cell(run.out(), "WRITTEN", "L32", "TIFF")).isEqualTo("yes");
        assertThat(cell(run.out(), "WRITTEN", "RGB", "JPEG")).isEqualTo("lossy");
        assertThat(cell(run.out(), "WRITTEN", "RGBA", "JPEG")).isEqualTo("·");
    }

    @Test
    void triesWhatAdaptersDoWithEachMode() {
        String out = imageop("formats").out();
        assertThat(cell(out, "PASSED ON AS", "RGB", "BufferedImage")).isEqualTo("shares");
        assertThat(cell(out, "PASSED ON AS", "YV12", "BufferedImage")).isEqualTo("copies");
        String others = out.substring(out.lastIndexOf("BufferedImage"));
        assertThat(others)
                .containsPattern("PASSED ON AS +Image +WritableImage +PixelBuffer")
                .contains("PASSED ON AS  RandomAccessibleInterval");
    }

    /** A fat jar may leave out classes that nothing seems to use; lists of plugins that it loses are not needed. */
    @Test
    void namesAFormatWhosePluginIsMissing() throws Exception {
        String classes = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(jar -> !jar.contains("imageio-webp"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classes,
                        Main.class.getName(),
                        "formats")
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out).containsPattern("(?m)^  WEBP +neither: its plugin is missing +webp$");
        assertThat(out.lines().filter(line -> line.contains("its plugin is missing")))
                .hasSize(1);
        assertThat(out).containsPattern("(?m)^  TIFF +read, written +tif tiff");
    }

    @Test
    void printsJson() {
        Run run = imageop("formats", "--json");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"formats\" : [", "\"adapters\" : [", "\"java.awt.image.BufferedImage\"");
        assertThat(run.out()).endsWith("}\n");
    }
}
