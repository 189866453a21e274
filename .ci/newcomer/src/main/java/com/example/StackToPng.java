package com.example;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import java.awt.image.Raster;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.imageop.Images;
import org.imageop.imageio.ImageFiles;

/** A measurement of 16 bits in ImageJ, as a PNG of 16 bits. */
public final class StackToPng {
    public static void main(String[] args) throws Exception {
        ShortProcessor counts = new ShortProcessor(40, 30);
        counts.set(7, 3, 4020);
        counts.set(39, 29, 65535);
        ImagePlus plus = new ImagePlus("counts", counts);
        Path file = Files.createTempFile("counts", ".png");

        ImageFiles.write(Images.of(plus), file);

        Raster read = ImageIO.read(file.toFile()).getRaster();
        same(16, read.getSampleModel().getSampleSize(0));
        same(4020, read.getSample(7, 3, 0));
        same(65535, read.getSample(39, 29, 0));
        same(0, read.getSample(0, 0, 0));
        Files.delete(file);
        System.out.println("ImagePlus -> PNG");
    }

    private static void same(int expected, int found) {
        if (found != expected) {
            throw new AssertionError(expected + " was expected, and not " + found);
        }
    }
}
