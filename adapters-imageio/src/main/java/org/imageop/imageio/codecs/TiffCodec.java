package org.imageop.imageio.codecs;

import static org.imageop.Mode.CMYK;
import static org.imageop.Mode.CMYK64;
import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.L32;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.io.IOException;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.Resolution;
import org.imageop.imageio.metadata.TiffTags;
import org.imageop.imageio.metadata.WrittenInfo;
import org.jspecify.annotations.Nullable;

/** TIFF and BigTIFF: tags for each frame. */
final class TiffCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.tiff.TIFF";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.tiff.";
    private static final long DENOMINATOR = 1000;

    TiffCodec() {
        super("TIFF", "tif", "tiff", "btf", "tf8");
        addReader(TWELVE_MONKEYS + "TIFF");
        addReader(TWELVE_MONKEYS + "BigTIFF");
        addReader(JDK);
        addWriter(JDK, L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64);
        addWriter(TWELVE_MONKEYS + "TIFF", L, L16, L32, LA, RGB, RGBA, CMYK);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        TiffTags tags = TiffTags.read(file, frame);
        info.tags(tags);
        info.profile(tags.bytes(TiffTags.ICC_PROFILE));
    }

    @Override
    public @Nullable Strips strips(FileBytes file, int frame) throws IOException {
        return TiffStrips.of(file, frame);
    }

    @Override
    public boolean inStrips() {
        return true;
    }

    /** Offsets have 32 bits; the rest is for strips' places and metadata. */
    @Override
    protected long mostPixelBytes() {
        return (1L << 32) - (1L << 28);
    }

    @Override
    public int longestProfile() {
        return Integer.MAX_VALUE;
    }

    @Override
    public @Nullable IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info)
            throws IIOInvalidTreeException {
        if (info.isEmpty()) {
            return null;
        }
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet tags = BaselineTIFFTagSet.getInstance();
        Resolution resolution = info.resolution();
        if (resolution != null) {
            directory.addTIFFField(rational(tags.getTag(BaselineTIFFTagSet.TAG_X_RESOLUTION), resolution.x()));
            directory.addTIFFField(rational(tags.getTag(BaselineTIFFTagSet.TAG_Y_RESOLUTION), resolution.y()));
            directory.addTIFFField(new TIFFField(
                    tags.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
        }
        byte[] profile = info.profile();
        if (profile != null) {
            directory.addTIFFField(
                    new TIFFField(tags.getTag(TiffTags.ICC_PROFILE), TIFFTag.TIFF_UNDEFINED, profile.length, profile));
        }
        return directory.getAsMetadata();
    }

    private static TIFFField rational(TIFFTag tag, double value) {
        long[][] fraction = {{Math.round(value * DENOMINATOR), DENOMINATOR}};
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, fraction);
    }
}
