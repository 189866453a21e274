package org.imageop.imageio.formats.gif;

import static org.imageop.Mode.L;
import static org.imageop.Mode.RGB;
import static org.imageop.Mode.RGBA;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageWriteParam;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.IndexedImage;
import org.imageop.Mode;
import org.imageop.imageio.codec.Codec;
import org.imageop.imageio.codec.RefusedException;
import org.imageop.imageio.codec.WrittenPalette;
import org.imageop.imageio.input.FileBytes;
import org.imageop.imageio.metadata.FileInfo;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.pixels.AlphaUse;
import org.imageop.imageio.sequence.FrameIndex;
import org.imageop.imageio.sequence.FrameJoiner;
import org.jspecify.annotations.Nullable;

/** GIF: a palette of 256 colours, one of which is transparent. Its image reads as the mode that its colours need. */
public final class GifCodec extends Codec {
    private static final String JDK = "com.sun.imageio.plugins.gif.GIF";

    public GifCodec() {
        super("GIF", "gif");
        addReader(JDK);
        addWriter(JDK, L, RGB, RGBA);
    }

    @Override
    protected int longestSide() {
        return 65535;
    }

    @Override
    public String restriction() {
        return super.restriction() + ", pixels are opaque or fully transparent and then without colour, more than 256"
                + " colours are reduced to 256, and with all 256 in use greys read as L and opaque RGBA as RGB";
    }

    @Override
    public void check(ImageLike image, Function<Mode, String> unbounded) throws RefusedException {
        super.check(image, unbounded);
        if (AlphaUse.of(image).translucent()) {
            throw new RefusedException("the image has translucent pixels, and in GIF files " + restriction()
                    + "; lay it on a colour, on white with Views.flatten(image, 255, 255, 255), make its alpha 0 or 255"
                    + " with image.plane(\"a\").map, or use PNG"
                    + " [errors.md#format-restriction]");
        }
    }

    @Override
    public @Nullable FrameIndex frames(FileBytes file, int most) throws IOException {
        return GifFrames.of(file, most);
    }

    @Override
    public FrameJoiner.Kind joining() {
        return FrameJoiner.Kind.COVERING;
    }

    @Override
    public FrameJoiner joiner(SeekableByteChannel file, ImageSize canvas, int plays) {
        return new GifJoiner(file, canvas, plays);
    }

    @Override
    public double nearestDuration(double duration) {
        return GifJoiner.nearestDuration(duration);
    }

    @Override
    public int nearestPlays(int plays) {
        return GifJoiner.nearestPlays(plays);
    }

    /** An index is one sample. */
    @Override
    protected int samplesOfPixel(ImageLike image) {
        return 1;
    }

    @Override
    public int mostColors() {
        return 256;
    }

    /** One entry is transparent, and none is translucent. */
    @Override
    public boolean holds(ImagePalette palette) {
        return Arrays.stream(palette.toArgb()).allMatch(color -> color >>> 24 == 0 || color >>> 24 == 0xff)
                && Arrays.stream(palette.toArgb())
                                .filter(color -> color >>> 24 == 0)
                                .count()
                        <= 1;
    }

    @Override
    public RenderedImage pixels(ImageLike image, List<String> losses) {
        return WrittenPalette.of((IndexedImage) image);
    }

    /** Without interlacing, which brings two rows back changed. */
    @Override
    public void configure(ImageWriteParam param, double quality) {
        param.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
    }

    @Override
    public Mode writtenMode(FileBytes file, Mode mode) throws IOException {
        return GifColorTable.mode(file);
    }

    @Override
    public void readInfo(FileBytes file, int frame, FileInfo info) throws IOException {
        GifMetadata.read(file, info);
    }

    @Override
    public void complete(SeekableByteChannel file, WrittenInfo info) throws IOException {
        GifMetadata.write(file, info);
    }
}
