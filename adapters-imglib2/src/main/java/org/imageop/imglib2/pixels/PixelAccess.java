package org.imageop.imglib2.pixels;

import java.util.Arrays;
import java.util.Objects;
import net.imglib2.RandomAccess;
import net.imglib2.Volatile;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.imageop.Plane;
import org.imageop.imglib2.PixelsNotLoadedException;
import org.imageop.spi.Argb;

/** Turns the pixels of a type into samples of its mode, and samples into pixels, by runs. */
public final class PixelAccess {
    private final PixelType type;

    /** Access to pixels of a type. */
    public PixelAccess(PixelType type) {
        this.type = type;
    }

    /**
     * Reads a run of pixels, moving along one dimension; does not move beyond the last.
     *
     * @param access is at the first pixel
     * @param dimension where to move
     * @param move by how much
     * @param count how many pixels
     * @param samples where the samples go
     * @param at the first position in {@code samples}
     * @param step the distance from one pixel to the next in {@code samples}
     */
    public void read(RandomAccess<?> access, int dimension, long move, int count, int[] samples, int at, int step) {
        for (int i = 0, k = at; i < count; i++, k += step) {
            if (i > 0) {
                access.move(move, dimension);
            }
            Object pixel = present(access);
            switch (type.kind()) {
                case BYTES -> samples[k] = ((UnsignedByteType) pixel).get();
                case SHORTS -> samples[k] = ((UnsignedShortType) pixel).get();
                case INTS -> samples[k] = (int) ((UnsignedIntType) pixel).get();
                case ARGB -> Argb.unpack(((ARGBType) pixel).get(), 4, samples, k);
                case NUMBERS -> samples[k] = range().sample(((RealType<?>) pixel).getRealDouble(), max());
            }
        }
    }

    private Object present(RandomAccess<?> access) {
        Object pixel = access.get();
        if (!type.mayBeMissing()) {
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

    /** Writes a run of pixels; the parameters are as in {@link #read}. */
    public void write(RandomAccess<?> access, int dimension, int count, int[] samples, int at, int step) {
        for (int i = 0, k = at; i < count; i++, k += step) {
            if (i > 0) {
                access.fwd(dimension);
            }
            Object pixel = access.get();
            switch (type.kind()) {
                case BYTES -> ((UnsignedByteType) pixel).set(samples[k]);
                case SHORTS -> ((UnsignedShortType) pixel).set(samples[k]);
                case INTS -> ((UnsignedIntType) pixel).set(samples[k] & 0xffff_ffffL);
                case ARGB -> ((ARGBType) pixel).set(Argb.pack(4, samples, k));
                case NUMBERS -> set((RealType<?>) pixel, range().number(samples[k], max()));
            }
        }
    }

    /** Reads the numbers of a run of pixels; the parameters are those of {@link #write}. */
    public void readNumbers(RandomAccess<?> access, int dimension, int count, double[] numbers, int at, int step) {
        for (int i = 0, k = at; i < count; i++, k += step) {
            if (i > 0) {
                access.fwd(dimension);
            }
            numbers[k] = ((RealType<?>) present(access)).getRealDouble();
        }
    }

    /** Writes the numbers of a run of pixels; the parameters are those of {@link #write}. */
    public void writeNumbers(RandomAccess<?> access, int dimension, int count, double[] numbers, int at, int step) {
        for (int i = 0, k = at; i < count; i++, k += step) {
            if (i > 0) {
                access.fwd(dimension);
            }
            set((RealType<?>) access.get(), numbers[k]);
        }
    }

    private Plane.Range range() {
        return Objects.requireNonNull(type.range(), "numbers have a range");
    }

    private long max() {
        return type.mode().maxValue();
    }

    /** The nearest number that the pixel can hold; whole ones have no NaN, which is black. */
    private void set(RealType<?> pixel, double number) {
        if (!(pixel instanceof IntegerType<?>)) {
            pixel.setReal(number);
            return;
        }
        double real = Double.isNaN(number) ? range().min() : number;
        double held = Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), real));
        // beyond 2^52 a double is whole
        pixel.setReal(Math.abs(held) < 1L << 52 ? Math.round(held) : held);
    }
}
