package org.imageop.imglib2;

import java.util.Arrays;
import net.imglib2.RandomAccess;
import net.imglib2.Volatile;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** How the pixels of an ImgLib2 type become samples of a mode, and the reverse. */
final class PixelType {
    enum Kind {
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
        this.bits = bits(pixel);
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
    static PixelType of(@Nullable Object pixel, Axes axes, @Nullable Mode wanted, Plane.@Nullable Range range) {
        boolean mayBeMissing = pixel instanceof Volatile<?>;
        Object value = pixel instanceof Volatile<?> v ? v.get() : pixel;
        Kind kind = range == null ? kind(value) : rangedKind(value);
        Mode mode = mode(kind, value, axes, wanted);
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
                    + " do not say which numbers are black and white: give their range with"
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
                + " ARGBType, their volatile kin, and with a value range every RealType. Convert others with"
                + " net.imglib2.converter.Converters [errors.md#no-such-pixel-type]");
    }

    private static Mode mode(Kind kind, Object value, Axes axes, @Nullable Mode wanted) {
        int components = kind == Kind.ARGB ? 4 : axes.components();
        if (kind == Kind.ARGB && axes.component() != Axes.NONE) {
            throw new UnsupportedImageException(
                    "A pixel of ARGBType has all components, but dimension " + axes.component()
                            + " was given as component axis; take one plane with Views.hyperSlice"
                            + " [errors.md#argb-with-axis]");
        }
        if (components > 4) {
            throw new UnsupportedImageException("Dimension " + axes.component() + " has " + components
                    + " positions, but no mode has more than 4 components; is it the component axis? Select some"
                    + " with Views.interval [errors.md#too-many-components]");
        }
        int bits = bits(value);
        if (wanted == null) {
            if (bits == 32 && components > 1) {
                if (kind == Kind.INTS) {
                    throw new UnsupportedImageException("No mode has " + components
                            + " components of 32 bits, as pixels of UnsignedIntType have; give the range of values"
                            + " to scale to 16 bits with ImgLib2Images.wrap(image, componentAxis, range)"
                            + " [errors.md#components-too-deep]");
                }
                bits = 16;
            }
            return usual(bits, components);
        }
        if (wanted.planar() || wanted.components() != components) {
            throw new UnsupportedImageException("An image of mode " + wanted + " cannot stand on " + components
                    + (components == 1 ? " component" : " components") + " of equal size; wrap it as "
                    + usual(Math.min(bits, components == 1 ? 32 : 16), components)
                    + " and convert it with StandardImage.from [errors.md#mode-does-not-fit]");
        }
        if (kind != Kind.NUMBERS && wanted.bitsPerComponent() != bits) {
            throw new UnsupportedImageException(wanted + " has components of " + wanted.bitsPerComponent()
                    + " bits, but pixels of " + name(value) + " have " + bits
                    + "; give a value range to scale them, or convert with StandardImage.from"
                    + " [errors.md#mode-does-not-fit]");
        }
        return wanted;
    }

    private static Mode usual(int bits, int components) {
        return switch (components) {
            case 1 -> bits == 8 ? Mode.L : bits == 16 ? Mode.L16 : Mode.L32;
            case 2 -> bits == 8 ? Mode.LA : Mode.LA32;
            case 3 -> bits == 8 ? Mode.RGB : Mode.RGB48;
            default -> bits == 8 ? Mode.RGBA : Mode.RGBA64;
        };
    }

    /** The bits of the narrowest component that holds a value. */
    private static int bits(Object value) {
        if (value instanceof ARGBType) {
            return 8;
        }
        int bits = ((RealType<?>) value).getBitsPerPixel();
        return bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
    }

    private static String name(@Nullable Object value) {
        return value == null ? "no type" : value.getClass().getSimpleName();
    }

    Kind kind() {
        return kind;
    }

    Mode mode() {
        return mode;
    }

    Plane.@Nullable Range range() {
        return range;
    }

    /** The class of a pixel, or of what a volatile pixel holds. */
    Class<?> type() {
        return type;
    }

    /** Whether a pixel's value is an element of an array as it is; a subclass may see it otherwise. */
    boolean plain() {
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
    boolean packedBits() {
        return packedBits;
    }

    /** Whether a pixel says of itself that it is not there yet. */
    boolean mayBeMissing() {
        return mayBeMissing;
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " as " + mode + (range == null ? "" : ", " + range) + ", " + bits + " bits";
    }

    /**
     * Reads a run of pixels, moving along one dimension; does not move beyond the last.
     *
     * @param access stands on the first pixel
     * @param dimension where to move
     * @param move by how much
     * @param count how many pixels
     * @param samples where the samples go
     * @param at the first position in {@code samples}
     * @param step the distance from one pixel to the next in {@code samples}
     */
    void read(RandomAccess<?> access, int dimension, long move, int count, int[] samples, int at, int step) {
        for (int i = 0, k = at; i < count; i++, k += step) {
            if (i > 0) {
                access.move(move, dimension);
            }
            Object pixel = present(access);
            switch (kind) {
                case BYTES -> samples[k] = ((UnsignedByteType) pixel).get();
                case SHORTS -> samples[k] = ((UnsignedShortType) pixel).get();
                case INTS -> samples[k] = (int) ((UnsignedIntType) pixel).get();
                case ARGB -> unpack(((ARGBType) pixel).get(), samples, k);
                case NUMBERS -> samples[k] = sample(((RealType<?>) pixel).getRealDouble());
            }
        }
    }

    private Object present(RandomAccess<?> access) {
        Object pixel = access.get();
        if (!mayBeMissing) {
            return pixel;
        }
        Volatile<?> holder = (Volatile<?>) pixel;
        if (!holder.isValid()) {
            throw new PixelsNotLoadedException("The pixel at " + Arrays.toString(access.positionAsLongArray())
                    + " of a volatile image is not valid yet; read it again later, or wrap the image itself, which"
                    + " waits for its pixels, in place of its volatile view [errors.md#pixels-not-loaded]");
        }
        return holder.get();
    }

    /** Writes a run of pixels; the parameters are those of {@link #read}. */
    void write(RandomAccess<?> access, int dimension, int count, int[] samples, int at, int step) {
        for (int i = 0, k = at; i < count; i++, k += step) {
            if (i > 0) {
                access.fwd(dimension);
            }
            Object pixel = access.get();
            switch (kind) {
                case BYTES -> ((UnsignedByteType) pixel).set(samples[k]);
                case SHORTS -> ((UnsignedShortType) pixel).set(samples[k]);
                case INTS -> ((UnsignedIntType) pixel).set(samples[k] & 0xffff_ffffL);
                case ARGB -> ((ARGBType) pixel).set(pack(samples, k));
                case NUMBERS -> number(samples[k], (RealType<?>) pixel);
            }
        }
    }

    /** Spreads red, green, blue and alpha. */
    static void unpack(int argb, int[] samples, int at) {
        samples[at] = argb >> 16 & 0xff;
        samples[at + 1] = argb >> 8 & 0xff;
        samples[at + 2] = argb & 0xff;
        samples[at + 3] = argb >>> 24;
    }

    /** Joins red, green, blue and alpha. */
    static int pack(int[] samples, int at) {
        return samples[at + 3] << 24 | samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
    }

    /** The component's value of a number, by the same rule as {@link Plane#ranged}. */
    private int sample(double number) {
        double scaled = (number - range.min()) / (range.max() - range.min()) * mode.maxValue();
        // Math.round turns NaN into 0
        return (int) Math.max(0, Math.min(mode.maxValue(), Math.round(scaled)));
    }

    private void number(int sample, RealType<?> pixel) {
        double number =
                range.min() + (sample & mode.maxValue()) / (double) mode.maxValue() * (range.max() - range.min());
        number = Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), number));
        // beyond 2^52 a double is whole
        boolean round = pixel instanceof IntegerType<?> && Math.abs(number) < 1L << 52;
        pixel.setReal(round ? Math.round(number) : number);
    }
}
