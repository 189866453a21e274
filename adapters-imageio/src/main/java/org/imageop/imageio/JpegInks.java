package org.imageop.imageio;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Ink from the four components of a JPEG file, which come as CMYK or as YCCK, and inverted where the file has the mark
 * of Adobe's programs.
 */
final class JpegInks {
    private JpegInks() {}

    /** An image whose largest value is full ink. */
    static BufferedImage image(Raster stored, JpegHeader header) {
        ComponentColorModel model = new ComponentColorModel(
                space(header.profile()), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int width = stored.getWidth();
        WritableRaster inks = model.createCompatibleWritableRaster(width, stored.getHeight());
        int[] row = null;
        for (int y = 0; y < stored.getHeight(); y++) {
            row = stored.getPixels(stored.getMinX(), stored.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i += 4) {
                if (header.adobeTransform() == JpegHeader.YCCK) {
                    toInverted(row, i);
                }
                if (header.adobeTransform() >= 0) {
                    for (int c = i; c < i + 4; c++) {
                        row[c] = 255 - row[c];
                    }
                }
            }
            inks.setPixels(0, y, width, 1, row);
        }
        return new BufferedImage(model, inks, false, null);
    }

    /** YCC is that of the complement of what is stored as CMY: libjpeg's conversion to RGB, then 255 − v. */
    private static void toInverted(int[] ycck, int i) {
        int y = ycck[i];
        int cb = ycck[i + 1] - 128;
        int cr = ycck[i + 2] - 128;
        ycck[i] = 255 - clip(y + (91881 * cr + 32768 >> 16));
        ycck[i + 1] = 255 - clip(y + (-22554 * cb - 46802 * cr + 32768 >> 16));
        ycck[i + 2] = 255 - clip(y + (116130 * cb + 32768 >> 16));
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** The file's own colours, if its profile is one of four inks. */
    private static ColorSpace space(byte[] profile) {
        if (profile.length == 0) {
            return Canvas.INKS;
        }
        try {
            ICC_Profile icc = ICC_Profile.getInstance(profile);
            return icc.getColorSpaceType() == ColorSpace.TYPE_CMYK ? new ICC_ColorSpace(icc) : Canvas.INKS;
        } catch (IllegalArgumentException e) {
            return Canvas.INKS; // a damaged profile is no profile
        }
    }
}
