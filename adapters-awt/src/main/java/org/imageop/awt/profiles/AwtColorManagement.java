package org.imageop.awt.profiles;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.imageop.ColorFamily;
import org.imageop.Mode;
import org.imageop.PixelLayout;
import org.imageop.StandardImage;
import org.imageop.color.ColorManagement;
import org.imageop.color.ColorTransform;
import org.imageop.color.RenderingIntent;

/** Conversion between profiles by the JDK's colour management. */
public final class AwtColorManagement implements ColorManagement {
    /** For the service loader. */
    public AwtColorManagement() {}

    @Override
    public byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    @Override
    public byte[] grey() {
        return GreyProfile.data();
    }

    @Override
    public ColorTransform transform(Colors from, Colors to, RenderingIntent intent) {
        ICC_Profile[] path = IntentPath.between(data(from), data(to), intent);
        // the JDK's transforms wait for each other, so each thread takes one of its own
        Queue<ColorConvertOp> idle = new ConcurrentLinkedQueue<>();
        ColorTransform transform = (source, target) -> {
            ColorConvertOp op = idle.poll();
            if (op == null) {
                op = new ColorConvertOp(path, null);
            }
            op.filter(ArrayRaster.of(source), ArrayRaster.of(target));
            idle.add(op);
        };
        try {
            // errors in a profile show when it is first used
            transform.apply(pixel(from.mode()), pixel(to.mode()));
        } catch (CMMException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The conversion from " + describe(from) + " to " + describe(to) + " is not possible: "
                            + e.getMessage() + " [errors.md#profile-unusable]",
                    e);
        }
        return transform;
    }

    private static PixelLayout pixel(Mode mode) {
        return StandardImage.of(mode, 1, 1).buffer().layout().orElseThrow();
    }

    private byte[] data(Colors colors) {
        byte[] profile = colors.profile();
        if (profile != null) {
            return profile;
        }
        return colors.mode().family() == ColorFamily.GREY ? grey() : srgb();
    }

    private static String describe(Colors colors) {
        return colors.mode() + (colors.profile() == null ? " without a profile" : " with its profile");
    }
}
