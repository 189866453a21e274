package org.imageop.awt.color;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.Optional;
import org.imageop.ImageLike;
import org.imageop.Mode;
import org.imageop.awt.profiles.GreyProfile;
import org.imageop.awt.profiles.InkProfile;
import org.imageop.awt.profiles.ProfileSpace;
import org.imageop.color.Profiles;

/** The colours of an image as AWT describes them. */
public final class ModeColors {
    private ModeColors() {}

    /** The colour space of an image's profile; empty if it has none, or one that AWT cannot use (K-6). */
    public static Optional<ColorSpace> ofProfile(ImageLike image) {
        return Profiles.of(image).flatMap(profile -> {
            try {
                ColorSpace space = new ProfileSpace(profile);
                // AWT does not look at the tables before it needs them, when the image is drawn
                space.toRGB(new float[space.getNumComponents()]);
                return Optional.of(space);
            } catch (IllegalArgumentException | CMMException e) {
                return Optional.empty(); // the profile is then missing from the copy, which is named as a loss
            }
        });
    }

    /** The colour space of a mode without a profile. */
    public static ColorSpace plain(Mode mode) {
        return switch (mode.family()) {
            case GREY -> GreyProfile.SPACE;
            case CMYK -> InkProfile.SPACE;
            case RGB, YCBCR -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
        };
    }

    /** The profile that tells the colours of a model; empty if they are those of numbers without a profile. */
    public static Optional<byte[]> profile(ColorModel model) {
        return model.getColorSpace() instanceof ICC_ColorSpace space && !isPlain(space)
                ? Optional.of(ProfileSpace.bytes(space))
                : Optional.empty();
    }

    private static boolean isPlain(ColorSpace space) {
        return space.isCS_sRGB()
                || space == ColorSpace.getInstance(ColorSpace.CS_GRAY)
                || space == GreyProfile.SPACE
                || space == InkProfile.SPACE;
    }

    /** A colour model for rasters whose elements are the components of a mode that is not planar. */
    public static ColorModel model(Mode mode, ColorSpace space, boolean premultiplied) {
        if (mode == Mode.L32) {
            return new WideGrayModel(space);
        }
        if (space instanceof ProfileSpace) {
            return new ProfiledModel(space, mode.hasAlpha(), premultiplied, dataType(mode));
        }
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
