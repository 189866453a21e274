package org.imageop.examples.programs;

import java.awt.Color;
import java.awt.image.BufferedImage;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.imageop.Copy;
import org.imageop.Images;

/**
 * BufferedImage → ImgLib2, filtered in place: ImgLib2 sees columns, rows and components of the array under the BufferedImage. What it
 * writes, AWT shows. Copy.NEVER promises that no copy is filtered instead.
 */
public final class FilterInPlace {
    private FilterInPlace() {}

    /**
     * Prints a pixel before and after.
     *
     * @param args none
     */
    public static void main(String[] args) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(250, 128, 10));
        graphics.fillRect(0, 0, 64, 48);
        graphics.dispose();
        System.out.println("before: " + new Color(image.getRGB(40, 30)));

        invertRed(image);

        System.out.println("after:  " + new Color(image.getRGB(40, 30)));
    }

    /**
     * Inverts the red component of all but a frame of 8 pixels.
     *
     * @param image an image of 8-bit RGB samples; changed
     */
    @SuppressWarnings("unchecked") // 8-bit components, each by itself, are unsigned bytes in ImgLib2
    static void invertRed(BufferedImage image) {
        var pixels = (RandomAccessibleInterval<UnsignedByteType>)
                Images.transfer(image, RandomAccessibleInterval.class, Copy.NEVER)
                        .image();
        RandomAccessibleInterval<UnsignedByteType> red = Views.hyperSlice(pixels, 2, 0);
        var inner = Views.interval(red, new long[] {8, 8}, new long[] {image.getWidth() - 9, image.getHeight() - 9});
        LoopBuilder.setImages(inner).forEachPixel(sample -> sample.set(255 - sample.get()));
    }
}
