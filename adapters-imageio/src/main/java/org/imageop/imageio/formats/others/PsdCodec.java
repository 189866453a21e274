package org.imageop.imageio.formats.others;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.PhotoshopResources;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.pixels.WriterImage;

/** Photoshop: its reader needs help, its writer makes files of version 1 only. */
public final class PsdCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.psd.PSD";
    private static final int RESOLUTION = 1005;
    static final int PROFILE = 1039;
    private static final int EXIF = 1058;
    private static final int XMP = 1060;

    /** Resolutions have 16 bits behind the point; the unit is how they are shown. */
    private static final double FIXED = 1 << 16;

    private static final int PER_INCH = 0x00010001;

    public PsdCodec() {
        super("PSD", "psd", "psb");
        addReader(TWELVE_MONKEYS);
        addWriter(TWELVE_MONKEYS, L, L16, RGB, RGB48, CMYK, CMYK64);
    }

    @Override
    public int longestProfile() {
        return Integer.MAX_VALUE - 64;
    }

    @Override
    protected int longestSide() {
        return 30000;
    }

    @Override
    public String restriction() {
        return super.restriction() + ", .psb cannot be written";
    }

    /** Files of version 1 are PSD files. */
    @Override
    protected boolean allows(Mode mode, String suffix) {
        return !suffix.equals("psb");
    }

    @Override
    public Decoder decoder(FileBytes file) {
        return new PsdDecoder(file);
    }

    /** Without a colour space of a profile, which the writer would put into the file. */
    @Override
    public RenderedImage pixels(ImageLike image, List<String> losses) {
        return WriterImage.unprofiled(image);
    }

    /** Where the length of all resources is. */
    static long resources(FileBytes file) throws IOException {
        return 26 + 4 + Math.max(0, file.big(26, 4));
    }

    /** Puts resources before those of the writer, whose EXIF has nothing but its own name. */
    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        ByteArrayOutputStream resources = new ByteArrayOutputStream();
        Resolution resolution = info.resolution();
        if (resolution != null) {
            ByteBuffer both = ByteBuffer.allocate(16);
            both.putInt((int) Math.round(resolution.x() * FIXED)).putInt(PER_INCH);
            both.putInt((int) Math.round(resolution.y() * FIXED)).putInt(PER_INCH);
            resources.writeBytes(PhotoshopResources.of(RESOLUTION, both.array()));
        }
        resources.writeBytes(PhotoshopResources.of(PhotoshopResources.IPTC, info.iptc()));
        resources.writeBytes(PhotoshopResources.of(PROFILE, info.profile()));
        byte[] exif = info.exif(false, true);
        resources.writeBytes(PhotoshopResources.of(EXIF, exif.length == 0 ? null : exif));
        resources.writeBytes(PhotoshopResources.of(XMP, info.xmp()));
        FileBytes bytes = FileBytes.of(file);
        long at = resources(bytes);
        long length = bytes.big(at, 4);
        PhotoshopResources.visit(bytes, at + 4, at + 4 + length, (id, data, count) -> {
            if (id != EXIF) {
                resources.writeBytes(PhotoshopResources.of(id, bytes.bytes(data, count)));
            }
        });
        Insertion.replace(file, at + 4, length, resources.toByteArray());
        Insertion.write(file, ByteBuffer.allocate(4).putInt(resources.size()).flip(), at);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        long at = resources(file);
        long end = at + 4 + file.big(at, 4);
        PhotoshopResources.visit(file, at + 4, end, (id, data, count) -> {
            switch (id) {
                case RESOLUTION -> info.dpi(file.big(data, 4) / FIXED, file.big(data + 8, 4) / FIXED);
                case PhotoshopResources.IPTC -> info.iptc(file.bytes(data, count));
                case PROFILE -> info.profile(file.bytes(data, count));
                case EXIF -> info.exif(file.bytes(data, count));
                case XMP -> info.xmp(file.bytes(data, count));
                default -> {
                    // what no key is for
                }
            }
        });
    }
}
