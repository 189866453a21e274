package org.imageop.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.junit.jupiter.api.Test;

/** Photoshop's image resources in files, which are made and taken apart by hand. */
class ImageResourcesTest {
    private static final byte[] IPTC = bytes("\u001c\2\151\0\5title");
    private static final byte[] XMP = bytes("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");

    /** The maker "Me". */
    private static final byte[] EXIF = bytes("MM\0*\0\0\0\10\0\1\1\17\0\2\0\0\0\3Me\0\0\0\0\0\0");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] resource(int id, String name, byte[] data) {
        int named = 1 + name.length() + (1 + name.length()) % 2;
        ByteBuffer out = ByteBuffer.allocate(10 + named + data.length + data.length % 2);
        out.put(bytes("8BIM")).putShort((short) id).put((byte) name.length()).put(bytes(name));
        return out.position(6 + named).putInt(data.length).put(data).array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A PSD file of one grey pixel. */
    private static byte[] psd(byte[] resources) {
        ByteBuffer out = ByteBuffer.allocate(26 + 4 + 4 + resources.length + 4 + 3);
        out.put(bytes("8BPS")).putShort((short) 1).position(12).putShort((short) 1);
        out.putInt(1).putInt(1).putShort((short) 8).putShort((short) 1);
        out.putInt(0).putInt(resources.length).put(resources).putInt(0);
        return out.putShort((short) 0).put((byte) 77).array();
    }

    @Test
    void readsThemFromPsd() throws IOException {
        byte[] resources = joined(
                resource(1000, "odd", new byte[3]),
                resource(1028, "", IPTC),
                resource(1058, "even", EXIF),
                resource(1060, "", XMP));
        Map<String, Object> info = ImageFiles.read(psd(resources)).info();
        assertThat((byte[]) info.get(InfoKeys.IPTC)).isEqualTo(IPTC);
        assertThat((byte[]) info.get(InfoKeys.EXIF)).isEqualTo(EXIF);
        assertThat((byte[]) info.get(InfoKeys.XMP)).isEqualTo(XMP);
    }

    @Test
    void writesThemIntoPsd() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(written("PSD"));
        file.position(26);
        file.position(30 + file.getInt());
        int end = file.getInt();
        end += file.position();
        Map<Integer, byte[]> found = new TreeMap<>();
        while (file.position() < end) {
            assertThat(file.getInt()).isEqualTo(0x3842494d);
            int id = file.getShort();
            int name = 1 + file.get();
            file.position(file.position() - 1 + name + name % 2);
            byte[] data = new byte[file.getInt()];
            file.get(data).position(file.position() + data.length % 2);
            found.put(id, data);
        }
        assertThat(file.position()).isEqualTo(end);
        assertThat(found).containsEntry(1028, IPTC).containsEntry(1058, EXIF).containsEntry(1060, XMP);
    }

    private static byte[] written(String format) throws IOException {
        StandardImage image = StandardImage.of(Mode.L, 3, 2);
        image.info().putAll(Map.of(InfoKeys.IPTC, IPTC, InfoKeys.EXIF, EXIF, InfoKeys.XMP, XMP));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageFiles.write(image, out, WriteOptions.DEFAULTS.withFormat(format));
        return out.toByteArray();
    }

    /** A resource that is longer than a segment goes on in the next one. */
    @Test
    void readsThoseOfSeveralSegmentsOfJpeg() throws IOException {
        byte[] resources = joined(resource(1061, "", new byte[16]), resource(1028, "", IPTC));
        for (int cut = 0; cut <= resources.length; cut++) {
            byte[] file = written("JPEG");
            byte[] plain = Arrays.copyOfRange(file, 2, file.length);
            int own = new String(plain, StandardCharsets.ISO_8859_1).indexOf("Photoshop 3.0\0");
            plain[own] = 'x'; // not the writer's own
            byte[] first = segment(Arrays.copyOf(resources, cut));
            byte[] second = segment(Arrays.copyOfRange(resources, cut, resources.length));
            Map<String, Object> info = ImageFiles.read(joined(Arrays.copyOf(file, 2), first, second, plain))
                    .info();
            assertThat((byte[]) info.get(InfoKeys.IPTC)).as("cut at %d", cut).isEqualTo(IPTC);
        }
    }

    private static byte[] segment(byte[] part) {
        ByteBuffer out = ByteBuffer.allocate(4 + 14 + part.length);
        out.put((byte) 0xff).put((byte) 0xed).putShort((short) (16 + part.length));
        return out.put(bytes("Photoshop 3.0\0")).put(part).array();
    }

    @Test
    void allThatHoldIptcReturnIt() throws IOException {
        for (String format : new String[] {"JPEG", "TIFF", "PSD", "PNG"}) {
            assertThat((byte[]) ImageFiles.read(written(format)).info().get(InfoKeys.IPTC))
                    .as(format)
                    .isEqualTo(IPTC);
        }
    }
}
