package org.imageop.examples.programs;

import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.imageio.ImageFiles;

/**
 * 16-bit TIFF → ImgLib2 → 16-bit PNG: a microscope's image often uses a part of its 16 bits. ImgLib2 spreads what is there over all of
 * them, in the memory that the file was read into, and no bit is lost on the way, as it would be by way of 8-bit RGB.
 */
public final class SixteenBitTiff {
    private SixteenBitTiff() {}

    /**
     * Reads the one file and writes the other.
     *
     * @param args a greyscale TIFF of 16 bits, and the PNG to write
     * @throws IOException if a file cannot be read or written
     */
    @SuppressWarnings("unchecked") // L16 is UnsignedShortType
    public static void main(String[] args) throws IOException {
        ImageLike image = ImageFiles.read(Path.of(args[0]));
        if (image.mode() != Mode.L16) {
            throw new IllegalArgumentException(args[0] + " has the mode " + image.mode() + ", not L16");
        }
        spread((RandomAccessibleInterval<UnsignedShortType>) Images.to(image, RandomAccessibleInterval.class));
        ImageFiles.write(image, Path.of(args[1]));
    }

    private static void spread(RandomAccessibleInterval<UnsignedShortType> pixels) {
        int[] ends = {65535, 0};
        for (UnsignedShortType pixel : pixels) {
            ends[0] = Math.min(ends[0], pixel.get());
            ends[1] = Math.max(ends[1], pixel.get());
        }
        double factor = 65535.0 / Math.max(1, ends[1] - ends[0]);
        LoopBuilder.setImages(pixels)
                .forEachPixel(pixel -> pixel.set((int) Math.round((pixel.get() - ends[0]) * factor)));
    }
}
