package org.imageop.awt.profiles;

import java.awt.color.ICC_Profile;
import java.util.Arrays;
import org.imageop.color.RenderingIntent;

/**
 * Profiles through which {@link java.awt.image.ColorConvertOp} converts with an intent. The class itself always converts
 * perceptually, or, from a printer's profile, relative to white. So the tables of the wanted intent take the places of these
 * two.
 */
final class IntentPath {
    private IntentPath() {}

    static ICC_Profile[] between(byte[] from, byte[] to, RenderingIntent intent) {
        IccTags source = new IccTags(from);
        IccTags target = new IccTags(to);
        // absolute is relative with the whites of both media
        boolean absolute = intent == RenderingIntent.ABSOLUTE_COLORIMETRIC;
        RenderingIntent tables = absolute ? RenderingIntent.RELATIVE_COLORIMETRIC : intent;
        ICC_Profile first = profile(source, "A2B", tables, from);
        ICC_Profile last = profile(target, "B2A", tables, to);
        double[] scale = scale(white(source), white(target));
        return !absolute || Arrays.equals(scale, new double[] {1, 1, 1})
                ? new ICC_Profile[] {first, last}
                : new ICC_Profile[] {first, ICC_Profile.getInstance(ScalingProfile.of(scale)), last};
    }

    private static ICC_Profile profile(IccTags tags, String tables, RenderingIntent intent, byte[] whole) {
        byte[] table = tags.get(tables + intent.ordinal());
        if (table == null) {
            // a profile of curves and a matrix has one intent; one with few tables uses the first
            return parsed(whole);
        }
        tags.put(tables + 0, table);
        tags.put(tables + 1, table);
        return parsed(tags.data());
    }

    private static ICC_Profile parsed(byte[] profile) {
        try {
            return ICC_Profile.getInstance(profile);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "A profile cannot be read: " + e.getMessage() + " [errors.md#profile-unusable]", e);
        }
    }

    /** The white of the medium, relative to D50; screens of version 2 take theirs for D50. */
    private static double[] white(IccTags tags) {
        byte[] tag = tags.get("wtpt");
        return tag == null || tag.length < 20 || (tags.version() < 4 && tags.isScreen())
                ? IccTags.D50
                : IccTags.xyz(tag);
    }

    private static double[] scale(double[] from, double[] to) {
        return new double[] {from[0] / to[0], from[1] / to[1], from[2] / to[2]};
    }
}
