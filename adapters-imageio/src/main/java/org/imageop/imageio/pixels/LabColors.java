package org.imageop.imageio.pixels;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Colours of CIE Lab as sRGB, for no mode has them: white is D50, as for ICC profiles and libtiff. */
public final class LabColors {
    private static final double[] WHITE = {0.9642, 1, 0.8249};

    /** From colours under D50 to linear sRGB, adapted by Bradford's method. */
    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}
    };

    private LabColors() {}

    /**
     * Converts samples of 8 or 16 bits.
     *
     * @param lab three bands, or four, of which the last is alpha
     * @param bits of a sample
     * @param offset whether a* and b* are stored from 128 on, as in ICC profiles, or as signed numbers
     * @param premultiplied whether the stored numbers of the colours are multiplied by alpha
     * @return RGB or RGBA of as many bits, not premultiplied
     */
    public static BufferedImage toRgb(Raster lab, int bits, boolean offset, boolean premultiplied) {
        int bands = lab.getNumBands();
        boolean alpha = bands > 3;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                lab.getTransferType());
        WritableRaster target = model.createCompatibleWritableRaster(lab.getWidth(), lab.getHeight());
        int most = (1 << bits) - 1;
        double unit = bits == 8 ? 1 : 256;
        double lightest = bits == 16 && offset ? 0xff00 : most;
        DecodedImage.forEachRow(lab, (y, row) -> {
            for (int i = 0; i < row.length; i += bands) {
                // divides by alpha; what is transparent has no colour
                double share = alpha && premultiplied ? Math.max(row[i + 3], 1) / (double) most : 1;
                double lightness = Math.min(100, row[i] / share * 100 / lightest);
                double a = chroma(row[i + 1], unit, share, offset);
                double b = chroma(row[i + 2], unit, share, offset);
                convert(lightness, a, b, most, row, i);
            }
            target.setPixels(0, y, lab.getWidth(), 1, row);
        });
        return new BufferedImage(model, target, false, null);
    }

    private static double chroma(int sample, double unit, double share, boolean offset) {
        double stored = sample / unit;
        return offset ? stored / share - 128 : (stored < 128 ? stored : stored - 256) / share;
    }

    private static void convert(double lightness, double a, double b, int most, int[] pixel, int at) {
        double y = (lightness + 16) / 116;
        double[] xyz = {WHITE[0] * cube(y + a / 500), WHITE[1] * cube(y), WHITE[2] * cube(y - b / 200)};
        for (int c = 0; c < 3; c++) {
            double[] row = TO_SRGB[c];
            double linear = Math.max(0, Math.min(1, row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]));
            double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            pixel[at + c] = (int) Math.round(value * most);
        }
    }

    /** The share of white's light that a value of the cube root's scale stands for. */
    private static double cube(double root) {
        return root > 6.0 / 29 ? root * root * root : 3 * 36 / 841.0 * (root - 4.0 / 29);
    }
}
