package org.imageop.cli.tour.steps;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** The predefined kinds of BufferedImage. */
public enum SwingType {
    INT_RGB(BufferedImage.TYPE_INT_RGB),
    INT_ARGB(BufferedImage.TYPE_INT_ARGB),
    INT_ARGB_PRE(BufferedImage.TYPE_INT_ARGB_PRE),
    INT_BGR(BufferedImage.TYPE_INT_BGR),
    THREE_BYTE_BGR(BufferedImage.TYPE_3BYTE_BGR),
    FOUR_BYTE_ABGR(BufferedImage.TYPE_4BYTE_ABGR),
    FOUR_BYTE_ABGR_PRE(BufferedImage.TYPE_4BYTE_ABGR_PRE),
    USHORT_565_RGB(BufferedImage.TYPE_USHORT_565_RGB),
    USHORT_555_RGB(BufferedImage.TYPE_USHORT_555_RGB),
    BYTE_GRAY(BufferedImage.TYPE_BYTE_GRAY),
    USHORT_GRAY(BufferedImage.TYPE_USHORT_GRAY),
    BYTE_BINARY(BufferedImage.TYPE_BYTE_BINARY),
    BYTE_INDEXED(BufferedImage.TYPE_BYTE_INDEXED);

    private final int type;

    SwingType(int type) {
        this.type = type;
    }

    /** A picture drawn into a new BufferedImage of this kind. */
    BufferedImage draw(BufferedImage picture) {
        BufferedImage image = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return image;
    }

    /** The kind of an image, or what its raster holds if it is none of the predefined. */
    static String of(BufferedImage image) {
        for (SwingType each : values()) {
            if (each.type == image.getType()) {
                return each.toString();
            }
        }
        ColorModel colors = image.getColorModel();
        Raster raster = image.getRaster();
        int bits = Arrays.stream(raster.getSampleModel().getSampleSize()).max().orElse(0);
        return "custom, " + raster.getNumBands() + "×" + bits + " bits"
                + (colors.hasAlpha() && colors.isAlphaPremultiplied() ? ", premultiplied" : "");
    }

    @Override
    public String toString() {
        return name().replace("THREE_", "3").replace("FOUR_", "4");
    }
}
