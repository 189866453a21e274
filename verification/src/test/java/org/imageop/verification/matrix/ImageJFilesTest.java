package org.imageop.verification.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.Opener;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.imageio.ImageFiles;
import org.imageop.imagej.ImageJImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ImageJ's images in files, from end to end: what others read is what ImageJ's own methods say. */
class ImageJFilesTest {
    private static final int W = 300;
    private static final int H = 200;

    @TempDir
    private Path folder;

    private static ImagePlus noise() {
        ImageProcessor processor = new ShortProcessor(W, H);
        SplittableRandom random = new SplittableRandom(16);
        for (int i = 0; i < W * H; i++) {
            processor.set(i, random.nextInt(65536));
        }
        processor.setMinAndMax(100, 4095);
        return new ImagePlus("noise", processor);
    }

    @Test
    void sixteenBitsBecomeAPngOfSixteenBits() throws IOException {
        ImagePlus image = noise();
        image.getCalibration().setUnit("mm");
        image.getCalibration().pixelWidth = 0.25;
        image.getCalibration().pixelHeight = 0.25;
        Path file = folder.resolve("noise.png");

        assertThat(ImageFiles.write(Images.of(image), file).losses()).isEmpty();

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                assertThat(read.getRaster().getSample(x, y, 0))
                        .isEqualTo(image.getProcessor().get(x, y));
            }
        }
        ImagePlus opened = new Opener().openImage(file.toString());
        assertThat(opened.getProcessor().getPixels())
                .isEqualTo(image.getProcessor().getPixels());
    }

    /** -1000 is -1000 for others, although ImageJ keeps it as 31768. */
    @Test
    void signedNumbersStayNumbersInATiff() throws IOException {
        ImagePlus image = noise();
        image.getCalibration().setSigned16BitCalibration();
        image.getProcessor().putPixelValue(1, 0, -1000);
        Path file = folder.resolve("signed.tif");

        assertThat(ImageFiles.write(Images.of(image), file).losses()).isEmpty();

        Raster read = raster(file);
        assertThat(read.getSampleDouble(1, 0, 0)).isEqualTo(-1000);
        for (int i = 0; i < W * H; i++) {
            assertThat((float) read.getSampleDouble(i % W, i / W, 0))
                    .isEqualTo(image.getProcessor().getPixelValue(i % W, i / W));
        }
    }

    /** The samples as they are in the file; images of floats are limited to 0 to 1. */
    private static Raster raster(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersBySuffix("tif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void slicesBecomePages() throws IOException {
        ImageStack stack = new ImageStack(W, H);
        for (int i = 0; i < 3; i++) {
            ImageProcessor slice = noise().getProcessor();
            slice.set(i, 0, 12345);
            stack.addSlice(slice);
        }
        List<ImageLike> slices = ImageJImages.slices(new ImagePlus("stack", stack));
        Path file = folder.resolve("stack.tif");

        ImageFiles.writeFrames(slices, file);

        ImageStack opened = new Opener().openImage(file.toString()).getStack();
        assertThat(opened.getSize()).isEqualTo(3);
        for (int n = 1; n <= 3; n++) {
            assertThat(opened.getPixels(n)).isEqualTo(stack.getPixels(n));
        }
        ImagePlus back = ImageJImages.toImagePlus("back", List.of(ImageFiles.read(file), ImageFiles.read(file)));
        assertThat(back.getStack().getPixels(2)).isEqualTo(stack.getPixels(1));
        assertThat(Images.of(ImageFiles.read(file)).mode()).isEqualTo(Mode.L16);
    }
}
