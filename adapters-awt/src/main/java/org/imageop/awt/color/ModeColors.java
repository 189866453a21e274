package org.imageop.awt.color;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import org.imageop.Mode;

/** The colours of a mode as AWT describes them: one element for each component. */
public final class ModeColors {
    private ModeColors() {}

    /** A colour model for rasters whose elements are the components of a mode that is not planar. */
    public static ColorModel model(Mode mode, boolean premultiplied) {
        if (mode == Mode.L32) {
            return new WideGrayModel();
        }
        ColorSpace space = switch (mode.family()) {
            case GREY -> GraySpace.INSTANCE;
            case CMYK -> CmykSpace.INSTANCE;
            case RGB, YCBCR -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
        };
        int transparency = mode.hasAlpha() ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE;
        return new ComponentColorModel(space, mode.hasAlpha(), premultiplied, transparency, dataType(mode));
    }

    /** The data type whose elements are as wide as the mode's components. */
    public static int dataType(Mode mode) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> DataBuffer.TYPE_BYTE;
            case 16 -> DataBuffer.TYPE_USHORT;
            default -> DataBuffer.TYPE_INT;
        };
    }
}
