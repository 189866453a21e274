package org.imageop.imageio.codecs;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/** JPEG: lossy, and with inks that neither readers nor writers treat as Adobe's programs do. */
final class JpegCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEG";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.jpeg.JPEG";
    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    private static final int APP2 = 0xe2;

    /** A segment has 65533 bytes, of which the name of profiles, its own number and that of all take 14. */
    private static final int PROFILE_PART = 65533 - 14;

    JpegCodec() {
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

    @Override
    public Decoder decoder(FileBytes file) throws IOException {
        return new JpegDecoder(JpegHeader.read(file));
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
    }

    @Override
    public void configure(ImageWriteParam param, double quality) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality((float) quality);
    }

    @Override
    public @Nullable IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info)
            throws IIOInvalidTreeException {
        if (info.isEmpty() && mode != CMYK) {
            return null;
        }
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
        byte[] profile = info.profile();
        if (profile != null) {
            addProfile(node(root, "markerSequence"), profile);
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    /** Adds segments with the parts of a profile. */
    private static void addProfile(IIOMetadataNode segments, byte[] profile) {
        int count = (profile.length + PROFILE_PART - 1) / PROFILE_PART;
        for (int i = 0; i < count; i++) {
            int start = i * PROFILE_PART;
            int length = Math.min(PROFILE_PART, profile.length - start);
            byte[] name = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
            ByteBuffer part = ByteBuffer.allocate(name.length + 2 + length);
            part.put(name).put((byte) (i + 1)).put((byte) count).put(profile, start, length);
            IIOMetadataNode segment = new IIOMetadataNode("unknown");
            segment.setAttribute("MarkerTag", Integer.toString(APP2));
            segment.setUserObject(part.array());
            segments.appendChild(segment);
        }
    }

    private static IIOMetadataNode node(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
