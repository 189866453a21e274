package org.imageop.imageio.formats.png;

import static org.imageop.Mode.L;
import static org.imageop.Mode.L16;
import static org.imageop.Mode.LA;
import static org.imageop.Mode.LA32;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGB48;
import static org.imageop.Mode.RGBA;
import static org.imageop.Mode.RGBA64;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import javax.imageio.metadata.IIOMetadata;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.Decoder;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.codec.Strips;
import org.imageop.imageio.codec.WrittenPalette;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.sequence.FrameIndex;
import org.imageop.imageio.sequence.FrameJoiner;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** PNG: large images are written strip by strip, and a header may not announce more than deflate can hold. */
public final class PngCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.png.PNG";

    /** No profile is larger; a bomb is. */
    private static final int LARGEST_PROFILE = 1 << 24;

    /** No deflate stream unpacks to more times its length. */
    private static final int MOST_DEFLATED = 1032;

    public PngCodec() {
        super("PNG", "png", "apng");
        addReader(JDK);
        addWriter(JDK, L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64);
    }

    @Override
    public Decoder decoder(FileBytes file) {
        return new PngDecoder(file);
    }

    @Override
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return ApngFrames.of(file, most);
    }

    @Override
    public FrameJoiner.Kind joining() {
        return FrameJoiner.Kind.REPLACING;
    }

    @Override
    public FrameJoiner joiner(SeekableByteChannel file, ImageSize canvas, int plays) {
        return new ApngJoiner(file, plays);
    }

    @Override
    public double nearestDuration(double duration) {
        return ApngJoiner.nearestDuration(duration);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        if (file.has(0, 33) && file.big(25, 1) == 3) {
            info.palette(PngPalette.of(file));
        }
        PngMetadata.read(file, info);
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
        IndexedImage indexed = WrittenPalette.own(image);
        if (indexed != null) {
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
        Element own = (Element) metadata.getAsTree(PngMetadata.TREE);
        boolean indexed = own.getElementsByTagName("PLTE").getLength() > 0;
        metadata.mergeTree(PngMetadata.TREE, PngMetadata.tree(info, mode, indexed));
        return metadata;
    }
}
