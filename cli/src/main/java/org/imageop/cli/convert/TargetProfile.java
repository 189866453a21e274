package org.imageop.cli.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Arrays;
import org.imageop.ColorFamily;
import org.imageop.ImageLike;
import org.imageop.StandardImage;
import org.imageop.cli.command.Converters;
import org.imageop.cli.console.Problem;
import org.imageop.color.Profiles;
import org.imageop.color.RenderingIntent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The colours that an image is converted to.
 *
 * @param data an ICC profile, or null for sRGB, and for the curve of sRGB in a grey image
 */
record TargetProfile(byte @Nullable [] data) {
    private static final byte[] SIGNATURE = "acsp".getBytes(StandardCharsets.US_ASCII);

    /** {@code srgb}, or the path of a profile. */
    static final class FromText implements ITypeConverter<TargetProfile> {
        @Override
        public TargetProfile convert(String text) {
            if (text.equalsIgnoreCase("srgb")) {
                return new TargetProfile(null);
            }
            try {
                byte[] data = Files.readAllBytes(new Converters.OfPath().convert(text));
                if (data.length < 128 || !Arrays.equals(data, 36, 40, SIGNATURE, 0, 4)) {
                    throw new TypeConversionException(text + " is not an ICC profile; name one, or srgb");
                }
                return new TargetProfile(data);
            } catch (FileSystemException e) {
                throw new TypeConversionException(Problem.describe(e) + "; name an ICC profile, or srgb");
            } catch (IOException e) {
                throw new TypeConversionException(text + " cannot be read; name an ICC profile, or srgb");
            }
        }
    }

    /** The intents by name. */
    static final class IntentFromText implements ITypeConverter<RenderingIntent> {
        @Override
        public RenderingIntent convert(String text) {
            return Converters.constant(RenderingIntent.class, "intent", text);
        }
    }

    /** The image in these colours, computed as it is read. The image itself if it is in sRGB, and sRGB is asked for. */
    ImageLike view(ImageLike image, RenderingIntent intent) {
        if (data != null) {
            return Profiles.view(image, data, intent);
        }
        ColorFamily family = image.mode().family();
        if (Profiles.isSrgb(image) && family != ColorFamily.CMYK) {
            return image;
        }
        StandardImage srgb =
                Profiles.view(image, family == ColorFamily.GREY ? Profiles.grey() : Profiles.srgb(), intent);
        srgb.info().clear(); // this is what numbers without a profile are
        return srgb;
    }
}
