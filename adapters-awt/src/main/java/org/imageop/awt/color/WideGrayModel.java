package org.imageop.awt.color;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;

/** Grey of 32 unsigned bits. ComponentColorModel divides by a largest value that overflows and shows white. */
final class WideGrayModel extends ComponentColorModel {
    private static final double MAX = 0xffff_ffffL;

    WideGrayModel(ColorSpace space) {
        super(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_INT);
    }

    @Override
    public float[] getNormalizedComponents(Object pixel, float[] components, int offset) {
        float[] result = components == null ? new float[offset + 1] : components;
        result[offset] = (float) ((((int[]) pixel)[0] & 0xffff_ffffL) / MAX);
        return result;
    }

    @Override
    public Object getDataElements(float[] components, int offset, Object pixel) {
        int[] result = pixel == null ? new int[1] : (int[]) pixel;
        result[0] = (int) Math.round(components[offset] * MAX);
        return result;
    }

    @Override
    public Object getDataElements(int rgb, Object pixel) {
        float[] colors = {(rgb >> 16 & 0xff) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f};
        return getDataElements(getColorSpace().fromRGB(colors), 0, pixel);
    }
}
