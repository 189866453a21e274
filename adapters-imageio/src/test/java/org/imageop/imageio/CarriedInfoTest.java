package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.Views;
import org.imageop.imageio.CarriedInfo.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to each key under each operation: the table of docs/reference/metadata.md, row by row. */
class CarriedInfoTest {
    private static final String XMP = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
            + " xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            + " xmlns:r=\"http://www.metadataworkinggroup.com/schemas/regions/\" tiff:Orientation=\"6\""
            + " xmp:Rating=\"5\"><xmp:Thumbnails>old</xmp:Thumbnails><r:Regions>face</r:Regions></rdf:Description>"
            + "</rdf:RDF></x:xmpmeta>";

    /** Orientation 6, and a thumbnail of 10 bytes at the end. */
    private static byte[] exif() {
        ByteBuffer out = ByteBuffer.allocate(66).order(ByteOrder.BIG_ENDIAN);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        out.putShort((short) 274).putShort((short) 3).putInt(1).putInt(6 << 16).putInt(26);
        out.putShort((short) 2);
        out.putShort((short) 513).putShort((short) 4).putInt(1).putInt(56);
        out.putShort((short) 514).putShort((short) 4).putInt(1).putInt(10).putInt(0);
        Arrays.fill(out.array(), 56, 66, (byte) 0x77);
        return out.array();
    }

    private static StandardImage photo() {
        StandardImage image = StandardImage.of(Mode.RGB, 6, 4);
        image.info().put(InfoKeys.DPI, List.of(300.0, 150.0));
        image.info().put(InfoKeys.ORIENTATION, 6);
        image.info().put(InfoKeys.EXIF, exif());
        image.info().put(InfoKeys.XMP, XMP.getBytes(StandardCharsets.UTF_8));
        image.info().put(InfoKeys.GAMMA, 0.45455);
        image.info().put(InfoKeys.CHROMATICITY, List.of(.3, .3, .6, .3, .3, .6, .1, .1));
        image.info().put(InfoKeys.TRANSPARENCY, List.of(1, 2, 3));
        image.info().put(InfoKeys.BACKGROUND, List.of(4, 5, 6));
        image.info().put(InfoKeys.COMMENT, "comment");
        image.info().put(InfoKeys.TEXT, Map.of("Author", "me"));
        image.info().put(InfoKeys.DURATION, 40.0);
        image.info().put(InfoKeys.LOOP, 0);
        image.info().put(InfoKeys.COMPRESSION, "tiff_lzw");
        image.info().put(InfoKeys.FORMAT, "TIFF");
        image.info().put(InfoKeys.ICC_PROFILE, new byte[] {1});
        image.info().put("own", "kept");
        return image;
    }

    private static StandardImage carried(Change change) {
        StandardImage to = StandardImage.of(Mode.RGB, 6, 4);
        CarriedInfo.carry(photo(), to, change);
        return to;
    }

    @ParameterizedTest
    @CsvSource({
        "ORIENTED, ''",
        "TURNED, ''",
        "MIRRORED, ''",
        "CROPPED, ''",
        "RESIZED, 'transparency'",
        "MODE_CHANGED, 'transparency background gamma chromaticity'",
        "RECOLORED, 'transparency background gamma chromaticity'"
    })
    void theseKeysAreLeftOut(Change change, String leftOut) {
        Set<String> missing = new TreeSet<>(photo().info().keySet());
        missing.removeAll(carried(change).info().keySet());
        Set<String> expected = new TreeSet<>(List.of(leftOut.isEmpty() ? new String[0] : leftOut.split(" ")));
        expected.add(InfoKeys.ICC_PROFILE); // the pixels' own (K-2)
        assertThat(missing).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ORIENTED, 150, 300, 1, false",
        "TURNED, 150, 300, 6, false",
        "MIRRORED, 300, 150, 6, false",
        "CROPPED, 300, 150, 6, false",
        "RESIZED, 300, 150, 6, true",
        "MODE_CHANGED, 300, 150, 6, true",
        "RECOLORED, 300, 150, 6, true"
    })
    void theseValuesChange(Change change, double x, double y, int orientation, boolean regionsStay) {
        Map<String, Object> info = carried(change).info();
        assertThat(info).containsEntry(InfoKeys.DPI, List.of(x, y)).containsEntry(InfoKeys.ORIENTATION, orientation);
        byte[] exif = (byte[]) info.get(InfoKeys.EXIF);
        assertThat(exif).as("without the thumbnail").hasSize(56);
        assertThat(exif[19]).isEqualTo((byte) orientation);
        assertThat(Arrays.copyOfRange(exif, 22, 26)).as("nothing follows").containsOnly(0);
        String xmp = new String((byte[]) info.get(InfoKeys.XMP), StandardCharsets.UTF_8);
        assertThat(xmp)
                .contains("tiff:Orientation=\"" + orientation + "\"", "xmp:Rating=\"5\"")
                .doesNotContain("Thumbnails");
        assertThat(xmp.contains("Regions")).isEqualTo(regionsStay);
    }

    @Test
    void withoutChangesEverythingIsKept() {
        StandardImage to = StandardImage.of(Mode.RGB, 6, 4);
        CarriedInfo.carry(photo(), to);
        Map<String, Object> expected = photo().info();
        expected.remove(InfoKeys.ICC_PROFILE);
        assertThat(to.info()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void changesApplyInTheirOrder() {
        StandardImage photo = photo();
        StandardImage to = StandardImage.from(Views.rotate90(Views.orient(photo, 6)), 3, 2);
        CarriedInfo.carry(photo, to, Change.ORIENTED, Change.TURNED, Change.RESIZED);
        assertThat(to.info()).containsEntry(InfoKeys.DPI, List.of(300.0, 150.0)).containsEntry(InfoKeys.ORIENTATION, 1);
    }

    @Test
    void stripKeepsWhatPixelsNeed() {
        StandardImage photo = photo();
        CarriedInfo.strip(photo);
        assertThat(photo.info())
                .containsOnlyKeys(
                        InfoKeys.ICC_PROFILE,
                        InfoKeys.ORIENTATION,
                        InfoKeys.TRANSPARENCY,
                        InfoKeys.DURATION,
                        InfoKeys.LOOP,
                        InfoKeys.FORMAT);
    }
}
