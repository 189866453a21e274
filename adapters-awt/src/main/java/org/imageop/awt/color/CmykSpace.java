package org.imageop.awt.color;

import java.awt.color.ColorSpace;

/** Cyan, magenta, yellow and black without a profile, 1 being full ink: the protocol's kernels M and N. */
public final class CmykSpace extends ColorSpace {
    private static final long serialVersionUID = 1L;

    /** The only one. */
    public static final CmykSpace INSTANCE = new CmykSpace();

    private CmykSpace() {
        super(TYPE_CMYK, 4);
    }

    @Override
    public float[] toRGB(float[] ink) {
        float light = 1 - ink[3];
        return new float[] {(1 - ink[0]) * light, (1 - ink[1]) * light, (1 - ink[2]) * light};
    }

    @Override
    public float[] fromRGB(float[] rgb) {
        return new float[] {1 - rgb[0], 1 - rgb[1], 1 - rgb[2], 0};
    }

    @Override
    public float[] toCIEXYZ(float[] ink) {
        return getInstance(CS_sRGB).toCIEXYZ(toRGB(ink));
    }

    @Override
    public float[] fromCIEXYZ(float[] value) {
        return fromRGB(getInstance(CS_sRGB).fromCIEXYZ(value));
    }

    private Object readResolve() {
        return INSTANCE;
    }
}
