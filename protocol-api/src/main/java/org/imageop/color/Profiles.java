package org.imageop.color;

import java.util.Objects;
import java.util.Optional;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.imageop.color.ColorManagement.Colors;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.profiles.ProfileHeader;
import org.jspecify.annotations.Nullable;

/**
 * The colours that the numbers of an image mean, and images in other colours (K-1 to K-7).
 *
 * <p>The meaning of a sample is the mode and the ICC profile in {@code info()} under {@link InfoKeys#ICC_PROFILE}. Without
 * a profile, RGB is sRGB, grey has the curve of sRGB, and CMYK is converted by the formulas of the mode conversion. A profile
 * of other colours than the mode's has no meaning.
 *
 * <pre>{@code
 * StandardImage forScreen = Profiles.toSrgb(photo);
 * StandardImage forPrint = Profiles.convert(photo, cmykProfile, RenderingIntent.RELATIVE_COLORIMETRIC);
 * ImageLike huge = Profiles.view(scan, Profiles.srgb(), RenderingIntent.PERCEPTUAL); // computed as it is read
 * }</pre>
 *
 * <p>Samples of 8 and of 16 bits keep their depth; 32-bit grey becomes L16, planar images become RGB first. Alpha is kept as
 * it is. Conversions need a {@link ColorManagement} service; {@code imageop-adapters-awt} has one.
 *
 * <p>All methods may be called by several threads at once.
 */
public final class Profiles {
    private Profiles() {}

    /**
     * The profile of an image.
     *
     * @param image any image
     * @return the bytes in its info, not a copy and not checked; empty if there are none, or if they are a profile of other
     *     colours than the mode's
     */
    public static Optional<byte[]> of(ImageLike image) {
        return Optional.ofNullable(ProfileHeader.fitting(image.info(), image.mode()));
    }

    /**
     * The profile of sRGB.
     *
     * @return a new array
     */
    public static byte[] srgb() {
        return ColorService.management().srgb();
    }

    /**
     * The profile of grey with the curve of sRGB, which a grey image without a profile has.
     *
     * @return a new array
     */
    public static byte[] grey() {
        return ColorService.management().grey();
    }

    /**
     * Whether the samples of an image are sRGB colours, or greys with the curve of sRGB: it has no profile, or one whose
     * conversion to sRGB changes no colour by more than 1 of 255. Without colour management, only an image without a profile
     * is known to be sRGB.
     *
     * @param image any image
     * @return true if no conversion is needed to show its samples as sRGB
     */
    public static boolean isSrgb(ImageLike image) {
        byte[] profile = of(image).orElse(null);
        return profile == null || ColorService.isSrgb(profile);
    }

    /**
     * A copy in sRGB: RGB, or, for a grey image, grey with the curve of sRGB.
     *
     * @param image any image
     * @return an image with memory of its own and without a profile
     * @throws IllegalArgumentException if its profile cannot be read
     * @throws UnsupportedImageException if it has a profile and there is no colour management
     */
    public static StandardImage toSrgb(ImageLike image) {
        if (!isSrgb(image)) {
            return copied(conversion(image, null, RenderingIntent.PERCEPTUAL), image);
        }
        Mode mode = image.mode();
        StandardImage copy = StandardImage.from(
                image, Mode.of(srgbFamily(mode), Math.min(16, mode.bitsPerComponent()), mode.hasAlpha()));
        copy.info().remove(InfoKeys.ICC_PROFILE);
        return copy;
    }

    private static ColorFamily srgbFamily(Mode mode) {
        return mode.family() == ColorFamily.GREY ? ColorFamily.GREY : ColorFamily.RGB;
    }

    /**
     * The image in sRGB, as {@link #toSrgb}, without a copy: colours are computed as they are read.
     *
     * @param image any image
     * @return {@code image} itself if {@link #isSrgb}, else a live image, read-only and without a profile
     * @throws IllegalArgumentException if its profile cannot be read
     * @throws UnsupportedImageException if it has a profile and there is no colour management
     */
    public static ImageLike viewAsSrgb(ImageLike image) {
        return isSrgb(image) ? image : view(conversion(image, null, RenderingIntent.PERCEPTUAL), image);
    }

    /**
     * A copy in the colours of a profile: RGB, grey or CMYK, as the profile says.
     *
     * @param image any image
     * @param profile an ICC profile; it becomes the copy's {@link InfoKeys#ICC_PROFILE}
     * @param intent what becomes of colours that the profile lacks
     * @return an image with memory of its own
     * @throws IllegalArgumentException if a profile cannot be read, or cannot be the target of a conversion; if the
     *     image has alpha and the profile is of CMYK, which has none: see {@link org.imageop.Views#flatten}
     * @throws UnsupportedImageException if there is no colour management
     */
    public static StandardImage convert(ImageLike image, byte[] profile, RenderingIntent intent) {
        return copied(conversion(image, Objects.requireNonNull(profile, "profile"), intent), image);
    }

    /**
     * The image in the colours of a profile, as {@link #convert}, without a copy: colours are computed as they are read. For
     * images larger than memory, and to write the image in other colours. Planar and 32-bit images, and CMYK images without a
     * profile, are copied to RGB or L16 first.
     *
     * @param image any image
     * @param profile an ICC profile; it becomes the view's {@link InfoKeys#ICC_PROFILE}
     * @param intent what becomes of colours that the profile lacks
     * @return a live image, read-only
     * @throws IllegalArgumentException as {@link #convert}
     * @throws UnsupportedImageException if there is no colour management
     */
    public static StandardImage view(ImageLike image, byte[] profile, RenderingIntent intent) {
        return view(conversion(image, Objects.requireNonNull(profile, "profile"), intent), image);
    }

    /** A conversion, and what the result's profile is. */
    private record Conversion(ManagedRows rows, byte @Nullable [] profile) {}

    private static Conversion conversion(ImageLike image, byte @Nullable [] profile, RenderingIntent intent) {
        Objects.requireNonNull(intent, "intent");
        byte[] own = of(image).orElse(null);
        Mode mode = image.mode();
        ColorFamily family = profile != null ? family(profile) : srgbFamily(mode);
        if (mode.hasAlpha() && family == ColorFamily.CMYK) {
            throw new IllegalArgumentException("A " + Checks.describe(mode, image.size())
                    + " has alpha, and CMYK has none; put it on a background first with"
                    + " Views.flatten [errors.md#profile-without-alpha]");
        }
        // what colour management does not take: by the formulas of the mode conversion
        boolean inksUnknown = own == null && mode.family() == ColorFamily.CMYK;
        Mode plain = Mode.of(
                mode.planar() || inksUnknown ? ColorFamily.RGB : mode.family(),
                Math.min(16, mode.bitsPerComponent()),
                mode.hasAlpha());
        ImageLike source = plain == mode ? image : StandardImage.from(image, plain);
        Mode target = Mode.of(family, plain.bitsPerComponent(), plain.hasAlpha());
        ColorTransform transform = ColorService.management()
                .transform(new Colors(plain.withoutAlpha(), own), new Colors(target.withoutAlpha(), profile), intent);
        return new Conversion(new ManagedRows(source, target, transform), profile);
    }

    private static ColorFamily family(byte[] profile) {
        ColorFamily family = ProfileHeader.family(profile);
        if (family == null) {
            throw new IllegalArgumentException("These " + profile.length
                    + " bytes are not an ICC profile of grey, RGB or CMYK colours [errors.md#not-a-profile]");
        }
        return family;
    }

    private static StandardImage view(Conversion conversion, ImageLike image) {
        int width = image.size().width();
        int height = image.size().height();
        return colored(
                StandardImage.computed(conversion.rows.mode(), width, height, conversion.rows), conversion.profile);
    }

    private static StandardImage copied(Conversion conversion, ImageLike image) {
        int width = image.size().width();
        int height = image.size().height();
        StandardImage copy = StandardImage.of(conversion.rows.mode(), width, height);
        conversion.rows.copyTo(copy);
        return colored(copy, conversion.profile);
    }

    private static StandardImage colored(StandardImage image, byte @Nullable [] profile) {
        if (profile != null) {
            image.info().put(InfoKeys.ICC_PROFILE, profile);
        }
        return image;
    }
}
