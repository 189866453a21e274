package org.imageop;

/**
 * The well-known keys of {@link ImageLike#info()}, spelled as in Pillow, and the Java types of their values.
 *
 * <p>The protocol does not interpret them (P-25); readers of files set them and writers honour them where the
 * format can. Values are immutable, except byte arrays, which are the image's own.
 */
public final class InfoKeys {
    private InfoKeys() {}

    /** Pixels per inch, horizontally and vertically: a {@code List<Double>} of two. */
    public static final String DPI = "dpi";

    /** The ICC profile of the colours: a {@code byte[]}. */
    public static final String ICC_PROFILE = "icc_profile";

    /** EXIF data, beginning with a TIFF header, without the JPEG prefix: a {@code byte[]}. */
    public static final String EXIF = "exif";

    /** The XMP packet: a {@code byte[]}. */
    public static final String XMP = "xmp";

    /** The IPTC-IIM block of agencies' captions and credits: a {@code byte[]}. */
    public static final String IPTC = "iptc";

    /** A comment: a {@code String}. */
    public static final String COMMENT = "comment";

    /**
     * Text entries: a {@code Map<String, String>} from keywords to texts. Keywords are those of PNG, such as {@code "Title"},
     * {@code "Author"}, {@code "Description"}, {@code "Copyright"} and {@code "Software"}. A comment is not among them.
     */
    public static final String TEXT = "text";

    /** The encoding gamma, such as 0.45455: a {@code Double}. */
    public static final String GAMMA = "gamma";

    /** The CIE x and y of white, red, green and blue, in this order: a {@code List<Double>} of eight. */
    public static final String CHROMATICITY = "chromaticity";

    /** The EXIF orientation, 1 to 8: an {@code Integer}; {@link Views#orient} applies it. */
    public static final String ORIENTATION = "orientation";

    /** How the pixels were packed in the file that the image was read from, such as {@code "tiff_lzw"}: a {@code String}. */
    public static final String COMPRESSION = "compression";

    /** The transparent colours: a palette index or a grey ({@code Integer}), alphas ({@code byte[]}) or a colour ({@code List<Integer>}). */
    public static final String TRANSPARENCY = "transparency";

    /** The background: a palette index or a grey ({@code Integer}) or a colour ({@code List<Integer>}). */
    public static final String BACKGROUND = "background";

    /** The colours of an image that was made of indices: an {@link ImagePalette}. */
    public static final String PALETTE = "palette";

    /** How long a frame is shown, in milliseconds: a {@code Double}. */
    public static final String DURATION = "duration";

    /** How often an animation is played, 0 for ever: an {@code Integer}. */
    public static final String LOOP = "loop";

    /** What the image lacks although its file has or should have it, in words: a {@code List<String>}. */
    public static final String MISSING = "missing";

    /** The name of the file format that the image was read from, such as {@code "PNG"}: a {@code String}. */
    public static final String FORMAT = "format";
}
