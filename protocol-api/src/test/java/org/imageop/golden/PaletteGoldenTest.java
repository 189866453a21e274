package org.imageop.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imageop.ImagePalette;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pillow's ImagePalette: what it did, but for its mistakes, which the data mark as quirks. */
class PaletteGoldenTest {
    private static final JsonNode PALETTE = GoldenData.json("palette.json");

    @TempDir
    Path folder;

    static Stream<Named> cases() {
        return named("cases").filter(c -> !c.json.get("quirk").booleanValue());
    }

    static Stream<Named> files() {
        return named("load");
    }

    private static Stream<Named> named(String list) {
        return GoldenData.stream(PALETTE.get(list)).map(Named::new);
    }

    /** An entry of the data under its id. */
    record Named(JsonNode json) {
        @Override
        public String toString() {
            return json.get("id").textValue();
        }
    }

    private static Mode mode(JsonNode mode) {
        return Mode.valueOf(mode.textValue());
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.textValue());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theQuirksAreThoseThatOtherTestsShowToBeMissing() {
        assertThat(named("cases")
                        .filter(c -> c.json.get("quirk").booleanValue())
                        .map(Named::toString))
                .containsExactlyInAnyOrder("out-of-range", "wrong-arity", "full-image-unused", "save-partial-entry");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void D1_D3_D4_D5_D6_D7_D8_D9_D10_D13_doesWhatPillowDoes(Named golden) throws IOException {
        JsonNode json = golden.json;
        byte[] given = bytes(json.get("init").get("hex"));
        ImagePalette palette = new ImagePalette(mode(json.get("mode")), given);
        for (JsonNode op : json.get("ops")) {
            if (op.get("op").textValue().equals("setrawmode")) {
                palette = ImagePalette.raw(op.get("rawmode").textValue(), palette.toBytes());
            } else if (op.has("error")) {
                refuses(palette, op);
            } else {
                does(palette, op);
            }
        }
        assertThat(palette.getData().bytes()).isEqualTo(bytes(json.get("final").get("hex")));
        assertThat(palette.rawMode().orElse(null))
                .isEqualTo(json.get("final").get("rawmode").textValue());
    }

    private void does(ImagePalette palette, JsonNode op) throws IOException {
        String name = op.get("op").textValue();
        switch (name) {
            case "getcolor" ->
                assertThat(color(palette, op)).isEqualTo(op.get("result").intValue());
            case "tobytes", "tostring" -> assertThat(palette.toBytes()).isEqualTo(bytes(op.get("result_hex")));
            case "getdata" -> {
                assertThat(palette.getData().mode())
                        .isEqualTo(op.get("result_mode").textValue());
                assertThat(palette.getData().bytes()).isEqualTo(bytes(op.get("result_hex")));
            }
            case "colors" -> {
                Map<List<Integer>, Integer> colors = new LinkedHashMap<>();
                op.get("result")
                        .forEach(pair -> colors.put(
                                Arrays.stream(GoldenData.ints(pair.get(0)))
                                        .boxed()
                                        .toList(),
                                pair.get(1).intValue()));
                assertThat(List.copyOf(palette.colors().entrySet())).isEqualTo(List.copyOf(colors.entrySet()));
            }
            case "copy" -> {
                ImagePalette copy = palette.copy();
                assertThat(copy.mode()).isEqualTo(mode(op.get("result").get("mode")));
                assertThat(copy.rawMode().orElse(null))
                        .isEqualTo(op.get("result").get("rawmode").textValue());
                assertThat(copy.getData().bytes())
                        .isEqualTo(bytes(op.get("result").get("hex")));
                copy.setData((byte) 7, (byte) 7, (byte) 7);
                assertThat(palette).isNotEqualTo(copy);
            }
            case "setpalette" -> palette.setData(bytes(op.get("hex")));
            case "save" -> saves(palette, op);
            default -> throw new AssertionError("An operation that is not tested: " + name);
        }
    }

    private static int color(ImagePalette palette, JsonNode op) {
        int[] color = GoldenData.ints(op.get("color"));
        return op.has("image") ? palette.getColor(color, indices(op.get("image"))) : palette.getColor(color);
    }

    /** An image that uses the indices of some ranges, with info. */
    private static StandardImage indices(JsonNode image) {
        int[] used = GoldenData.stream(image.get("used_ranges"))
                .flatMapToInt(range -> IntStream.rangeClosed(
                        range.get(0).intValue(), range.get(1).intValue()))
                .toArray();
        StandardImage indices = StandardImage.of(Mode.L, used.length, 1);
        for (int x = 0; x < used.length; x++) {
            indices.set(x, 0, used[x]);
        }
        for (String key : new String[] {InfoKeys.BACKGROUND, InfoKeys.TRANSPARENCY}) {
            JsonNode value = image.get("info").get(key);
            if (value != null) {
                indices.info()
                        .put(
                                key,
                                value.isInt()
                                        ? (Object) value.intValue()
                                        : Arrays.stream(GoldenData.ints(value))
                                                .boxed()
                                                .toList());
            }
        }
        return indices;
    }

    private void saves(ImagePalette palette, JsonNode op) throws IOException {
        StringBuilder text = new StringBuilder();
        palette.save(text);
        assertThat(text.toString().lines()).hasSize(op.get("lines").intValue());
        assertThat(text.toString().lines().limit(5))
                .containsExactlyElementsOf(GoldenData.stream(op.get("head"))
                        .map(JsonNode::textValue)
                        .toList());
        assertThat(sha256(text.toString().getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(op.get("sha256").textValue());
        Path file = folder.resolve("saved");
        palette.save(file);
        assertThat(file).hasContent(text.toString());
    }

    /** Arguments that Java's compiler refuses are left out: a string, a list or a number for a colour. */
    private void refuses(ImagePalette palette, JsonNode op) {
        String message = op.get("message").textValue();
        if (message.startsWith("unknown color specifier")) {
            return;
        }
        Class<?> expected = message.equals("palette contains raw palette data")
                ? UnsupportedOperationException.class
                : IllegalArgumentException.class;
        ImagePalette before = palette.copy();
        Path file = folder.resolve("untouched");
        assertThatThrownBy(() -> {
                    switch (op.get("op").textValue()) {
                        case "getcolor" -> color(palette, op);
                        case "tobytes", "tostring" -> palette.toBytes();
                        default -> palette.save(file);
                    }
                })
                .isInstanceOf(expected);
        assertThat(file).doesNotExist();
        assertThat(palette).isEqualTo(before);
    }

    @Test
    void D11_tablesAreTheNumbersOfPillow() {
        JsonNode factories = PALETTE.get("factories");
        Map<String, Object> ours = new LinkedHashMap<>();
        for (double white : new double[] {0, 255, 240, 100.5, 300, -10}) {
            String text = white == Math.rint(white) ? Integer.toString((int) white) : Double.toString(white);
            ours.put("make_linear_lut(0," + text + ")", ImagePalette.linear(white));
        }
        for (double exponent : new double[] {0, 0.5, 1, 2.2, 5}) {
            String text = exponent == Math.rint(exponent) ? Integer.toString((int) exponent) : "" + exponent;
            ours.put("make_gamma_lut(" + text + ")", ImagePalette.gamma(exponent));
        }
        ours.put("negative()", ImagePalette.negative(Mode.RGB));
        ours.put("negative('RGBA',)", ImagePalette.negative(Mode.RGBA));
        ours.put("negative('L',)", ImagePalette.negative(Mode.L));
        ours.put("wedge()", ImagePalette.wedge(Mode.RGB));
        ours.put("wedge('RGBA',)", ImagePalette.wedge(Mode.RGBA));
        ours.put("sepia()", ImagePalette.sepia());
        ours.put("sepia('#ff8000',)", ImagePalette.sepia(0xff, 0x80, 0));
        ours.put("sepia('white',)", ImagePalette.sepia(255, 255, 255));
        TreeSet<String> names = new TreeSet<>();
        factories.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("random()", "errors"));

        assertThat(ours.keySet()).containsAll(names);
        for (String name : names) {
            JsonNode golden = factories.get(name);
            if (ours.get(name) instanceof int[] table) {
                assertThat(table).as(name).isEqualTo(GoldenData.ints(golden));
            } else {
                assertThat(ours.get(name))
                        .as(name)
                        .isEqualTo(new ImagePalette(mode(golden.get("mode")), bytes(golden.get("hex"))));
            }
        }
    }

    @Test
    void D11_randomPalettesAreEvenAndFollowTheirSeed() {
        ImagePalette one = ImagePalette.random(Mode.RGB, 1);

        assertThat(one).isEqualTo(ImagePalette.random(Mode.RGB, 1)).isNotEqualTo(ImagePalette.random(Mode.RGB, 2));
        assertThat(one.toBytes())
                .hasSize(PALETTE.get("factories").get("random()").get("length").intValue());
        int[] count = new int[16];
        for (int seed = 0; seed < 100; seed++) {
            for (byte value : ImagePalette.random(Mode.RGBA, seed).toBytes()) {
                count[(value & 0xff) >> 4]++;
            }
        }
        // 102 400 values in 16 classes: 6400 each, deviation 77
        assertThat(Arrays.stream(count).boxed()).allMatch(n -> n > 6000 && n < 6800);
    }

    @Test
    void D11_numbersWithoutATableAreRefused() {
        for (double white : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ImagePalette.linear(white)).isInstanceOf(IllegalArgumentException.class);
        }
        for (double exponent : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ImagePalette.gamma(exponent)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ImagePalette.sepia(256, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ImagePalette.wedge(Mode.L16)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("files")
    void D12_readsWhatPillowReads(Named golden) throws IOException {
        JsonNode json = golden.json;
        String hex = json.get("file_hex").textValue();
        byte[] content = hex.startsWith("(")
                ? saved(golden.toString()).getBytes(StandardCharsets.US_ASCII)
                : bytes(json.get("file_hex"));
        Path file = folder.resolve("palette");
        Files.write(file, content);
        if (json.has("error")) {
            assertThatThrownBy(() -> ImagePalette.load(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " is not a palette: ");
            return;
        }
        ImagePalette palette = ImagePalette.load(file);
        assertThat(palette.mode()).isEqualTo(mode(json.get("rawmode")));
        assertThat(palette.toBytes()).hasSize(json.get("length").intValue());
        assertThat(sha256(palette.toBytes())).isEqualTo(json.get("sha256").textValue());
        assertThat(ImagePalette.load(new ByteArrayInputStream(content))).isEqualTo(palette);
        assertThat(ImagePalette.load(new StringReader(new String(content, StandardCharsets.ISO_8859_1))))
                .isEqualTo(palette);
    }

    /** What the data describe in words. */
    private static String saved(String id) throws IOException {
        ImagePalette palette = switch (id) {
            case "saved-rgb" -> ImagePalette.of(Mode.RGB, 255, 128, 0, 1, 2, 3);
            case "saved-rgba" -> ImagePalette.of(Mode.RGBA, 255, 128, 0, 64);
            default -> ImagePalette.of(Mode.L, 10, 20);
        };
        StringBuilder text = new StringBuilder();
        palette.save(text);
        return text.toString();
    }
}
