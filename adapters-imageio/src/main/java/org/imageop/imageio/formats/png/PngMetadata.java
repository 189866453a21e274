package org.imageop.imageio.formats.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.imageio.metadata.IIOMetadataNode;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.Deflated;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.PhotoshopResources;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;

/** The chunks of a PNG file that are metadata. */
final class PngMetadata {
    static final String TREE = "javax_imageio_png_1.0";

    private static final String XMP = "XML:com.adobe.xmp";
    private static final String COMMENT = "Comment";
    private static final String PROFILE_IN_HEX = "Raw profile type ";
    private static final String XMP_IN_JPEG = "http://ns.adobe.com/xap/1.0/\0";

    private static final int LONGEST_KEYWORD = 79;
    private static final double HUNDRED_THOUSANDTHS = 100_000;
    private static final int PALETTE = 3;

    private final FileBytes file;
    private final FileInfo info;
    private final int colorType;
    private final int depth;

    private PngMetadata(FileBytes file, FileInfo info) throws IOException {
        this.file = file;
        this.info = info;
        this.depth = (int) file.big(24, 1);
        this.colorType = (int) file.big(25, 1);
    }

    /** Looks up the metadata of a file. */
    static void read(FileBytes file, FileInfo info) throws IOException {
        PngMetadata metadata = new PngMetadata(file, info);
        long at = 8;
        while (file.has(at, 8) && !info.exceeded()) {
            byte[] head = file.bytes(at, 8);
            long count = FileBytes.of(head).big(0, 4);
            String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IEND")) {
                return;
            }
            metadata.chunk(type, at + 8, count);
            at += 8 + count + 4;
        }
    }

    private void chunk(String type, long data, long count) throws IOException {
        switch (type) {
            case "pHYs" -> {
                if (count == 9 && file.big(data + 8, 1) == 1) {
                    info.perMetre(file.big(data, 4), file.big(data + 4, 4));
                }
            }
            case "gAMA" -> {
                if (count == 4) {
                    info.gamma(file.big(data, 4) / HUNDRED_THOUSANDTHS);
                }
            }
            case "cHRM" -> {
                List<Double> values = new ArrayList<>();
                for (int i = 0; count == 32 && i < 8; i++) {
                    values.add(file.big(data + 4 * i, 4) / HUNDRED_THOUSANDTHS);
                }
                info.chromaticity(values);
            }
            case "eXIf" -> info.exif(file.bytes(data, count));
            case "iCCP" -> {
                byte[] chunk = file.bytes(data, count);
                info.profile(info.unpack(chunk, keywordLength(chunk) + 2));
            }
            case "tEXt", "zTXt" -> text(type, file.bytes(data, count));
            case "iTXt" -> international(file.bytes(data, count));
            case "tRNS" -> {
                if (colorType == PALETTE) {
                    info.transparency(file.bytes(data, count));
                } else {
                    color(data, count).ifPresent(info::transparency);
                }
            }
            case "bKGD" -> {
                if (colorType == PALETTE) {
                    info.background((int) file.big(data, 1));
                } else {
                    color(data, count).ifPresent(info::background);
                }
            }
            default -> {
                // pixels, and what no key is for
            }
        }
    }

    /** A grey, or a list of red, green and blue, in samples as they are read. */
    private Optional<Object> color(long data, long count) throws IOException {
        List<Integer> samples = new ArrayList<>();
        for (int i = 0; i < count / 2 && i < 3; i++) {
            int sample = (int) file.big(data + 2L * i, 2);
            samples.add(depth < 8 ? sample * 255 / ((1 << depth) - 1) : sample);
        }
        return switch (samples.size()) {
            case 1 -> Optional.of(samples.get(0));
            case 3 -> Optional.of(samples);
            default -> Optional.empty();
        };
    }

    private static int keywordLength(byte[] chunk) {
        int length = 0;
        while (length < chunk.length && chunk[length] != 0) {
            length++;
        }
        return length;
    }

    private void text(String type, byte[] chunk) throws IOException {
        int end = keywordLength(chunk);
        if (end == 0 || end >= chunk.length) {
            return;
        }
        byte[] text =
                type.equals("zTXt") ? info.unpack(chunk, end + 2) : Arrays.copyOfRange(chunk, end + 1, chunk.length);
        entry(
                new String(chunk, 0, end, StandardCharsets.ISO_8859_1),
                new String(text, StandardCharsets.ISO_8859_1),
                text);
    }

    /** A keyword, a flag and a method of compression, a language, a translated keyword, and a text in UTF-8. */
    private void international(byte[] chunk) throws IOException {
        int end = keywordLength(chunk);
        int at = end + 3;
        for (int zeros = 0; zeros < 2 && at < chunk.length; at++) {
            zeros += chunk[at] == 0 ? 1 : 0;
        }
        if (end == 0 || at > chunk.length) {
            return;
        }
        byte[] text = chunk[end + 1] == 0 ? Arrays.copyOfRange(chunk, at, chunk.length) : info.unpack(chunk, at);
        String keyword = new String(chunk, 0, end, StandardCharsets.ISO_8859_1);
        entry(keyword, keyword.equals(XMP) ? "" : new String(text, StandardCharsets.UTF_8), text);
    }

    private void entry(String keyword, String text, byte[] bytes) throws IOException {
        if (keyword.equals(XMP)) {
            info.xmp(bytes);
        } else if (keyword.equals(COMMENT)) {
            info.comment(text);
        } else if (!keyword.startsWith(PROFILE_IN_HEX) || !profile(keyword, text)) {
            info.text(keyword, text);
        }
    }

    /** What ImageMagick writes: a name, a length, and bytes as hexadecimal digits. False if it is not of a kind that has a key. */
    private boolean profile(String keyword, String text) throws IOException {
        String kind = keyword.substring(PROFILE_IN_HEX.length());
        if (!List.of("exif", "APP1", "xmp", "iptc").contains(kind)) {
            return false;
        }
        String[] parts = text.strip().split("\\s+", 3);
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(parts.length < 3 ? "" : parts[2].replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return true; // damaged
        }
        FileBytes block = FileBytes.of(bytes);
        if (block.starts(0, XMP_IN_JPEG)) {
            info.xmp(Arrays.copyOfRange(bytes, XMP_IN_JPEG.length(), bytes.length));
        } else if (kind.equals("xmp")) {
            info.xmp(bytes);
        } else if (kind.equals("iptc")) {
            info.iptc(bytes);
        } else {
            info.exif(bytes);
        }
        return true;
    }

    /** The nodes for the JDK's writer; in an indexed image colours would be indices. Chunks that it does not know are written as they are, before the pixels. */
    static IIOMetadataNode tree(WrittenInfo info, Mode mode, boolean indexed) throws IOException {
        IIOMetadataNode root = new IIOMetadataNode(TREE);
        Resolution resolution = info.resolution();
        if (resolution != null) {
            IIOMetadataNode physical = child(root, "pHYs");
            physical.setAttribute("pixelsPerUnitXAxis", Long.toString(resolution.xPerMetre()));
            physical.setAttribute("pixelsPerUnitYAxis", Long.toString(resolution.yPerMetre()));
            physical.setAttribute("unitSpecifier", "meter");
        }
        byte[] profile = info.profile();
        if (profile != null) {
            IIOMetadataNode node = child(root, "iCCP");
            node.setAttribute("profileName", "ICC profile");
            node.setAttribute("compressionMethod", "deflate");
            node.setUserObject(Deflated.pack(profile));
        }
        Double gamma = info.gamma();
        if (gamma != null) {
            child(root, "gAMA").setAttribute("value", scaled(gamma));
        }
        List<Double> chromaticity = info.chromaticity();
        if (!chromaticity.isEmpty()) {
            IIOMetadataNode node = child(root, "cHRM");
            String[] names = {"whitePoint", "red", "green", "blue"};
            for (int i = 0; i < 8; i++) {
                node.setAttribute(names[i / 2] + (i % 2 == 0 ? "X" : "Y"), scaled(chromaticity.get(i)));
            }
        }
        if (!indexed) {
            int colors = mode.hasAlpha() ? mode.components() - 1 : mode.components();
            addColor(root, "bKGD", info.background(colors), mode);
            addColor(root, "tRNS", info.transparency(colors), mode);
        }
        addChunks(root, info);
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        parent.appendChild(node);
        return node;
    }

    private static String scaled(double number) {
        return Long.toString(Math.round(number * HUNDRED_THOUSANDTHS));
    }

    private static void addColor(IIOMetadataNode root, String chunk, List<Integer> color, Mode mode) {
        if (color.isEmpty() || color.stream().anyMatch(sample -> sample > mode.maxValue())) {
            return;
        }
        IIOMetadataNode node = child(root, chunk);
        if (color.size() == 1) {
            child(node, chunk + "_Grayscale").setAttribute("gray", color.get(0).toString());
        } else {
            IIOMetadataNode rgb = child(node, chunk + "_RGB");
            rgb.setAttribute("red", color.get(0).toString());
            rgb.setAttribute("green", color.get(1).toString());
            rgb.setAttribute("blue", color.get(2).toString());
        }
    }

    private static void addChunks(IIOMetadataNode root, WrittenInfo info) {
        IIOMetadataNode chunks = new IIOMetadataNode("UnknownChunks");
        byte[] exif = info.exif(false, false);
        if (exif.length > 0) {
            addChunk(chunks, "eXIf", exif);
        }
        byte[] xmp = info.xmp();
        if (xmp != null) {
            addInternational(chunks, XMP, xmp);
        }
        byte[] iptc = info.iptc();
        if (iptc != null) {
            addProfile(chunks, "iptc", PhotoshopResources.of(PhotoshopResources.IPTC, iptc));
        }
        String comment = info.comment();
        if (comment != null) {
            addText(chunks, COMMENT, comment);
        }
        info.texts().forEach((keyword, text) -> addText(chunks, keyword, text));
        if (chunks.hasChildNodes()) {
            root.appendChild(chunks);
        }
    }

    /** As ImageMagick and exiftool do, because PNG has no place for it. */
    private static void addProfile(IIOMetadataNode chunks, String kind, byte[] profile) {
        String text =
                "\n" + kind + "\n" + profile.length + "\n" + HexFormat.of().formatHex(profile) + "\n";
        addText(chunks, PROFILE_IN_HEX + kind, text);
    }

    private static void addText(IIOMetadataNode chunks, String keyword, String text) {
        boolean valid = keyword.matches("[\\x21-\\x7e\\xa1-\\xff]([\\x20-\\x7e\\xa1-\\xff]*[\\x21-\\x7e\\xa1-\\xff])?")
                && keyword.length() <= LONGEST_KEYWORD
                && !keyword.equals(XMP);
        if (!valid || text.indexOf('\0') >= 0) {
            return;
        }
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            addChunk(chunks, "tEXt", (keyword + '\0' + text).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            addInternational(chunks, keyword, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void addInternational(IIOMetadataNode chunks, String keyword, byte[] text) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]); // its end, no compression, no language, no translation
        data.writeBytes(text);
        addChunk(chunks, "iTXt", data.toByteArray());
    }

    private static void addChunk(IIOMetadataNode chunks, String type, byte[] data) {
        IIOMetadataNode chunk = child(chunks, "UnknownChunk");
        chunk.setAttribute("type", type);
        chunk.setUserObject(data);
    }
}
