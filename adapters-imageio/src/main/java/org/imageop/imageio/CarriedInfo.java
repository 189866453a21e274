package org.imageop.imageio;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imageop.ImageLike;
import org.imageop.InfoKeys;
import org.imageop.color.Profiles;
import org.imageop.imageio.metadata.Exif;
import org.imageop.imageio.metadata.WrittenInfo;
import org.imageop.imageio.metadata.XmpPacket;

/**
 * Carries the info of an image over to an image that was made of it: what is still true is kept, what can be corrected is
 * corrected, and the rest is left out. Operations themselves keep the profile alone (K-2).
 *
 * <pre>{@code
 * ImageLike photo = ImageFiles.read(path);
 * ImageLike upright = Views.orient(photo, CarriedInfo.orientation(photo));
 * StandardImage small = StandardImage.from(upright, 640, 480);
 * CarriedInfo.carry(photo, small, Change.ORIENTED, Change.RESIZED);
 * ImageFiles.write(small, target);
 * }</pre>
 *
 * <p>{@code docs/reference/metadata.md} has a table of what happens to each key.
 */
public final class CarriedInfo {
    /** Something that was done to the pixels of an image. */
    public enum Change {
        /** {@link org.imageop.Views#orient} by the orientation in the image's info. */
        ORIENTED,
        /** A turn by a quarter, or a transposition: rows became columns. */
        TURNED,
        /** A flip, or a turn by a half. */
        MIRRORED,
        /** Rows or columns were left out. */
        CROPPED,
        /** Another number of pixels for the same picture. */
        RESIZED,
        /** Another mode: other components, or another depth; also a background laid behind alpha. */
        MODE_CHANGED,
        /** Another profile. */
        RECOLORED;

        private boolean places() {
            return ordinal() <= RESIZED.ordinal();
        }
    }

    /** What pixels need to look as they do. */
    private static final Set<String> NEEDED = Set.of(
            InfoKeys.ICC_PROFILE,
            InfoKeys.ORIENTATION,
            InfoKeys.TRANSPARENCY,
            InfoKeys.PALETTE,
            InfoKeys.DURATION,
            InfoKeys.LOOP,
            InfoKeys.FORMAT);

    private final ImageLike to;
    private final Map<String, Object> info;

    private CarriedInfo(ImageLike from, ImageLike to) {
        this.to = to;
        this.info = new LinkedHashMap<>(from.info());
    }

    /**
     * The orientation of an image.
     *
     * @param image any image
     * @return 1 to 8; 1 if its info has none
     */
    public static int orientation(ImageLike image) {
        return image.info().get(InfoKeys.ORIENTATION) instanceof Integer value && value >= 1 && value <= 8 ? value : 1;
    }

    /**
     * Puts into the info of an image what is still true of the info of the image that it was made of. Entries with the same
     * keys are replaced, except for {@code icc_profile} and {@code palette}, which belong to the pixels.
     *
     * @param from the image before all changes
     * @param to the image after all changes, whose info can be changed
     * @param changes what was done, in this order
     */
    public static void carry(ImageLike from, ImageLike to, Change... changes) {
        carry(from, to, List.of(changes));
    }

    /**
     * As {@link #carry(ImageLike, ImageLike, Change...)}.
     *
     * @param from the image before all changes
     * @param to the image after all changes, whose info can be changed
     * @param changes what was done, in this order
     */
    public static void carry(ImageLike from, ImageLike to, List<Change> changes) {
        CarriedInfo carried = new CarriedInfo(from, to);
        try {
            changes.forEach(carried::apply);
            carried.agree(changes);
        } catch (IOException e) {
            throw new AssertionError(e); // blocks are in memory
        }
        carried.info.keySet().removeAll(Set.of(InfoKeys.ICC_PROFILE, InfoKeys.PALETTE));
        to.info().putAll(carried.info);
    }

    /**
     * Removes all that pixels do not need: everything but profile, orientation, transparent colours, palette, and the times of
     * frames.
     *
     * @param image an image whose info can be changed
     */
    public static void strip(ImageLike image) {
        image.info().keySet().retainAll(NEEDED);
    }

    private void apply(Change change) {
        int orientation = info.get(InfoKeys.ORIENTATION) instanceof Integer value ? value : 1;
        switch (change) {
            case ORIENTED -> {
                if (orientation >= 5) {
                    swapResolution();
                }
                info.replace(InfoKeys.ORIENTATION, 1);
            }
            case TURNED -> swapResolution();
            case RESIZED -> info.remove(InfoKeys.TRANSPARENCY);
            case MODE_CHANGED, RECOLORED -> {
                info.keySet().removeAll(Set.of(InfoKeys.TRANSPARENCY, InfoKeys.BACKGROUND));
                info.keySet().removeAll(Set.of(InfoKeys.GAMMA, InfoKeys.CHROMATICITY));
            }
            default -> {
                // what is the same from all sides
            }
        }
    }

    private void swapResolution() {
        if (info.get(InfoKeys.DPI) instanceof List<?> dpi && dpi.size() == 2) {
            info.put(InfoKeys.DPI, List.of(dpi.get(1), dpi.get(0)));
        }
    }

    /** Corrects EXIF and XMP. */
    private void agree(List<Change> changes) throws IOException {
        if (info.get(InfoKeys.EXIF) instanceof byte[] exif) {
            byte[] block = exif;
            if (changes.stream().anyMatch(Change::places)) {
                block = Exif.withoutPlaces(block);
            } else if (!changes.isEmpty()) {
                block = Exif.withoutThumbnail(block);
            }
            if (changes.contains(Change.RECOLORED)) {
                block = Exif.inColors(block, Profiles.isSrgb(to));
            }
            info.put(InfoKeys.EXIF, block);
        }
        if (info.get(InfoKeys.XMP) instanceof byte[] xmp && !changes.isEmpty()) {
            boolean regionsStay = changes.stream().allMatch(change -> change.ordinal() >= Change.RESIZED.ordinal());
            info.put(InfoKeys.XMP, XmpPacket.withoutPlaces(xmp, regionsStay));
        }
        info.putAll(WrittenInfo.agreeing(info, to.size()));
    }
}
