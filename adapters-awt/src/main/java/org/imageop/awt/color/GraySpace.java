package org.imageop.awt.color;

import java.awt.color.ColorSpace;

/**
 * Grey whose value equals red, green and blue. The grey space of AWT is linear: drawn through it, a sample of 100
 * would show as 168.
 */
public final class GraySpace extends ColorSpace {
    private static final long serialVersionUID = 1L;

    /** The only one. */
    public static final GraySpace INSTANCE = new GraySpace();

    private GraySpace() {
        super(TYPE_GRAY, 1);
    }

    @Override
    public float[] toRGB(float[] value) {
        return new float[] {value[0], value[0], value[0]};
    }

    /** Luma: kernel Y. */
    @Override
    public float[] fromRGB(float[] rgb) {
        return new float[] {0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2]};
    }

    @Override
    public float[] toCIEXYZ(float[] value) {
        return getInstance(CS_sRGB).toCIEXYZ(toRGB(value));
    }

    @Override
    public float[] fromCIEXYZ(float[] value) {
        return fromRGB(getInstance(CS_sRGB).fromCIEXYZ(value));
    }

    @Override
    public String getName(int component) {
        return "Grey";
    }

    private Object readResolve() {
        return INSTANCE;
    }
}
