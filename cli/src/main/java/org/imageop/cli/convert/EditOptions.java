package org.imageop.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Views;
import org.imageop.color.Profiles;
import org.imageop.color.RenderingIntent;
import org.imageop.imageio.CarriedInfo;
import org.imageop.imageio.CarriedInfo.Change;
import org.imageop.spi.Losses;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that change an image, applied in this order: orient, crop, rotate, profile, resize, background, mode. */
final class EditOptions {
    @Option(
            names = "--orient",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Turn the image upright by its orientation, and reset it: the default. --no-orient leaves the "
                            + "pixels as they are stored, and keeps the orientation as metadata if the format can hold it.")
    private boolean orient;

    @Option(
            names = "--strip",
            description = "Write no metadata but what the pixels need: profile, transparent colour, and an "
                    + "orientation that was not applied.")
    private boolean strip;

    @Option(
            names = "--crop",
            paramLabel = "X:X,Y:Y",
            converter = Crop.FromText.class,
            description = "Keep these columns and rows: Python's slices, so -1 is the last one and ::-1 mirrors.")
    private @Nullable Crop crop;

    @Option(
            names = "--rotate",
            paramLabel = "90|180|270",
            converter = Rotation.FromText.class,
            description = "Turn counterclockwise.")
    private @Nullable Rotation rotation;

    @Option(
            names = "--profile",
            paramLabel = "FILE|srgb",
            converter = TargetProfile.FromText.class,
            description = "Convert the colours to an ICC profile, or to sRGB. By default, an image keeps its profile "
                    + "while its mode has colours of the same kind.")
    private @Nullable TargetProfile profile;

    @Option(
            names = "--intent",
            paramLabel = "I",
            converter = TargetProfile.IntentFromText.class,
            description = "What becomes of colours that the profile lacks: perceptual (the default), "
                    + "relative_colorimetric, saturation or absolute_colorimetric.")
    private @Nullable RenderingIntent intent;

    @Mixin
    private ModeAndSizeOptions modeAndSize;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Refuses options that would have no effect. */
    void check() {
        if (intent != null && profile == null) {
            throw new ParameterException(spec.commandLine(), "--intent is for other colours; add --profile FILE|srgb");
        }
        modeAndSize.check();
    }

    /** Whether all rows of an image with some metadata are asked for from the top down. */
    boolean keepOrder(Map<String, Object> info) {
        boolean turned = orient && (Integer) info.getOrDefault(InfoKeys.ORIENTATION, 1) != 1;
        return !turned && rotation == null && (crop == null || crop.rows().on(1).step() > 0);
    }

    /**
     * An image that was changed.
     *
     * @param image the image itself if nothing is to change; else a view or a copy, without metadata except for the profile
     * @param losses what was lost although nobody asked for it, as short phrases
     */
    record Edited(ImageLike image, List<String> losses) {}

    Edited apply(ImageLike image) {
        ImageLike edited = image;
        if (orient) {
            edited = Views.orient(edited, CarriedInfo.orientation(image));
        }
        if (crop != null) {
            edited = crop.view(edited);
        }
        if (rotation != null) {
            edited = rotation.view(edited);
        }
        if (profile != null) {
            edited = profile.view(edited, intent == null ? RenderingIntent.PERCEPTUAL : intent);
        }
        ImageLike result = modeAndSize.apply(edited);
        List<String> losses = new ArrayList<>(modeAndSize.losses(image));
        if (!Profiles.isSrgb(edited) && Profiles.of(result).isEmpty()) {
            losses.add(Losses.PROFILE);
        }
        return new Edited(result, losses);
    }

    /** Gives the result what is still true of the source's metadata, unless it is to be left out. */
    void carryInfo(ImageLike source, ImageLike result) {
        if (result != source) {
            CarriedInfo.carry(source, result, changes(source, result));
        }
        if (strip) {
            CarriedInfo.strip(result);
        }
    }

    private List<Change> changes(ImageLike source, ImageLike result) {
        List<Change> changes = new ArrayList<>();
        add(changes, Change.ORIENTED, orient && CarriedInfo.orientation(source) != 1);
        add(changes, Change.CROPPED, crop != null);
        add(changes, rotation == Rotation.HALF ? Change.MIRRORED : Change.TURNED, rotation != null);
        add(changes, Change.RECOLORED, profile != null);
        add(changes, Change.RESIZED, modeAndSize.resizes());
        add(changes, Change.MODE_CHANGED, result.mode() != source.mode());
        return changes;
    }

    private static void add(List<Change> changes, Change change, boolean made) {
        if (made) {
            changes.add(change);
        }
    }
}
