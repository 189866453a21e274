package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.imageio.ImageFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what files of each format keep of each key, and compares the table of docs/reference/metadata.md; {@code
 * -Dimageop.update=true} writes it. What exiftool finds in the files is measured with the proofs.
 */
class MetadataMatrixTest {
    private static final Path PAGE =
            Path.of(System.getProperty("imageop.root", "..")).resolve("docs/reference/metadata.md");
    private static final List<String> SUFFIXES = List.of("png", "jpg", "tif", "gif", "bmp", "psd");

    /** What exiftool prints of a key, as a regular expression; 300 pixels per inch are 11811 per metre. */
    private static final Map<String, String> WITNESSES = Map.ofEntries(
            Map.entry(InfoKeys.DPI, "(XResolution|PixelsPerUnitX|PixelsPerMeterX) +: (300|11811)\n"),
            Map.entry(InfoKeys.ICC_PROFILE, "ICC_Profile"),
            Map.entry(InfoKeys.EXIF, "Witness Camera"),
            Map.entry(InfoKeys.XMP, "witness of XMP"),
            Map.entry(InfoKeys.IPTC, "witness headline"),
            Map.entry(InfoKeys.COMMENT, "witness comment"),
            Map.entry(InfoKeys.TEXT, "witness author"),
            Map.entry(InfoKeys.ORIENTATION, "Rotate 90 CW"),
            Map.entry(InfoKeys.GAMMA, "Gamma"),
            Map.entry(InfoKeys.CHROMATICITY, "WhitePointX"),
            Map.entry(InfoKeys.BACKGROUND, "4 5 6"));

    @TempDir
    Path folder;

    private static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(InfoKeys.DPI, List.of(300.0, 300.0));
        values.put(
                InfoKeys.ICC_PROFILE,
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        values.put(InfoKeys.EXIF, exif());
        values.put(InfoKeys.XMP, xmp());
        values.put(InfoKeys.IPTC, iptc());
        values.put(InfoKeys.COMMENT, "witness comment");
        values.put(InfoKeys.TEXT, Map.of("Author", "witness author"));
        values.put(InfoKeys.ORIENTATION, 6);
        values.put(InfoKeys.GAMMA, 0.45455);
        values.put(InfoKeys.CHROMATICITY, List.of(0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06));
        values.put(InfoKeys.TRANSPARENCY, List.of(1, 2, 3));
        values.put(InfoKeys.BACKGROUND, List.of(4, 5, 6));
        return values;
    }

    /** The maker of a camera. */
    private static byte[] exif() {
        byte[] maker = "Witness Camera\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(26 + maker.length).order(ByteOrder.BIG_ENDIAN);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        out.putShort((short) 271).putShort((short) 2).putInt(maker.length).putInt(26);
        return out.putInt(0).put(maker).array();
    }

    private static byte[] xmp() {
        String packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:source=\"witness of XMP\"/></rdf:RDF>"
                + "</x:xmpmeta><?xpacket end='w'?>";
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    /** A headline. */
    private static byte[] iptc() {
        byte[] headline = "witness headline".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(5 + headline.length);
        return out.put((byte) 28)
                .put((byte) 2)
                .put((byte) 105)
                .putShort((short) headline.length)
                .put(headline)
                .array();
    }

    /** A file with one entry, and whether it is kept. */
    private boolean keeps(String key, Object value, Path file) throws IOException {
        StandardImage image = StandardImage.of(Mode.RGB, 8, 8);
        image.info().put(key, value);
        List<String> losses = ImageFiles.write(image, file).losses();
        boolean lost = losses.stream()
                .anyMatch(loss -> loss.startsWith(key.equals(InfoKeys.ICC_PROFILE) ? "colour profile" : "info " + key));
        assertThat(ImageFiles.read(file).info().containsKey(key) || lost)
                .as("%s of %s is kept, or its loss is named", key, file)
                .isTrue();
        return !lost;
    }

    private List<String> measured() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, Object> each : values().entrySet()) {
            StringBuilder row = new StringBuilder("| `" + each.getKey() + "` |");
            for (String suffix : SUFFIXES) {
                row.append(
                        keeps(each.getKey(), each.getValue(), folder.resolve("a." + suffix)) ? " kept |" : " lost |");
            }
            rows.add(row.toString());
        }
        return rows;
    }

    @Test
    void thePageHasWhatFilesKeep() throws IOException {
        compare("kept", measured());
    }

    /** A second program finds what this library says is kept. */
    @Test
    @Tag("proof")
    void thePageHasWhatExiftoolFinds() throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, Object> each : values().entrySet()) {
            String witness = WITNESSES.get(each.getKey());
            if (witness == null) {
                continue; // exiftool does not print it
            }
            StringBuilder row = new StringBuilder("| `" + each.getKey() + "` |");
            for (String suffix : SUFFIXES) {
                Path file = folder.resolve("a." + suffix);
                boolean kept = keeps(each.getKey(), each.getValue(), file);
                boolean found = Pattern.compile(witness).matcher(exiftool(file)).find();
                assertThat(found || !kept)
                        .as("exiftool finds %s in %s", each.getKey(), file)
                        .isTrue();
                row.append(found ? " found |" : " – |");
            }
            rows.add(row.toString());
        }
        compare("found", rows);
    }

    /** More than a segment of JPEG holds, in the main packet and in the extension. */
    @Test
    @Tag("proof")
    void exiftoolFindsAllOfALongXmpPacket() throws IOException, InterruptedException {
        StringBuilder subjects = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            subjects.append("<rdf:li>s").append(i).append("-".repeat(200)).append("</rdf:li>");
        }
        String packet = new String(xmp(), StandardCharsets.UTF_8)
                .replace(
                        "witness of XMP\"/>",
                        "witness of XMP\"><dc:subject><rdf:Bag>" + subjects
                                + "</rdf:Bag></dc:subject></rdf:Description>");
        StandardImage image = StandardImage.of(Mode.RGB, 8, 8);
        image.info().put(InfoKeys.XMP, packet.getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("long.jpg");
        ImageFiles.write(image, file);
        assertThat(exiftool(file)).contains("witness of XMP", " s0-", ", s899-").doesNotContain("Warning");
    }

    private static String exiftool(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("exiftool", "-a", "-G1", "-s", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static void compare(String part, List<String> rows) throws IOException {
        String begin = "<!-- " + part + " -->\n\n";
        String end = "\n<!-- end of " + part + " -->\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        String table = "| |"
                + " %s |".repeat(SUFFIXES.size()).formatted((Object[])
                        new String[] {"PNG", "JPEG", "TIFF", "GIF", "BMP", "PSD"})
                + "\n|" + " --- |".repeat(SUFFIXES.size() + 1) + "\n" + String.join("\n", rows) + "\n";
        if (Boolean.getBoolean("imageop.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(table);
        }
    }
}
