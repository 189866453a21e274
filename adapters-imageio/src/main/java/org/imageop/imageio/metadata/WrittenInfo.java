package org.imageop.imageio.metadata;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imageop.ImageLike;
import org.imageop.ImagePalette;
import org.imageop.ImageSize;
import org.imageop.InfoKeys;
import org.jspecify.annotations.Nullable;

/**
 * What of an image's info a file is to get: values of the right types, and EXIF and XMP in which nothing contradicts the pixels.
 * Codecs write what their formats hold.
 */
public final class WrittenInfo {
    private final Map<String, Object> info;
    private final byte @Nullable [] profile;
    private final boolean alpha;

    private WrittenInfo(Map<String, Object> info, byte @Nullable [] profile, boolean alpha) {
        this.info = info;
        this.profile = profile;
        this.alpha = alpha;
    }

    /**
     * Takes the info of an image.
     *
     * @param profile the ICC profile of the pixels, which the format can hold, or null to write none
     */
    public static WrittenInfo of(ImageLike image, byte @Nullable [] profile) throws IOException {
        Map<String, Object> info = new LinkedHashMap<>(image.info());
        info.putAll(agreeing(info, image.size()));
        return new WrittenInfo(info, profile, image.mode().hasAlpha());
    }

    /** The EXIF and XMP of an info, in which nothing contradicts its other entries, nor pixels of a size. */
    public static Map<String, Object> agreeing(Map<String, Object> info, ImageSize size) throws IOException {
        Map<String, Object> agreeing = new LinkedHashMap<>();
        WrittenInfo plain = new WrittenInfo(info, null, false);
        Integer orientation = plain.orientation();
        Resolution resolution = plain.resolution();
        byte[] exif = plain.exif();
        if (exif != null) {
            agreeing.put(
                    InfoKeys.EXIF,
                    Exif.agreeing(exif, size.width(), size.height(), orientation, resolution, plain.texts()));
        }
        byte[] xmp = plain.xmp();
        if (xmp != null) {
            agreeing.put(InfoKeys.XMP, XmpPacket.agreeing(xmp, size.width(), size.height(), orientation, resolution));
        }
        return agreeing;
    }

    private <T> @Nullable T get(String key, Class<T> type) {
        Object value = info.get(key);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    /** Pixels per inch, or null. */
    public @Nullable Resolution resolution() {
        return Resolution.of(info);
    }

    /** The ICC profile, or null. */
    public byte @Nullable [] profile() {
        return profile;
    }

    /** The orientation from 1 to 8, or null. */
    public @Nullable Integer orientation() {
        Integer value = get(InfoKeys.ORIENTATION, Integer.class);
        return value != null && value >= 1 && value <= 8 ? value : null;
    }

    /** The EXIF block as it is, or null. */
    public byte @Nullable [] exif() {
        return get(InfoKeys.EXIF, byte[].class);
    }

    /**
     * The EXIF block of a format that has no other place for the orientation.
     *
     * @param withResolution whether it has none for a resolution either
     * @param withTexts whether it has none for text entries either
     * @return the block; empty if nothing is to be in it
     */
    public byte[] exif(boolean withResolution, boolean withTexts) {
        return Exif.with(exif(), orientation(), withResolution ? resolution() : null, withTexts ? texts() : Map.of());
    }

    /** The XMP packet, or null. */
    public byte @Nullable [] xmp() {
        return get(InfoKeys.XMP, byte[].class);
    }

    /** The IPTC block, or null. */
    public byte @Nullable [] iptc() {
        return get(InfoKeys.IPTC, byte[].class);
    }

    /** The comment, or null. */
    public @Nullable String comment() {
        return get(InfoKeys.COMMENT, String.class);
    }

    /** The text entries that are texts. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (info.get(InfoKeys.TEXT) instanceof Map<?, ?> entries) {
            entries.forEach((keyword, text) -> {
                if (keyword instanceof String name && text instanceof String value) {
                    texts.put(name, value);
                }
            });
        }
        return texts;
    }

    /** The exponent of a curve, or null. */
    public @Nullable Double gamma() {
        Double value = get(InfoKeys.GAMMA, Double.class);
        return value != null && value > 0 && value < 20_000 ? value : null;
    }

    /** x and y of white, red, green and blue; empty if there are none. */
    public List<Double> chromaticity() {
        return info.get(InfoKeys.CHROMATICITY) instanceof List<?> list
                        && list.size() == 8
                        && list.stream().allMatch(v -> v instanceof Double number && number >= 0 && number < 20_000)
                ? list.stream().map(Double.class::cast).toList()
                : List.of();
    }

    /** The background as an index of the palette, or null. */
    public @Nullable Integer backgroundIndex() {
        Integer index = get(InfoKeys.BACKGROUND, Integer.class);
        return index != null && index >= 0 && index < 256 ? index : null;
    }

    /** The colours of the indices that the image was made of, or null. */
    public @Nullable ImagePalette palette() {
        return get(InfoKeys.PALETTE, ImagePalette.class);
    }

    /** A colour without alpha of some components, a single one for a grey; empty if the background is not one. */
    public List<Integer> background(int components) {
        return color(InfoKeys.BACKGROUND, components);
    }

    /** The colour that is transparent in an image without alpha, as {@link #background}. */
    public List<Integer> transparency(int components) {
        return alpha ? List.of() : color(InfoKeys.TRANSPARENCY, components);
    }

    private List<Integer> color(String key, int components) {
        Object value = info.get(key);
        List<?> list = value instanceof Integer ? List.of(value) : value instanceof List<?> color ? color : List.of();
        return list.size() == components && list.stream().allMatch(v -> v instanceof Integer number && number >= 0)
                ? list.stream().map(Integer.class::cast).toList()
                : List.of();
    }

    /** How the pixels were packed where they came from, or null. */
    public @Nullable String compression() {
        return get(InfoKeys.COMPRESSION, String.class);
    }

    /** Whether pixels have alpha, which takes the place of transparent colours. */
    boolean hasAlpha() {
        return alpha;
    }

    /** The info of the image, with EXIF and XMP that agree with it. */
    Map<String, Object> info() {
        return info;
    }
}
