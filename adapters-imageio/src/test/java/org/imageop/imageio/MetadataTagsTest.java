package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tags of blocks that are made by hand, byte by byte. */
class MetadataTagsTest {
    private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
        return out.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] exif() {
        ByteBuffer out = ByteBuffer.allocate(400);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        out.putShort((short) 5);
        entry(out, 271, 2, 3).put(new byte[] {'I', 'P', 0, 0});
        entry(out, 274, 3, 1).putShort((short) 6).putShort((short) 0);
        entry(out, 0x9c9b, 1, 6).putInt(300);
        entry(out, 34665, 4, 1).putInt(100);
        entry(out, 34853, 4, 1).putInt(220);
        out.putInt(0);
        out.position(100).putShort((short) 7);
        entry(out, 0x829a, 5, 1).putInt(310);
        entry(out, 0x8822, 3, 1).putShort((short) 2).putShort((short) 0);
        entry(out, 0x9000, 7, 4).put("0230".getBytes(StandardCharsets.US_ASCII));
        entry(out, 0x927c, 7, 20).putInt(360);
        entry(out, 0x9286, 7, 10).putInt(320);
        entry(out, 0xa434, 2, 4).put(new byte[] {'5', '0', 'm', 0});
        entry(out, 0xfde8, 4, 1).putInt(77);
        out.position(220).putShort((short) 2);
        entry(out, 1, 2, 2).put(new byte[] {'S', 0, 0, 0});
        entry(out, 2, 5, 3).putInt(336);
        out.position(300).put("é\0x\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.position(310).putInt(1).putInt(250);
        out.position(320).put("ASCII\0\0\0ok".getBytes(StandardCharsets.US_ASCII));
        out.position(336).putInt(51).putInt(1).putInt(30).putInt(1).putInt(123).putInt(10);
        return out.array();
    }

    /** Names and values of the EXIF standard. */
    @Test
    void exifHasTheNamesOfTheStandard() {
        Map<String, Object> tags = MetadataTags.exif(exif());
        assertThat(tags)
                .containsEntry("Make", "IP")
                .containsEntry("XPTitle", "éx")
                .containsEntry("ExposureTime", 0.004)
                .containsEntry("ExifVersion", "0230")
                .containsEntry("MakerNote", new byte[20])
                .containsEntry("UserComment", "ok")
                .containsEntry("LensModel", "50m")
                .containsEntry("tag 65000", 77L)
                .containsEntry("GPSLatitude", List.of(51.0, 30.0, 12.3));
        assertThat(tags.get("ExposureProgram")).asString().isEqualToIgnoringCase("Normal Program");
        assertThat(tags.get("GPSLatitudeRef")).isEqualTo("S");
        assertThat(tags).hasSize(12).doesNotContainKeys("ExifIFDPointer", "GPSInfoIFDPointer");
    }

    @Test
    void damagedBlocksHaveWhatIsWhole() {
        byte[] whole = exif();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThat(MetadataTags.exif(part).size()).isLessThanOrEqualTo(12);
        }
        assertThat(MetadataTags.exif(new byte[] {1, 2, 3})).isEmpty();
    }

    /** Many tags that point at the same bytes would be many copies of them. */
    @Test
    void tagsThatShareBytesTakeLittleMemory() {
        int tags = 60_000;
        int start = 10 + 12 * tags + 4;
        int length = 1 << 20;
        ByteBuffer out = ByteBuffer.allocate(start + length);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) tags);
        for (int i = 0; i < tags; i++) {
            entry(out, i + 1, 7, length).putInt(start);
        }
        long bytes = MetadataTags.exif(out.array()).values().stream()
                .mapToLong(value -> value instanceof byte[] array ? array.length : 0)
                .sum();
        assertThat(bytes).isPositive().isLessThanOrEqualTo(4L << 20);
    }

    @Test
    void aTagThatIsTooLargeDoesNotHideOthers() {
        int length = 5 << 20;
        int start = 10 + 12 * 2 + 4;
        ByteBuffer out = ByteBuffer.allocate(start + length);
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        entry(out, 270, 7, length).putInt(start);
        entry(out, 271, 2, 3).put(new byte[] {'I', 'P', 0, 0});
        assertThat(MetadataTags.exif(out.array())).containsOnly(Map.entry("Make", "IP"));
    }

    @Test
    void xmpHasTextsListsStructuresAndLanguages() {
        String packet = """
                <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
                <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
                    xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'
                    xmlns:s='urn:s'>
                  <rdf:Description rdf:about='' xmp:Rating='4'>
                    <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li><rdf:li>Ben</rdf:li></rdf:Seq></dc:creator>
                    <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dusk</rdf:li></rdf:Alt></dc:title>
                    <dc:rights><rdf:Alt><rdf:li xml:lang='en'>free</rdf:li><rdf:li xml:lang='de'>frei</rdf:li></rdf:Alt></dc:rights>
                    <s:size rdf:parseType='Resource'><s:w>3</s:w><s:h>4</s:h></s:size>
                    <s:from rdf:resource='urn:x'/>
                    <s:unit><rdf:Description s:name='cm'/></s:unit>
                  </rdf:Description>
                  <rdf:Description rdf:about=''><xmp:Label> Red </xmp:Label></rdf:Description>
                </rdf:RDF></x:xmpmeta><?xpacket end='w'?>""";
        assertThat(MetadataTags.xmp(packet.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of(
                        "xmp:Rating",
                        "4",
                        "dc:creator",
                        List.of("Ada", "Ben"),
                        "dc:title",
                        "Dusk",
                        "dc:rights",
                        Map.of("en", "free", "de", "frei"),
                        "s:size",
                        Map.of("s:w", "3", "s:h", "4"),
                        "s:from",
                        "urn:x",
                        "s:unit",
                        Map.of("s:name", "cm"),
                        "xmp:Label",
                        "Red"));
        assertThat(MetadataTags.xmp("<no".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void iptcHasTheNamesOfItsFields() {
        ByteBuffer out = ByteBuffer.allocate(100);
        field(out, 1, 90, "\u001b%G");
        field(out, 2, 0, "\0\4");
        field(out, 2, 120, "Au café");
        field(out, 2, 25, "sea");
        field(out, 2, 25, "sky");
        field(out, 2, 230, "?");
        byte[] block = Arrays.copyOf(out.array(), out.position());
        assertThat(MetadataTags.iptc(block))
                .isEqualTo(Map.of("Caption-Abstract", "Au café", "Keywords", List.of("sea", "sky"), "2:230", "?"));
        block[block.length - 2] = 99;
        assertThat(MetadataTags.iptc(block)).containsOnlyKeys("Caption-Abstract", "Keywords");
        assertThat(MetadataTags.iptc(new byte[] {1})).isEmpty();
    }

    private static void field(ByteBuffer out, int record, int field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.put((byte) 0x1c)
                .put((byte) record)
                .put((byte) field)
                .putShort((short) bytes.length)
                .put(bytes);
    }
}
