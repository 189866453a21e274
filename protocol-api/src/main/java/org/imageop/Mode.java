package org.imageop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The format of an image's pixels: how many components, of how many bits, in which order.
 *
 * <p>There are exactly thirteen (P-1); palettes and components of fewer than 8 bits do not exist here (P-4).
 * A trailing number in a name is the average number of bits per pixel, a name without one means one byte per
 * component (P-5). Alpha 0 is fully transparent, the largest value is opaque, and colours are straight: not
 * multiplied by alpha (P-14). Components wider than 8 bits lie in memory in native byte order (P-22).
 *
 * <p>Values are immutable and safe for use by several threads.
 */
public enum Mode {
    /** Greyscale, 8 bits. */
    L(ColorFamily.GREY, 8, false),
    /** Greyscale, 16 bits. */
    L16(ColorFamily.GREY, 16, false),
    /** Greyscale, 32 bits, unsigned; its PIL-compatible {@linkplain #value() value} is {@code "I"}. */
    L32(ColorFamily.GREY, 32, false),
    /** Greyscale with alpha, 8 bits each. */
    LA(ColorFamily.GREY, 8, true),
    /** Greyscale with alpha, 16 bits each. */
    LA32(ColorFamily.GREY, 16, true),
    /** Red, green, blue, 8 bits each. */
    RGB(ColorFamily.RGB, 8, false),
    /** Red, green, blue, 16 bits each. */
    RGB48(ColorFamily.RGB, 16, false),
    /** Red, green, blue, alpha, 8 bits each. */
    RGBA(ColorFamily.RGB, 8, true),
    /** Red, green, blue, alpha, 16 bits each. */
    RGBA64(ColorFamily.RGB, 16, true),
    /** Planar luma and 2×2 subsampled chroma in BT.601 studio range (Y 16–235, Cr and Cb 16–240). */
    YV12(ColorFamily.YCBCR, 8, false),
    /** Planar luma and 2×2 subsampled chroma in the full range of JPEG/JFIF. */
    JPEG_YV12(ColorFamily.YCBCR, 8, false),
    /** Cyan, magenta, yellow, black, 8 bits each; the largest value is full ink. */
    CMYK(ColorFamily.CMYK, 8, false),
    /** Cyan, magenta, yellow, black, 16 bits each; the largest value is full ink. */
    CMYK64(ColorFamily.CMYK, 16, false);

    /** All thirteen modes (P-1); unmodifiable. */
    public static final Set<Mode> MODES = Collections.unmodifiableSet(EnumSet.allOf(Mode.class));

    /**
     * How many pixels share one sample of a component, horizontally and vertically (P-9).
     *
     * @param x the horizontal divisor, 1 or 2
     * @param y the vertical divisor, 1 or 2
     */
    public record Subsampling(int x, int y) {
        // by hand: the support of records in Java 17 keeps the class that it compared last, and so its class loader

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Subsampling o && x == o.x && y == o.y;
        }

        @Override
        public int hashCode() {
            return 31 * x + y;
        }
    }

    /**
     * The valid values of a component, both ends included (P-11).
     *
     * @param min the smallest valid value
     * @param max the largest valid value
     */
    public record Interval(long min, long max) {}

    private final ColorFamily family;
    private final int bits;
    private final boolean alpha;
    private final List<String> names;
    private final boolean planar;
    private final List<Subsampling> subsampling;
    private final List<Interval> intervals;

    /** One more than the index of the component with a name of one letter, or 0; found without comparing strings. */
    private final byte[] letters = new byte['z' - 'a' + 1];

    Mode(ColorFamily family, int bits, boolean alpha) {
        this.family = family;
        this.bits = bits;
        this.alpha = alpha;
        this.names = alpha ? plusAlpha(family.componentNames()) : family.componentNames();
        for (int c = 0; c < names.size(); c++) {
            if (names.get(c).length() == 1) {
                letters[names.get(c).charAt(0) - 'a'] = (byte) (c + 1);
            }
        }
        this.planar = family == ColorFamily.YCBCR;
        Subsampling whole = new Subsampling(1, 1);
        Subsampling quarter = new Subsampling(2, 2);
        this.subsampling = planar ? List.of(whole, quarter, quarter) : Collections.nCopies(names.size(), whole);
        this.intervals = name().equals("YV12")
                ? List.of(new Interval(16, 235), new Interval(16, 240), new Interval(16, 240))
                : Collections.nCopies(names.size(), new Interval(0, (1L << bits) - 1));
    }

    private static List<String> plusAlpha(List<String> colors) {
        List<String> names = new ArrayList<>(colors);
        names.add("a");
        return List.copyOf(names);
    }

    /**
     * Finds a mode by its name or its {@linkplain #value() PEP 368 value}.
     *
     * @param name {@code "RGB"}, {@code "L16"}, {@code "I"} ...; case matters, as it does in the PEP
     * @return the mode
     * @throws IllegalArgumentException if there is no such mode; the message lists them all
     */
    public static Mode of(String name) {
        for (Mode mode : values()) {
            if (mode.name().equals(name) || mode.value().equals(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "No mode is called \"" + name + "\"; the modes are " + MODES + " [errors.md#no-such-mode]");
    }

    /**
     * Finds a mode by what it holds.
     *
     * @param family the kind of colours; {@link ColorFamily#YCBCR} finds {@link #JPEG_YV12}, whose range is full
     * @param bits the bits of a component: 8, 16 or 32
     * @param alpha whether the last component is alpha
     * @return the mode
     * @throws IllegalArgumentException if there is no such mode
     */
    public static Mode of(ColorFamily family, int bits, boolean alpha) {
        Mode found = null;
        for (Mode mode : values()) {
            if (mode.family == family && mode.bits == bits && mode.hasAlpha() == alpha) {
                found = mode;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("No mode has " + family + " colors of " + bits + " bits "
                    + (alpha ? "with" : "without") + " alpha; the modes are " + MODES + " [errors.md#no-such-mode]");
        }
        return found;
    }

    /**
     * The kind of colours.
     *
     * @return the family; alpha and depth play no part
     */
    public ColorFamily family() {
        return family;
    }

    /**
     * The mode of the same colours and alpha in another depth.
     *
     * @param bits the bits of a component: 8, 16 or 32
     * @return this mode if it has that depth
     * @throws IllegalArgumentException if there is no such mode
     */
    public Mode withBits(int bits) {
        return bits == this.bits ? this : of(family, bits, hasAlpha());
    }

    /**
     * The mode of the same colours and depth with alpha.
     *
     * @return this mode if it has alpha
     * @throws IllegalArgumentException if there is no such mode: only grey and RGB of 8 and 16 bits have one
     */
    public Mode withAlpha() {
        return hasAlpha() ? this : of(family, bits, true);
    }

    /**
     * The mode of the same colours and depth without alpha.
     *
     * @return this mode if it has no alpha
     */
    public Mode withoutAlpha() {
        return hasAlpha() ? of(family, bits, false) : this;
    }

    /**
     * The mode of one component of an image of this mode.
     *
     * @return L, L16 or L32
     */
    public Mode componentMode() {
        return of(ColorFamily.GREY, bits, false);
    }

    /**
     * The mode among some that keeps most of an image of this mode: first its alpha, then its colours, then its depth.
     * RGB can show all greys, so RGBA keeps more of grey with alpha than grey without alpha does. Of modes that keep as
     * much the smallest is taken.
     *
     * @param modes the modes to choose from
     * @return one of {@code modes}, this mode if it is among them
     * @throws IllegalArgumentException if {@code modes} is empty
     */
    public Mode nearestIn(Set<Mode> modes) {
        if (modes.contains(this)) {
            return this;
        }
        return modes.stream()
                .min(Comparator.<Mode, Boolean>comparing(m -> hasAlpha() && !m.hasAlpha())
                        .thenComparing(m -> m.colors() == colors() ? 0 : m.colors() > 1 ? 1 : 2)
                        .thenComparing(m -> m.hasAlpha() && !hasAlpha())
                        // as many bits as there are, and of modes with enough bits the one with fewest
                        .thenComparing(m -> -Math.min(m.bits, bits))
                        .thenComparing(m -> m.components() * m.bits))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no mode to choose from that is near " + this + " [errors.md#no-such-mode]"));
    }

    /** Components without alpha: 1 grey, 3 RGB and YCbCr, 4 CMYK. */
    private int colors() {
        return components() - (hasAlpha() ? 1 : 0);
    }

    /**
     * The string that the PEP's mode object equals (P-13): the name, except for {@link #L32}, which is
     * {@code "I"}.
     *
     * @return the PEP 368 string value
     */
    public String value() {
        return this == L32 ? "I" : name();
    }

    /**
     * The number of components of a pixel (P-6).
     *
     * @return 1 to 4
     */
    public int components() {
        return names.size();
    }

    /**
     * The components' names in storage order (P-6); {@code y} is luma in the planar modes and yellow in the
     * CMYK modes.
     *
     * @return an unmodifiable list of lower-case names
     */
    public List<String> componentNames() {
        return names;
    }

    /**
     * The width of a component (P-6).
     *
     * @return 8, 16 or 32
     */
    public int bitsPerComponent() {
        return bits;
    }

    /**
     * The size of a pixel in the buffer (P-7).
     *
     * @return components × bits / 8
     * @throws UnsupportedOperationException if this mode is planar: its pixels share chroma samples (AMB-8)
     */
    public int bytesPerPixel() {
        if (planar) {
            throw new UnsupportedOperationException(
                    this + " is planar: its pixels share chroma samples, so none has a size of its own; use"
                            + " length(width, height) for the whole buffer [errors.md#planar-pixel-size]");
        }
        return components() * bits / 8;
    }

    /**
     * Whether components lie in planes of their own, with subsampled chroma (P-8).
     *
     * @return true for {@link #YV12} and {@link #JPEG_YV12}
     */
    public boolean planar() {
        return planar;
    }

    /**
     * For each component the divisors of its plane's width and height (P-9).
     *
     * @return an unmodifiable list in component order
     */
    public List<Subsampling> subsampling() {
        return subsampling;
    }

    /**
     * What an image's width must be a multiple of (P-10).
     *
     * @return 2 for planar modes, else 1
     */
    public int xDivisor() {
        return planar ? 2 : 1;
    }

    /**
     * What an image's height must be a multiple of (P-10).
     *
     * @return 2 for planar modes, else 1
     */
    public int yDivisor() {
        return planar ? 2 : 1;
    }

    /**
     * For each component its valid values (P-11, P-16). Only {@code YV12} has values that can be stored and
     * are not valid.
     *
     * @return an unmodifiable list in component order
     */
    public List<Interval> intervals() {
        return intervals;
    }

    /**
     * The largest value that can be stored in a component: 255, 65535 or 4294967295.
     *
     * @return 2<sup>bits</sup> − 1
     */
    public long maxValue() {
        return (1L << bits) - 1;
    }

    /**
     * Whether the last component is alpha.
     *
     * @return true for LA, LA32, RGBA and RGBA64
     */
    public boolean hasAlpha() {
        return alpha;
    }

    /**
     * The position of a component.
     *
     * @param name a component's name, such as {@code "r"}
     * @return its index in {@link #componentNames()}
     * @throws UnsupportedOperationException if this mode has no such component (P-6)
     */
    public int componentIndex(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new UnsupportedOperationException(this + " has no component \"" + name + "\"; its components are "
                    + names + " [errors.md#no-such-component]");
        }
        return index;
    }

    /** The position of the component with that name of one letter; as {@link #componentIndex}, for inner loops. */
    int componentIndex(char letter) {
        int place = letters[letter - 'a'];
        return place > 0 ? place - 1 : componentIndex(String.valueOf(letter));
    }

    /**
     * The number of bytes in the buffer of an image of this mode (P-12).
     *
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @return the length in bytes
     * @throws IllegalArgumentException if a side is less than 1 or not a multiple of this mode's divisor
     *     (P-10, AMB-4), or if the length exceeds a {@code long}
     */
    public long length(int width, int height) {
        checkSize(width, height);
        long pixels = (long) width * height;
        if (planar) {
            return pixels + pixels / 2;
        }
        try {
            return Math.multiplyExact(pixels, (long) bytesPerPixel());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "An image of mode " + this + " and the size " + width + "×" + height
                            + " has more bytes than a long can count; work on parts of it [errors.md#image-too-large]",
                    e);
        }
    }

    /**
     * The number of bytes in the buffer of an image of this mode (P-12).
     *
     * @param size the image's size in pixels
     * @return the length in bytes
     * @throws IllegalArgumentException as {@link #length(int, int)}
     */
    public long length(ImageSize size) {
        return length(size.width(), size.height());
    }

    /**
     * Real black, opaque. The buffer of a new planar image is all 16s or all 0s (P-68), which is a dark
     * green; fill it with this to get black (AMB-5).
     *
     * @return one value per component; a new array
     */
    public int[] black() {
        int max = (int) maxValue();
        int[] black = new int[components()];
        switch (family) {
            case YCBCR -> {
                black[0] = (int) intervals.get(0).min();
                black[1] = 128;
                black[2] = 128;
            }
            case CMYK -> black[3] = max;
            case GREY, RGB -> {
                if (alpha) {
                    black[black.length - 1] = max;
                }
            }
        }
        return black;
    }

    /**
     * The size of a component's plane in an image of this mode.
     *
     * @param component the component's index
     * @param width the image's width in pixels, valid for this mode
     * @param height the image's height in pixels, valid for this mode
     * @return the image's size, or half its sides for chroma
     */
    public ImageSize planeSize(int component, int width, int height) {
        Subsampling s = subsampling.get(component);
        return new ImageSize(width / s.x(), height / s.y());
    }

    /**
     * Checks that an image of this mode can have a size (P-10, P-18).
     *
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @throws IllegalArgumentException if a side is less than 1 or not a multiple of this mode's divisor
     */
    public void checkSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("An image of mode " + this + " cannot be " + width + "×" + height
                    + ": both sides must be at least 1 [errors.md#size-below-one]");
        }
        if (width % xDivisor() != 0 || height % yDivisor() != 0) {
            throw new IllegalArgumentException("An image of mode " + this + " cannot be " + width + "×" + height
                    + ": both sides must be even, because 2×2 pixels share a chroma sample; crop or resize first"
                    + " [errors.md#odd-size]");
        }
    }
}
