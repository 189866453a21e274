package org.imageop.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import java.util.Arrays;
import java.util.List;
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

    @Test
    void printsJson() {
        Run run = imageop("formats", "--json");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"formats\" : [", "\"adapters\" : [", "\"java.awt.image.BufferedImage\"");
        assertThat(run.out()).endsWith("}\n");
    }
}
