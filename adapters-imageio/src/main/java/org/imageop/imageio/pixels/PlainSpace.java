package org.imageop.imageio.pixels;

import java.awt.color.ColorSpace;
import org.imageop.ColorFamily;

/**
 * Numbers without a profile. Writers put the profile of each space of a profile into their files, also one that only stands for
 * "no profile"; this space has none. Writers do not convert colours by it.
 */
public final class PlainSpace extends ColorSpace {
    private static final long serialVersionUID = 1L;

    /** The space of grey, RGB or CMYK. */
    public PlainSpace(ColorFamily colors) {
        super(type(colors), components(colors));
    }

    private static int type(ColorFamily colors) {
        return switch (colors) {
            case GREY -> TYPE_GRAY;
            case CMYK -> TYPE_CMYK;
            case RGB, YCBCR -> TYPE_RGB;
        };
    }

    private static int components(ColorFamily colors) {
        return switch (colors) {
            case GREY -> 1;
            case CMYK -> 4;
            case RGB, YCBCR -> 3;
        };
    }

    @Override
    public float[] toRGB(float[] color) {
        return switch (color.length) {
            case 1 -> new float[] {color[0], color[0], color[0]};
            case 3 -> color.clone();
            default -> {
                float light = 1 - color[3];
                yield new float[] {(1 - color[0]) * light, (1 - color[1]) * light, (1 - color[2]) * light};
            }
        };
    }

    @Override
    public float[] fromRGB(float[] rgb) {
        return switch (getNumComponents()) {
            case 1 -> new float[] {0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2]};
            case 3 -> rgb.clone();
            default -> new float[] {1 - rgb[0], 1 - rgb[1], 1 - rgb[2], 0};
        };
    }

    @Override
    public float[] toCIEXYZ(float[] color) {
        return getInstance(CS_sRGB).toCIEXYZ(toRGB(color));
    }

    @Override
    public float[] fromCIEXYZ(float[] value) {
        return fromRGB(getInstance(CS_sRGB).fromCIEXYZ(value));
    }
}
