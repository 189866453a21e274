package org.imageop.verification.library.colors;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.imageop.ImageLike;
import org.imageop.Mode;

/** What Java's own ColorConvertOp makes of colours, called on rasters that are made here. */
public final class JavaColors {
    private JavaColors() {}

    /** The profile of sRGB. */
    public static byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    /** The profile of RGB with the primaries of sRGB, and numbers in proportion to light. */
    public static byte[] linear() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    /** The components of a mode but for alpha. */
    public static int colors(Mode mode) {
        return mode.components() - (mode.hasAlpha() ? 1 : 0);
    }

    /** The numbers of an image without alpha, row after row, read pixel by pixel. */
    public static int[] numbers(ImageLike image) {
        int colors = colors(image.mode());
        int width = image.size().width();
        int[] numbers = new int[width * image.size().height() * colors];
        for (int i = 0; i < numbers.length / colors; i++) {
            int[] pixel = image.get(i % width, i / width).value();
            System.arraycopy(pixel, 0, numbers, i * colors, colors);
        }
        return numbers;
    }

    /** The same numbers in the colours of another profile, of as many bits. */
    public static int[] converted(ImageLike image, byte[] from, byte[] to) {
        return converted(numbers(image), image.mode().bitsPerComponent(), from, to);
    }

    /** Numbers of 8 or 16 bits in the colours of another profile. */
    public static int[] converted(int[] numbers, int bits, byte[] from, byte[] to) {
        ICC_Profile given = ICC_Profile.getInstance(from);
        ICC_Profile wanted = ICC_Profile.getInstance(to);
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        int count = numbers.length / given.getNumComponents();
        WritableRaster source = Raster.createInterleavedRaster(type, count, 1, given.getNumComponents(), new Point());
        WritableRaster target = Raster.createInterleavedRaster(type, count, 1, wanted.getNumComponents(), new Point());
        source.setPixels(0, 0, count, 1, numbers);
        new ColorConvertOp(new ICC_Profile[] {given, wanted}, null).filter(source, target);
        return target.getPixels(0, 0, count, 1, (int[]) null);
    }

    /** Whether numbers differ by at most one step. */
    public static boolean near(int[] expected, int[] found, int step) {
        if (expected.length != found.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(expected[i] - found[i]) > step) {
                return false;
            }
        }
        return true;
    }

    /** A grey as three equal colours. */
    public static int[] spread(int... greys) {
        int[] colors = new int[3 * greys.length];
        for (int i = 0; i < greys.length; i++) {
            Arrays.fill(colors, 3 * i, 3 * i + 3, greys[i]);
        }
        return colors;
    }
}
