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
import java.nio.channels.SeekableByteChannel;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import org.imageop.ImageSize;
import org.imageop.Mode;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.TiffAppendix;
import org.imageop.imageio.metadata.TiffFields;
import org.imageop.imageio.metadata.TiffTags;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.sequence.FrameJoiner;
import org.jspecify.annotations.Nullable;

/** TIFF and BigTIFF: tags for each frame. */
final class TiffCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.tiff.TIFF";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.tiff.";

    TiffCodec() {
        super("TIFF", "tif", "tiff", "btf", "tf8");
        addReader(TWELVE_MONKEYS + "TIFF");
        addReader(TWELVE_MONKEYS + "BigTIFF");
        addReader(JDK);
        addWriter(JDK, L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64, CMYK, CMYK64);
        addWriter(TWELVE_MONKEYS + "TIFF", L, L16, L32, LA, RGB, RGBA, CMYK);
    }

    @Override
    public FrameJoiner.Kind joining() {
        return FrameJoiner.Kind.PAGES;
    }

    @Override
    public FrameJoiner joiner(SeekableByteChannel file, ImageSize canvas, int plays) {
        return new TiffJoiner(file);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        info.tiff(TiffTags.read(file, frame));
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
    public IIOMetadata metadata(IIOMetadata metadata, Mode mode, WrittenInfo info) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        TiffFields.add(info, directory);
        return directory.getAsMetadata();
    }

    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        byte[] exif = info.exif();
        if (exif != null) {
            TiffAppendix.append(file, 0, exif);
        }
    }
}
