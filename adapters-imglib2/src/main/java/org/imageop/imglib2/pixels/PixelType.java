package org.imageop.imglib2.pixels;

import net.imglib2.Volatile;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.imageop.imglib2.geometry.Axes;
import org.jspecify.annotations.Nullable;

/** What the pixels of an ImgLib2 image are, and of which mode an image of the protocol on them is. */
public final class PixelType {
    /** What a pixel is. */
    public enum Kind {
        BYTES,
        SHORTS,
        INTS,
        ARGB,
        NUMBERS
    }

    private final Kind kind;
    private final Class<?> type;
    private final int bits;
    private final boolean packedBits;
    private final boolean mayBeMissing;
    private final Plane.@Nullable Range range;
    private final Mode mode;

    private PixelType(Kind kind, Object pixel, boolean mayBeMissing, Plane.@Nullable Range range, Mode mode) {
        this.kind = kind;
        this.type = pixel.getClass();
        this.bits = ModeChoice.bits(pixel);
        this.packedBits =
                pixel instanceof NativeType<?> n && n.getEntitiesPerPixel().getRatio() != 1;
        this.mayBeMissing = mayBeMissing;
        this.range = range;
        this.mode = mode;
    }

    /**
     * Finds the mode for a type, or checks the one that is wanted.
     *
     * @param pixel any pixel of the image
     * @param axes the image's axes
     * @param wanted the mode that was asked for, or null
     * @param range the numbers that are black and white, or null for types that need none
     */
    public static PixelType of(@Nullable Object pixel, Axes axes, @Nullable Mode wanted, Plane.@Nullable Range range) {
        boolean mayBeMissing = pixel instanceof Volatile<?>;
        Object value = pixel instanceof Volatile<?> v ? v.get() : pixel;
        Kind kind = range == null ? kind(value) : rangedKind(value);
        Mode mode = ModeChoice.of(kind, value, axes, wanted);
        return new PixelType(kind, value, mayBeMissing, range, mode);
    }

    private static Kind kind(@Nullable Object value) {
        // volatile types hold subclasses
        if (value instanceof UnsignedByteType) {
            return Kind.BYTES;
        } else if (value instanceof UnsignedShortType) {
            return Kind.SHORTS;
        } else if (value instanceof UnsignedIntType) {
            return Kind.INTS;
        } else if (value instanceof ARGBType) {
            return Kind.ARGB;
        } else if (value instanceof RealType<?>) {
            throw new UnsupportedImageException("Pixels of " + name(value)
                    + " have no fixed black and white; give their range with"
                    + " ImgLib2Images.wrap(image, new Plane.Range(min, max)) [errors.md#range-needed]");
        }
        throw unknown(value);
    }

    private static Kind rangedKind(@Nullable Object value) {
        if (value instanceof RealType<?>) {
            return Kind.NUMBERS;
        } else if (value instanceof ARGBType) {
            throw new UnsupportedImageException(
                    "Pixels of ARGBType are colours, not numbers, and take no value range; wrap the image without"
                            + " one [errors.md#range-of-colours]");
        }
        throw unknown(value);
    }

    private static UnsupportedImageException unknown(@Nullable Object value) {
        return new UnsupportedImageException("Pixels of " + name(value)
                + " are not known as samples; known are UnsignedByteType, UnsignedShortType, UnsignedIntType,"
                + " ARGBType, their volatile variants, and with a value range every RealType. Convert others with"
                + " net.imglib2.converter.Converters [errors.md#no-such-pixel-type]");
    }

    static String name(@Nullable Object value) {
        return value == null ? "no type" : value.getClass().getSimpleName();
    }

    /** What a pixel is. */
    public Kind kind() {
        return kind;
    }

    /** The mode of an image of such pixels. */
    public Mode mode() {
        return mode;
    }

    /** The numbers that are black and white; null for types that need none. */
    public Plane.@Nullable Range range() {
        return range;
    }

    /** The class of a pixel, or of what a volatile pixel holds. */
    public Class<?> type() {
        return type;
    }

    /** Whether a pixel's value is an element of an array as it is; a subclass may see it otherwise. */
    public boolean plain() {
        return !mayBeMissing
                && !packedBits
                && switch (kind) {
                    case BYTES -> type == UnsignedByteType.class;
                    case SHORTS -> type == UnsignedShortType.class;
                    case INTS -> type == UnsignedIntType.class;
                    case ARGB -> type == ARGBType.class;
                    case NUMBERS -> true;
                };
    }

    /** Whether several pixels share an element of memory, so that two threads cannot write neighbours. */
    public boolean packedBits() {
        return packedBits;
    }

    /** Whether a pixel knows that it is not there yet. */
    public boolean mayBeMissing() {
        return mayBeMissing;
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " as " + mode + (range == null ? "" : ", " + range) + ", " + bits + " bits";
    }
}
