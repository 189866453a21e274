package org.imageop.imageio.formats.jpeg;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.PhotoshopResources;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.metadata.XmpPacket;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** JPEG: lossy, and with inks that neither readers nor writers treat as Adobe's programs do. */
public final class JpegCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEG";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.jpeg.JPEG";
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;
    private static final int COMMENT = 0xfe;

    private static final int LONGEST_SEGMENT = 65533;

    /** The name of profiles, the number of the segment and that of all take 14 bytes. */
    private static final int PROFILE_PART = LONGEST_SEGMENT - 14;

    public JpegCodec() {
        super("JPEG", "jpg", "jpeg", "jpe", "jfif");
        addReader(TWELVE_MONKEYS);
        addReader(JDK);
        addWriter(JDK, L, RGB, CMYK);
        addWriter(TWELVE_MONKEYS, L, RGB, CMYK);
    }

    @Override
    protected int longestSide() {
        return 65500;
    }

    @Override
    public int longestProfile() {
        return 255 * PROFILE_PART;
    }

    @Override
    public boolean lossy() {
        return true;
    }

    @Override
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return MpFrames.of(file, most);
    }

    /** Readers look through the whole file for another image, byte by byte. */
    @Override
    public boolean single(FileBytes file) throws IOException {
        return JpegScans.of(file).end() == file.length();
    }

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        return new JpegDecoder(JpegHeader.read(file), JpegScans.of(file));
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        JpegHeader header = JpegHeader.read(file);
        info.exif(header.exif());
        List<Double> dpi = header.dpi();
        if (dpi != null) {
            info.dpi(dpi.get(0), dpi.get(1));
        }
        info.profile(header.profile());
        info.xmp(header.xmp());
        info.iptc(header.resources());
        header.comments().forEach(info::comment);
    }

    @Override
    public void configure(ImageWriteParam param, double quality) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
    }

    @Override
    public IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        Resolution resolution = info.resolution();
        IIOMetadataNode jfif = node(root, "app0JFIF");
        if (mode == CMYK) {
            // otherwise the writer announces YCCK and stores CMYK all the same
            node(root, "app14Adobe").setAttribute("transform", "0");
        } else if (resolution != null && jfif != null) {
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", Long.toString(Math.round(resolution.x())));
            jfif.setAttribute("Ydensity", Long.toString(Math.round(resolution.y())));
        }
        addSegments(node(root, "markerSequence"), info, mode);
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    /** Puts EXIF and XMP before all others, and the rest behind them. */
    private static void addSegments(IIOMetadataNode segments, WrittenInfo info, Mode mode) {
        Node first = segments.getFirstChild();
        byte[] exif = info.exif(mode == CMYK, true);
        if (exif.length > 0) {
            addSegment(segments, first, APP1, "Exif\0\0", exif);
        }
        byte[] xmp = info.xmp();
        if (xmp != null) {
            addXmp(segments, first, xmp);
        }
        byte[] profile = info.profile();
        if (profile != null) {
            addProfile(segments, profile);
        }
        byte[] iptc = info.iptc();
        if (iptc != null) {
            byte[] resource = PhotoshopResources.of(PhotoshopResources.IPTC, iptc);
            addSegment(segments, null, APP13, JpegHeader.RESOURCES, resource);
        }
        String comment = info.comment();
        if (comment != null) {
            addSegment(segments, null, COMMENT, "", comment.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds a packet in one segment, or in as many as it needs. */
    private static void addXmp(IIOMetadataNode segments, Node before, byte[] packet) {
        int room = LONGEST_SEGMENT - JpegHeader.XMP.length();
        XmpPacket.Split split = packet.length <= room ? null : XmpPacket.split(packet, room);
        addSegment(segments, before, APP1, JpegHeader.XMP, split == null ? packet : split.main());
        if (split != null && split.main().length <= room) {
            for (byte[] part : JpegExtendedXmp.parts(split, LONGEST_SEGMENT - JpegHeader.MORE_XMP.length())) {
                addSegment(segments, before, APP1, JpegHeader.MORE_XMP, part);
            }
        }
    }

    /** Adds segments with the parts of a profile. */
    private static void addProfile(IIOMetadataNode segments, byte[] profile) {
        int count = (profile.length + PROFILE_PART - 1) / PROFILE_PART;
        for (int i = 0; i < count; i++) {
            int start = i * PROFILE_PART;
            byte[] part = Arrays.copyOfRange(profile, start, Math.min(start + PROFILE_PART, profile.length));
            addSegment(segments, null, APP2, "ICC_PROFILE\0" + (char) (i + 1) + (char) count, part);
        }
    }

    /** Adds a segment, unless it is too long; before another one, or at the end. */
    private static void addSegment(
            IIOMetadataNode segments, @Nullable Node before, int marker, String name, byte[] data) {
        byte[] prefix = name.getBytes(StandardCharsets.ISO_8859_1);
        if (prefix.length + data.length <= LONGEST_SEGMENT) {
            IIOMetadataNode segment = new IIOMetadataNode("unknown");
            segment.setAttribute("MarkerTag", Integer.toString(marker));
            segment.setUserObject(ByteBuffer.allocate(prefix.length + data.length)
                    .put(prefix)
                    .put(data)
                    .array());
            segments.insertBefore(segment, before);
        }
    }

    private static IIOMetadataNode node(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
