package org.imageop.imageio.codecs;

import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.IndexedImage;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.sequence.FrameIndex;
import org.jspecify.annotations.Nullable;

/** PNG: large images are written strip by strip, and a header may not announce more than deflate can hold. */
final class PngCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.png.PNG";
    private static final String METADATA = "javax_imageio_png_1.0";

    /** No profile is larger; a bomb is. */
    private static final int LARGEST_PROFILE = 1 << 24;

    /** No deflate stream unpacks to more times its length. */
    private static final int MOST_DEFLATED = 1032;

    PngCodec() {
        super("PNG", "png");
        addReader(JDK);
        addWriter(JDK, L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64);
    }

    @Override
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return ApngFrames.of(file, most);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        if (file.has(0, 33) && file.big(25, 1) == 3) {
            info.palette(PngPalette.of(file));
        }
        long at = 8;
        while (file.has(at, 8)) {
            long count = file.big(at, 4);
            long data = at + 8;
            if (file.starts(at + 4, "pHYs") && count == 9) {
                if (file.big(data + 8, 1) == 1) {
                    info.perMetre(file.big(data, 4), file.big(data + 4, 4));
                }
            } else if (file.starts(at + 4, "gAMA") && count == 4) {
                info.gamma(file.big(data, 4) / 100_000.0);
            } else if (file.starts(at + 4, "eXIf")) {
                info.exif(file.bytes(data, count));
            } else if (file.starts(at + 4, "iCCP")) {
                info.profile(inflateAfterName(file.bytes(data, count)));
            }
            at = data + count + 4;
        }
    }

    /** The zlib stream after a name, a zero and a byte for the method; empty if it is damaged or too large. */
    private static byte[] inflateAfterName(byte[] chunk) {
        int offset = 0;
        while (offset < chunk.length && chunk[offset] != 0) {
            offset++;
        }
        offset += 2;
        if (offset >= chunk.length) {
            return new byte[0];
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, offset, chunk.length - offset);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            while (!inflater.finished()) {
                int n = inflater.inflate(part);
                whole.write(part, 0, n);
                if (n == 0 || whole.size() > LARGEST_PROFILE) {
                    return new byte[0];
                }
            }
            return whole.toByteArray();
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    @Override
    public long fewestBytes(FileBytes file, ImageSize announced) throws IOException {
        long depth = Math.max(file.big(24, 1), 1);
        int samples = samples((int) file.big(25, 1));
        long unpacked = announced.height() * (1 + (announced.width() * depth * samples + 7) / 8);
        return unpacked / MOST_DEFLATED;
    }

    /** The samples of a pixel of a colour type. */
    static int samples(int type) {
        return switch (type) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    @Override
    public @Nullable Strips strips(FileBytes file, int frame) throws IOException {
        return frame == 0 ? PngStrips.of(file) : null;
    }

    @Override
    public int longestProfile() {
        return LARGEST_PROFILE;
    }

    @Override
    public boolean inStrips() {
        return true;
    }

    @Override
    public RenderedImage pixels(ImageLike image, List<String> losses) throws RefusedException {
        if (image instanceof IndexedImage indexed
                && indexed.indices().mode() == L
                && !indexed.info().containsKey(InfoKeys.TRANSPARENCY)) {
            return WrittenPalette.of(indexed);
        }
        return super.pixels(image, losses);
    }

    /** A palette reads as the mode that its colours need; its writer takes a ramp of greys for no palette. */
    @Override
    public Mode writtenMode(FileBytes file, Mode mode) throws IOException {
        boolean gray = mode.family() == ColorFamily.GREY;
        return switch ((int) file.big(25, 1)) {
            case 0 -> gray ? mode : L;
            case 3 -> PngPalette.of(file).mode();
            case 4 -> gray ? mode : LA;
            default -> mode;
        };
    }

    @Override
    public @Nullable IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info) throws IOException {
        if (info.isEmpty()) {
            return null;
        }
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        Resolution resolution = info.resolution();
        if (resolution != null) {
            IIOMetadataNode physical = new IIOMetadataNode("pHYs");
            physical.setAttribute("pixelsPerUnitXAxis", Long.toString(resolution.xPerMetre()));
            physical.setAttribute("pixelsPerUnitYAxis", Long.toString(resolution.yPerMetre()));
            physical.setAttribute("unitSpecifier", "meter");
            root.appendChild(physical);
        }
        byte[] profile = info.profile();
        if (profile != null) {
            IIOMetadataNode node = new IIOMetadataNode("iCCP");
            node.setAttribute("profileName", "ICC profile");
            node.setAttribute("compressionMethod", "deflate");
            node.setUserObject(deflate(profile));
            root.appendChild(node);
        }
        metadata.mergeTree(METADATA, root);
        return metadata;
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
