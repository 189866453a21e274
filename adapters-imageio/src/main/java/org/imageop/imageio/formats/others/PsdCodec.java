package org.imageop.imageio.formats.others;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import javax.imageio.ImageReader;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.input.JoinedBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.PhotoshopResources;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.pixels.DecodedImage;
import org.imageop.imageio.pixels.WriterImage;
import org.jspecify.annotations.Nullable;

/** Photoshop: its reader takes floats for integers, its writer makes files of version 1 only. */
public final class PsdCodec extends Codec {
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.psd.PSD";
    private static final int CHANNELS = 12;
    private static final int COLORS = 24;
    private static final int CMYK_COLORS = 4;
    private static final int RESOLUTION = 1005;
    private static final int PROFILE = 1039;
    private static final int EXIF = 1058;
    private static final int XMP = 1060;

    /** A number of no resource. */
    private static final int NO_PROFILE = 4095;

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
        return new Decoder() {
            /** Without the profile, which stays in the info: the reader refuses a file whose inks it cannot convert. */
            @Override
            public FileBytes seen(FileBytes seen) throws IOException {
                long at = resources(seen);
                long[] profile = {-1};
                PhotoshopResources.visit(seen, at + 4, at + 4 + seen.big(at, 4), (id, data, count) -> {
                    if (id == PROFILE) {
                        profile[0] = data;
                    }
                });
                byte[] other = {NO_PROFILE >> 8, (byte) NO_PROFILE};
                return profile[0] < 0 ? seen : JoinedBytes.replacing(seen, profile[0] - 8, other);
            }

            @Override
            protected BufferedImage mend(BufferedImage image) {
                return DecodedImage.inksWithoutAlpha(
                        image.getSampleModel().getDataType() == DataBuffer.TYPE_INT
                                        && image.getSampleModel().getSampleSize(0) == 32
                                ? floats(image)
                                : image);
            }

            @Override
            public List<String> leftOut(ImageReader reader, int frame) throws IOException {
                ColorModel colors = reader.getRawImageType(frame).getColorModel();
                boolean inks = colors.getNumColorComponents() == 4;
                int others = frame == 0 ? (int) file.big(CHANNELS, 2) - colors.getNumComponents() : 0;
                return LeftOut.channels(others, inks && colors.hasAlpha());
            }

            @Override
            public @Nullable WritableRaster channels(ImageReader reader, int frame) throws IOException {
                boolean inks = file.big(COLORS, 2) == CMYK_COLORS;
                return frame == 0 && PsdSamples.knows(file) ? PsdSamples.read(file, inks ? 4 : 0) : null;
            }
        };
    }

    /** 32-bit samples are the bits of floats. */
    private static BufferedImage floats(BufferedImage image) {
        BufferedImage floats = DecodedImage.blank(image.getColorModel(), DataBuffer.TYPE_FLOAT, image.getRaster());
        WritableRaster target = floats.getRaster();
        float[] numbers = new float[image.getWidth() * target.getNumBands()];
        DecodedImage.forEachRow(image.getRaster(), (y, bits) -> {
            for (int i = 0; i < bits.length; i++) {
                numbers[i] = Float.intBitsToFloat(bits[i]);
            }
            target.setPixels(0, y, image.getWidth(), 1, numbers);
        });
        return floats;
    }

    /** Without a colour space of a profile, which the writer would put into the file. */
    @Override
    public RenderedImage pixels(ImageLike image, List<String> losses) {
        return WriterImage.unprofiled(image);
    }

    /** Where the length of all resources is. */
    private static long resources(FileBytes file) throws IOException {
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
