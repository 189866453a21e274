package org.imageop.imageio.writing;

import java.awt.color.ICC_Profile;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.color.Profiles;
import org.imageop.imageio.codec.Codec;
import org.imageop.spi.Losses;
import org.jspecify.annotations.Nullable;

/**
 * An image in colours that a file of a format has: with its profile, or in sRGB, for which everybody takes a file without one
 * (K-4).
 *
 * @param image the pixels to write
 * @param profile the profile to write, or null
 * @param loss what happened to colours, or null
 */
record WrittenColors(
        ImageLike image,
        byte @Nullable [] profile,
        @Nullable String loss) {

    static WrittenColors of(ImageLike image, Codec codec) {
        byte[] profile = Profiles.of(image).orElse(null);
        if (profile != null && profile.length <= codec.longestProfile() && isUsable(profile)) {
            return new WrittenColors(image, profile, null);
        }
        if (Profiles.isSrgb(image)) {
            return new WrittenColors(image, null, null);
        }
        // what needs inks cannot do with sRGB
        return image.mode().family() == ColorFamily.CMYK ? unprofiled(image) : inSrgb(image);
    }

    private static WrittenColors inSrgb(ImageLike image) {
        try {
            return new WrittenColors(Profiles.viewAsSrgb(image), null, Losses.TO_SRGB);
        } catch (IllegalArgumentException e) {
            return unprofiled(image); // as when the image is handed on (K-6)
        }
    }

    private static WrittenColors unprofiled(ImageLike image) {
        return new WrittenColors(image, null, Losses.PROFILE);
    }

    /** A damaged profile in a file keeps some readers from reading the file at all. */
    private static boolean isUsable(byte[] profile) {
        try {
            ICC_Profile.getInstance(profile);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
