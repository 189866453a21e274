package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files, whole and damaged, and what Pillow sees in them. */
@EnabledIfSystemProperty(named = "imageop.corpus", matches = ".+", disabledReason = "no -Dimageop.corpus=DIR")
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("imageop.root", ""))
            .resolve(System.getProperty("imageop.corpus", ""))
            .normalize();
    private static final String EXPLANATIONS = "corpus-disagreements.tsv";
    /** Ends a hang; nothing here takes a second. */
    private static final Duration HANG = Duration.ofMinutes(2);
    /** The frame that Pillow opens is the largest. */
    private static final Set<String> ICONS = Set.of("ICO", "CUR", "ICNS");

    static Stream<String> files() throws IOException {
        if (!Files.exists(CORPUS.resolve("manifest.json"))) {
            return Stream.of("manifest.json");
        }
        return manifest().stream().map(entry -> entry.get("path").asText());
    }

    private static List<JsonNode> manifest() throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        new ObjectMapper().readTree(CORPUS.resolve("manifest.json").toFile()).forEach(entries::add);
        return entries;
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAllFramesOrSaysWhatIsWrong(String name) {
        Path path = CORPUS.resolve(name);
        assertTimeoutPreemptively(HANG, () -> {
            try (ImageFile file = ImageFiles.open(path)) {
                assertThat(file.frames()).isPositive();
                for (int frame = 0; frame < file.frames(); frame++) {
                    file.read(frame);
                    ImageLike image = file.composed(frame);
                    assertThat(image.info()).containsEntry(InfoKeys.FORMAT, file.format());
                    assertThat(image.buffer().length()).isEqualTo(image.mode().length(image.size()));
                    if (frame == 0) {
                        assertThat(image.size()).isEqualTo(file.size());
                        assertThat(image.mode()).isEqualTo(file.mode());
                    }
                }
            } catch (ImageFormatException e) {
                assertThat(e).hasMessageContaining(path.toString());
                assertThat(e.getMessage().length())
                        .isBetween(
                                path.toString().length() + 20, path.toString().length() + 900);
            }
        });
    }

    @Test
    void seesWhatPillowSeesOrTheDifferenceIsExplained() throws IOException {
        Map<String, int[]> table = new TreeMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> readable = new TreeSet<>();
        ImageFiles.formats().stream().filter(FileFormat::readable).forEach(f -> readable.add(f.name()));
        for (JsonNode entry : manifest()) {
            String format = entry.path("format").asText("none");
            int[] row = table.computeIfAbsent(format, key -> new int[5]);
            row[0]++;
            boolean decoded = entry.get("decoded").asBoolean();
            if (decoded) {
                row[1]++;
            }
            String name = entry.get("path").asText();
            ImageLike image = read(entry);
            if (image != null) {
                row[2]++;
            }
            if (!decoded || !readable.contains(format.equals("PPM") ? "PNM" : format)) {
                continue;
            }
            String difference = image == null ? "unread" : PillowView.difference(image, entry, CORPUS.resolve(name));
            if (difference.isEmpty()) {
                row[3]++;
            } else {
                row[4]++;
                found.put("pixels\t" + name, difference);
            }
            if (image != null) {
                compareInfo(image, entry, found);
            }
        }
        print(table);
        checkExplained(found);
    }

    /** The frame that Pillow opens, or null if it cannot be read. */
    private static ImageLike read(JsonNode entry) throws IOException {
        try (ImageFile file = ImageFiles.open(CORPUS.resolve(entry.get("path").asText()))) {
            if (ICONS.contains(entry.path("format").asText())) {
                return largest(file, entry);
            }
            return file.read();
        } catch (ImageFormatException e) {
            return null;
        }
    }

    /** Of several frames of that size, one without a difference, if one exists. */
    private static ImageLike largest(ImageFile file, JsonNode entry) throws IOException {
        ImageSize size =
                new ImageSize(entry.get("width").asInt(), entry.get("height").asInt());
        ImageLike found = file.read();
        for (int frame = 0; frame < file.frames(); frame++) {
            ImageLike image = file.read(frame);
            if (image.size().equals(size)) {
                found = image;
                if (PillowView.difference(image, entry, Path.of(file.name())).isEmpty()) {
                    return found;
                }
            }
        }
        return found;
    }

    private static void compareInfo(ImageLike image, JsonNode entry, Map<String, String> found) {
        String name = entry.get("path").asText();
        Object orientation = image.info().get(InfoKeys.ORIENTATION);
        if (entry.has("orientation")
                && !Integer.valueOf(entry.get("orientation").asInt()).equals(orientation)) {
            found.put("orientation\t" + name, "Pillow " + entry.get("orientation") + ", here " + orientation);
        }
        Object dpi = image.info().get(InfoKeys.DPI);
        if (entry.has("dpi") && !absent(entry.get("dpi"))) {
            boolean same = dpi instanceof List<?> pair
                    && near((Double) pair.get(0), entry.get("dpi").get(0).asDouble())
                    && near((Double) pair.get(1), entry.get("dpi").get(1).asDouble());
            if (!same) {
                found.put("dpi\t" + name, "Pillow " + entry.get("dpi") + ", here " + dpi);
            }
        }
        int bytes = image.info().get(InfoKeys.ICC_PROFILE) instanceof byte[] profile ? profile.length : 0;
        if (entry.has("iccBytes") && entry.get("iccBytes").asInt() != bytes) {
            found.put("icc\t" + name, "Pillow " + entry.get("iccBytes") + " bytes, here " + bytes);
        }
    }

    /** The resolution that Pillow reports where a TIFF or BMP file has none. */
    private static boolean absent(JsonNode dpi) {
        return dpi.get(0).asDouble() <= 1 && dpi.get(1).asDouble() <= 1;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 0.01 * b;
    }

    private static void print(Map<String, int[]> table) throws IOException {
        StringBuilder text = new StringBuilder(
                String.format("%-8s %6s %8s %8s %8s %9s%n", "format", "files", "Pillow", "here", "agree", "disagree"));
        int[] total = new int[5];
        table.forEach((format, row) -> {
            for (int i = 0; i < row.length; i++) {
                total[i] += row[i];
            }
            text.append(line(format, row));
        });
        text.append(line("total", total));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "corpus.txt"), text);
        System.out.println(text);
    }

    private static String line(String name, int[] row) {
        return String.format("%-8s %6d %8d %8d %8d %9d%n", name, row[0], row[1], row[2], row[3], row[4]);
    }

    private static void checkExplained(Map<String, String> found) throws IOException {
        List<String> unexplained = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        try (var explanations = CorpusTest.class.getResourceAsStream(EXPLANATIONS)) {
            for (String line : new String(explanations.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    assertThat(columns).as(line).hasSize(4);
                    patterns.add(columns[0] + "\t" + columns[1]);
                }
            }
        }
        Set<String> unused = new TreeSet<>(patterns);
        found.forEach((key, difference) -> {
            boolean explained = false;
            for (String pattern : patterns) {
                if (key.matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E")) {
                    explained = true;
                    unused.remove(pattern);
                }
            }
            if (!explained) {
                unexplained.add(key + "\t" + difference);
            }
        });
        assertThat(unexplained).as("differences without an explanation").isEmpty();
        assertThat(unused).as("explanations without a difference").isEmpty();
    }
}
