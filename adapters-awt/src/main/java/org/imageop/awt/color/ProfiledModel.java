package org.imageop.awt.color;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.ComponentColorModel;

/**
 * Components in the colours of a profile. A BufferedImage of AWT's own class of model is of a predefined type if its bytes lie as
 * in that type, whatever the colour space, and Java2D then draws the bytes as sRGB.
 */
final class ProfiledModel extends ComponentColorModel {

    ProfiledModel(ColorSpace space, boolean alpha, boolean premultiplied, int dataType) {
        super(space, alpha, premultiplied, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, dataType);
    }
}
