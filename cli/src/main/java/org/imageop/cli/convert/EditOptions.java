package org.imageop.cli.convert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.Mode;
import org.imageop.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that change an image, applied in this order: orient, crop, rotate, resize, background, mode. */
final class EditOptions {
    @Option(
            names = "--orient",
            description = "Turn the image upright by its EXIF orientation. By default, the orientation is kept "
                    + "as metadata if the format can hold it.")
    private boolean orient;

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

    @Mixin
    private ModeAndSizeOptions modeAndSize;

    /** Refuses options that would have no effect. */
    void check() {
        modeAndSize.check();
    }

    /** The image itself if nothing is to change; else a view or a copy, without metadata. */
    ImageLike apply(ImageLike image) {
        ImageLike edited = image;
        if (orient) {
            edited = Views.orient(edited, orientation(image));
        }
        if (crop != null) {
            edited = crop.view(edited);
        }
        if (rotation != null) {
            edited = rotation.view(edited);
        }
        return modeAndSize.apply(edited);
    }

    /** The source's metadata as far as it is still true of the result, which may be in another mode. */
    Map<String, Object> metadata(ImageLike source, Mode resultMode) {
        Map<String, Object> info = new LinkedHashMap<>(source.info());
        boolean turned = rotation != null && rotation != Rotation.HALF;
        if (orient) {
            turned ^= orientation(source) >= 5;
            info.replace(InfoKeys.ORIENTATION, 1);
        }
        if (turned && info.get(InfoKeys.DPI) instanceof List<?> dpi) {
            List<Object> swapped = new ArrayList<>(dpi);
            Collections.reverse(swapped);
            info.put(InfoKeys.DPI, List.copyOf(swapped));
        }
        if (!sameColors(source.mode(), resultMode)) {
            info.remove(InfoKeys.ICC_PROFILE);
        }
        return info;
    }

    /** What {@link #apply} drops unasked, and what {@link #metadata} leaves out because it is not true of the result. */
    List<String> losses(ImageLike source, Mode resultMode) {
        List<String> losses = new ArrayList<>(modeAndSize.losses(source));
        boolean profileLost = source.info().containsKey(InfoKeys.ICC_PROFILE) && !sameColors(source.mode(), resultMode);
        if (profileLost) {
            losses.add("info " + InfoKeys.ICC_PROFILE + " (it describes " + profileColors(source.mode()) + ", not "
                    + profileColors(resultMode) + ")");
        }
        return losses;
    }

    private static int orientation(ImageLike image) {
        return image.info().get(InfoKeys.ORIENTATION) instanceof Integer value ? value : 1;
    }

    private static boolean sameColors(Mode a, Mode b) {
        return profileColors(a).equals(profileColors(b));
    }

    /** The values that a profile of an image in this mode describes: grey, RGB or CMYK; for YCbCr it is RGB. */
    private static String profileColors(Mode mode) {
        return switch (mode.family()) {
            case GREY -> "grey";
            case RGB, YCBCR -> "RGB";
            case CMYK -> "CMYK";
        };
    }
}
