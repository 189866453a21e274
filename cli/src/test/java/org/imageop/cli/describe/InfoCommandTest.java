package org.imageop.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imageop.cli.Run.imageop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.cli.Pngs;
import org.imageop.cli.Run;
import org.imageop.imageio.ImageFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoCommandTest {
    @TempDir
    Path folder;

    @Test
    void describesAFile() throws IOException {
        Path file = Run.sample("harbour.jpg", folder);
        Run run = imageop("info", file);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(file + """

                  format  JPEG
                  mode    RGB (r g b, 8 bits each)
                  size    1200×800
                  frames  1
                  info    dpi = 300, 300
                  layout  bytes, BGR order, row stride 3600
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marble.png | PNG | RGBA64 (r g b a, 16 bits each) | 320×240",
                "headland.tif | TIFF | L16 (l, 16 bits) | 400×300"
            })
    void keepsTheModeOfTheFile(String name, String format, String mode, String size) throws IOException {
        assertThat(imageop("info", Run.sample(name, folder)).out())
                .contains("  format  " + format + "\n")
                .contains("  mode    " + mode + "\n")
                .contains("  size    " + size + "\n")
                .contains("  layout  shorts, ");
    }

    @Test
    void oneBadFileDoesNotStopTheRest() throws IOException {
        Path good = Run.sample("marble.png", folder);
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Run run = imageop("info", empty, folder, folder.resolve("none.png"), good);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).startsWith(good.toString()).contains("RGBA64");
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith("imageop: " + folder));
    }

    @Test
    void saysWhatTheHeaderHasThoughThePixelsAreDamaged() throws IOException {
        Path file = damaged();
        Run run = imageop("info", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("320×240").contains("  layout  unknown, the pixels cannot be read\n");
        assertThat(run.err().lines()).singleElement().asString().contains(file.toString());
    }

    @Test
    void aHugeImageNeedsNoMemoryToBeDescribed() throws IOException {
        Path bomb = folder.resolve("bomb.png");
        Files.write(bomb, Pngs.header(30000, 30000));
        Run run = imageop("info", bomb);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("30000×30000");
        assertThat(run.err())
                .contains("900000000 pixels")
                .contains("--unlimited")
                .doesNotContain("ReadOptions");
        assertThat(imageop("info", bomb, "--unlimited").err()).contains("30000").doesNotContain("limit");
    }

    @Test
    void printsNoControlCharactersOfFileNames() throws IOException {
        Path file = folder.resolve("a\u001b[31m\nb.png");
        Files.copy(Run.sample("marble.png", folder), file);
        assertThat(imageop("info", file).out().lines().findFirst().orElseThrow())
                .endsWith("a?[31m b.png");
        assertThat(imageop("info", folder.resolve("x\u001b\ny")).err().lines())
                .singleElement()
                .asString()
                .contains("x? y");
    }

    @Test
    void jsonIsOneArrayWithAnObjectForEachFile() throws IOException {
        Path good = Run.sample("harbour.jpg", folder);
        Path none = folder.resolve("none \"quoted\".png");
        Path damaged = damaged();
        Run run = imageop("info", "--json", none, good, damaged);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        List<?> files = (List<?>) parse(run.out());
        assertThat(files).hasSize(3);

        assertThat((Map<?, ?>) files.get(0))
                .isEqualTo(Map.of("file", none.toString(), "error", none + ": no such file or folder"));

        Map<?, ?> object = (Map<?, ?>) files.get(1);
        assertThat(List.copyOf(object.keySet()))
                .isEqualTo(List.of("file", "format", "mode", "width", "height", "frames", "info", "layout"));
        assertThat(object.get("format")).isEqualTo("JPEG");
        assertThat(object.get("mode")).isEqualTo("RGB");
        assertThat(object.get("width")).isEqualTo(1200L);
        assertThat(object.get("height")).isEqualTo(800L);
        assertThat(object.get("frames")).isEqualTo(1L);
        assertThat(object.get("info")).isEqualTo(Map.of("dpi", List.of(300.0, 300.0)));
        Map<?, ?> layout = (Map<?, ?>) object.get("layout");
        assertThat(layout.get("alpha")).isEqualTo("OPAQUE");
        assertThat((List<?>) layout.get("planes")).hasSize(3);
        assertThat(((List<?>) layout.get("planes")).get(0))
                .isEqualTo(Map.of(
                        "component", "r",
                        "element", "byte",
                        "offset", 2L,
                        "pixelStride", 3L,
                        "lineStride", 3600L,
                        "shift", 0L,
                        "bits", 8L));

        Map<?, ?> broken = (Map<?, ?>) files.get(2);
        assertThat(broken.get("mode")).isEqualTo("RGBA64");
        assertThat(broken.get("layout")).isNull();
        assertThat((String) broken.get("error")).contains(damaged.toString());
    }

    @Test
    void listsTheTagsOfBlocks() throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 2, 2);
        image.info().put(InfoKeys.EXIF, exposed());
        image.info().put(InfoKeys.XMP, XMP.getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("tags.png");
        ImageFiles.write(image, file);
        assertThat(imageop("info", file).out())
                .contains("\n            ExposureTime = 1/250 s\n", "\n            Flash = 16 (did not fire)\n")
                .contains("\n            FNumber = f/2.8\n")
                .contains("\n            dc:subject = sea, sky\n");

        Map<?, ?> info = (Map<?, ?>) ((Map<?, ?>)
                        ((List<?>) parse(imageop("info", "--json", file).out())).get(0))
                .get("info");
        Map<?, ?> exif = (Map<?, ?>) info.get("exif");
        assertThat(exif.get("bytes")).isEqualTo((long) exposed().length);
        assertThat(exif.get("tags")).isEqualTo(Map.of("ExposureTime", 0.004, "FNumber", 2.8, "Flash", 16L));
        assertThat(((Map<?, ?>) info.get("xmp")).get("tags")).isEqualTo(Map.of("dc:subject", List.of("sea", "sky")));
    }

    private static final String XMP = """
            <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
                xmlns:dc='http://purl.org/dc/elements/1.1/'><rdf:Description rdf:about=''><dc:subject><rdf:Bag>
                <rdf:li>sea</rdf:li><rdf:li>sky</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>""";

    /** A block of EXIF with 1/250 s, f/2.8 and no flash. */
    private static byte[] exposed() {
        ByteBuffer out = ByteBuffer.allocate(90);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        out.putShort((short) 34665).putShort((short) 4).putInt(1).putInt(26).putInt(0);
        out.putShort((short) 3);
        out.putShort((short) 0x829a).putShort((short) 5).putInt(1).putInt(70);
        out.putShort((short) 0x829d).putShort((short) 5).putInt(1).putInt(78);
        out.putShort((short) 0x9209)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 16)
                .putShort((short) 0);
        out.position(70).putInt(1).putInt(250).putInt(28).putInt(10);
        return out.array();
    }

    private Path damaged() throws IOException {
        Path file = Run.sample("marble.png", folder);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 5000; i < 5100; i++) {
            bytes[i] = 'x';
        }
        return Files.write(folder.resolve("damaged.png"), bytes);
    }

    private static @Nullable Object parse(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            Object value = value(parser);
            assertThat(parser.nextToken()).as("after the document").isNull();
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                return map;
            }
            case VALUE_NUMBER_INT -> {
                return parser.getLongValue();
            }
            case VALUE_NUMBER_FLOAT -> {
                return parser.getDoubleValue();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return parser.getBooleanValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return parser.getText();
            }
        }
    }
}
