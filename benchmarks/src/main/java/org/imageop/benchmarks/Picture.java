package org.imageop.benchmarks;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;
import org.imageop.Mode;
import org.imageop.StandardImage;

/** What benchmarks work on: noise, so that no value is favoured; for files a scene, so that they have the size of files. */
final class Picture {
    private Picture() {}

    static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(368).nextBytes(bytes);
        return bytes;
    }

    static StandardImage image(Mode mode, int width, int height) {
        return StandardImage.wrap(
                mode, width, height, noise(Math.toIntExact((long) width * height * mode.bytesPerPixel())));
    }

    /** Noise, with alpha if the type has it. */
    static BufferedImage bufferedImage(int type, int width, int height) {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        SplittableRandom random = new SplittableRandom(368);
        for (int y = 0; y < height; y++) {
            noise.setRGB(0, y, width, 1, random.ints(width).toArray(), 0, width);
        }
        if (type == BufferedImage.TYPE_INT_ARGB) {
            return noise;
        }
        BufferedImage image = new BufferedImage(width, height, type);
        draw(noise, image);
        return image;
    }

    /** A picture that compresses as photographs do: slopes, with a little noise. */
    static BufferedImage scene(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] noise = noise(bytes.length);
        for (int y = 0, k = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < 3; band++, k++) {
                    double slope = Math.sin((x * (band + 1) + y) * 0.003) + Math.cos((y * 2 - x * band) * 0.002);
                    bytes[k] = (byte) (124 + 60 * slope + (noise[k] & 7));
                }
            }
        }
        return image;
    }

    static void draw(BufferedImage source, BufferedImage target) {
        Graphics2D graphics = target.createGraphics();
        graphics.drawImage(source, 0, 0, null);
        graphics.dispose();
    }
}
