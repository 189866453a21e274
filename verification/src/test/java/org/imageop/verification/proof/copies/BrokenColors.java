package org.imageop.verification.proof.copies;

import java.util.List;
import org.imageop.verification.library.LibraryContractTest;
import org.imageop.verification.proof.broken.Broken;

/** Copies of the library with one mistake each in colours: profiles, their conversion, and what is lost of them. */
final class BrokenColors {
    private static final String HANDING_ON = "org.imageop.spi.HandingOn";
    private static final String HEADER = "org.imageop.internal.profiles.ProfileHeader";
    private static final String PROFILES = "org.imageop.color.Profiles";
    private static final String ROWS = "org.imageop.color.ManagedRows";
    private static final String SERVICE = "org.imageop.color.ColorService";
    private static final String STANDARD = "org.imageop.StandardImage";

    private BrokenColors() {}

    private static Broken broken(String rule, String mistake, String type, String... replacements) {
        return BrokenLibraries.broken(rule, mistake, LibraryContractTest.class, type, replacements);
    }

    static List<Broken> all() {
        return List.of(
                broken(
                        "K-1",
                        "a profile of other colours has a meaning",
                        HEADER,
                        "return !isProfile(profile) ||",
                        "return family != null ||"),
                broken(
                        "K-1",
                        "YCbCr takes no profiles",
                        HEADER,
                        "family == ColorFamily.YCBCR ? ColorFamily.RGB : family",
                        "family"),
                broken(
                        "K-1",
                        "only the bytes of sRGB itself are sRGB",
                        SERVICE,
                        "boolean answer = compare(management.get(), profile);",
                        "boolean answer = java.util.Arrays.equals(management.get().srgb(), profile);"),
                broken(
                        "K-2",
                        "a copy forgets the profile",
                        STANDARD,
                        "return image.withColorsOf(source);",
                        "return image;"),
                broken(
                        "K-2",
                        "a copy takes a profile of other colours along",
                        STANDARD,
                        "byte[] profile = ProfileHeader.fitting(other.info(), mode);",
                        "byte[] profile = (byte[]) other.info().get(InfoKeys.ICC_PROFILE);"),
                broken(
                        "K-3",
                        "a view of conversion multiplies alpha",
                        ROWS,
                        "int[] alpha = before.clone();",
                        "int[] alpha = before;"),
                broken(
                        "K-3",
                        "each strip is the first one",
                        ROWS,
                        "Views.crop(image, 0, y, width, count)",
                        "Views.crop(image, 0, start, width, count)"),
                broken(
                        "K-3",
                        "a copy with alpha is transparent",
                        ROWS,
                        "StandardImage.from(Views.component(image, \"a\"), result.component(\"a\"));",
                        ""),
                broken(
                        "K-3",
                        "what is converted does not have the profile",
                        PROFILES,
                        "image.info().put(InfoKeys.ICC_PROFILE, profile);",
                        ""),
                broken(
                        "K-4",
                        "copies for a screen are not converted",
                        HANDING_ON,
                        "adapter.srgbOnly() ? inSrgb(image) : image",
                        "image"),
                broken(
                        "K-4",
                        "the conversion to sRGB is not told",
                        HANDING_ON,
                        "if (pixels != image) {",
                        "if (pixels == null) {"),
                broken(
                        "K-5",
                        "what is shared is wrapped, although its adapter knows its losses",
                        HANDING_ON,
                        "losses(adapter, image, shared).contains(Losses.PROFILE)",
                        "Losses.between(image, adapter.wrap(shared)).contains(Losses.PROFILE)"),
                broken(
                        "K-5",
                        "shared memory loses its profile in silence",
                        HANDING_ON,
                        "? List.of(Losses.PROFILE)",
                        "? List.<String>of()"),
                broken(
                        "K-6",
                        "a damaged profile stops handing on",
                        HANDING_ON,
                        "catch (IllegalArgumentException e) {\n            return image;",
                        "catch (UnsupportedImageException e) {\n            return image;"),
                broken(
                        "K-6",
                        "inks for alpha are not refused",
                        PROFILES,
                        "if (mode.hasAlpha() && family == ColorFamily.CMYK) {",
                        "if (mode.hasAlpha() && family == null) {"),
                broken(
                        "K-7",
                        "nobody to convert is another exception",
                        SERVICE,
                        "new UnsupportedImageException(",
                        "new IllegalStateException("),
                broken(
                        "K-7",
                        "whether a profile is sRGB needs the service",
                        SERVICE,
                        "Optional<ColorManagement> management = find();\n        if (management.isEmpty()) {",
                        "Optional<ColorManagement> management = Optional.of(management());\n"
                                + "        if (management.isEmpty()) {"));
    }
}
