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
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageReader;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.LeftOut;
import org.imageop.imageio.files.Insertion;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
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

    /** Puts resources before those of the writer. */
    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        ByteArrayOutputStream resources = new ByteArrayOutputStream();
        Resolution resolution = info.resolution();
        if (resolution != null) {
            ByteBuffer both = ByteBuffer.allocate(16);
            both.putInt((int) Math.round(resolution.x() * FIXED)).putInt(PER_INCH);
            both.putInt((int) Math.round(resolution.y() * FIXED)).putInt(PER_INCH);
            addResource(resources, RESOLUTION, both.array());
        }
        addResource(resources, PROFILE, info.profile());
        byte[] exif = info.exif(false, true);
        addResource(resources, EXIF, exif.length == 0 ? null : exif);
        addResource(resources, XMP, info.xmp());
        if (resources.size() == 0) {
            return;
        }
        FileBytes bytes = FileBytes.of(file);
        long at = 26 + 4 + bytes.big(26, 4);
        long length = bytes.big(at, 4) + resources.size();
        Insertion.insert(file, at + 4, resources.toByteArray());
        Insertion.write(file, ByteBuffer.allocate(4).putInt((int) length).flip(), at);
    }

    private static void addResource(ByteArrayOutputStream resources, int id, byte @Nullable [] data) {
        if (data != null) {
            ByteBuffer resource = ByteBuffer.allocate(12 + data.length + data.length % 2);
            resource.put("8BIM".getBytes(StandardCharsets.US_ASCII)).putShort((short) id);
            resource.putShort((short) 0).putInt(data.length).put(data);
            resources.writeBytes(resource.array());
        }
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        long at = 26 + 4 + file.big(26, 4);
        long end = at + 4 + file.big(at, 4);
        at += 4;
        while (at < end && file.starts(at, "8BIM")) {
            long id = file.big(at + 4, 2);
            long name = file.big(at + 6, 1) + 1;
            long size = at + 6 + name + name % 2;
            long count = file.big(size, 4);
            if (count < 0) {
                return;
            }
            if (id == RESOLUTION) {
                info.dpi(file.big(size + 4, 4) / FIXED, file.big(size + 12, 4) / FIXED);
            } else if (id == PROFILE) {
                info.profile(file.bytes(size + 4, count));
            } else if (id == EXIF) {
                info.exif(file.bytes(size + 4, count));
            } else if (id == XMP) {
                info.xmp(file.bytes(size + 4, count));
            }
            at = size + 4 + count + count % 2;
        }
    }
}
