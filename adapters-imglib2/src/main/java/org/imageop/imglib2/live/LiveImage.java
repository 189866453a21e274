package org.imageop.imglib2.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.imglib2.AbstractInterval;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.ByteAccess;
import net.imglib2.img.basictypeaccess.DoubleAccess;
import net.imglib2.img.basictypeaccess.FloatAccess;
import net.imglib2.img.basictypeaccess.IntAccess;
import net.imglib2.img.basictypeaccess.ShortAccess;
import org.imageop.ImageLike;
import org.imageop.ImageSize;
import org.imageop.Images;
import org.imageop.Mode;
import org.imageop.Plane;
import org.imageop.imglib2.geometry.Axes;
import org.jspecify.annotations.Nullable;

/**
 * An image of the protocol as an ImgLib2 image where no ImgLib2 memory describes it: each pixel is read from the image, and
 * written to it, when it is asked for. A RandomAccess belongs to one thread; each thread may have its own.
 *
 * @param <T> the pixel type, whose value lies behind a {@link Sampler}
 */
public final class LiveImage<T> extends AbstractInterval implements RandomAccessibleInterval<T> {
    /** The values at positions of the image. */
    interface Values {
        /** The value at a position, in the lowest bits. */
        int get(long[] position, int[] scratch);

        /** Changes the value at a position. */
        void set(long[] position, int value, int[] scratch);

        /** The value at a position as a number, fractions included. */
        default double number(long[] position) {
            return get(position, new int[4]);
        }

        /** Changes the number at a position. */
        default void number(long[] position, double number) {
            set(position, (int) number, new int[4]);
        }

        /** Whether {@link #set} throws. */
        boolean readOnly();
    }

    private final ImageLike image;
    private final int componentAxis;
    private final Values values;
    private final Function<Sampler<T>, T> pixel;
    private final T type;

    /**
     * An image of zero minimum.
     *
     * @param image what is shown
     * @param componentAxis the dimension of its components, or {@link Axes#NONE}
     * @param values its values
     * @param pixel makes a pixel whose value lies behind a sampler
     * @param type a pixel with a value of its own
     */
    LiveImage(ImageLike image, int componentAxis, Values values, Function<Sampler<T>, T> pixel, T type) {
        this(image, componentAxis, last(image, componentAxis), values, pixel, type);
    }

    private LiveImage(
            ImageLike image, int componentAxis, long[] last, Values values, Function<Sampler<T>, T> pixel, T type) {
        super(new long[last.length], last, false);
        this.image = image;
        this.componentAxis = componentAxis;
        this.values = values;
        this.pixel = pixel;
        this.type = type;
    }

    private static long[] last(ImageLike image, int componentAxis) {
        ImageSize size = image.size();
        List<Long> last = new ArrayList<>(List.of(size.width() - 1L, size.height() - 1L));
        if (componentAxis != Axes.NONE) {
            last.add(componentAxis, image.mode().components() - 1L);
        }
        return last.stream().mapToLong(Long::longValue).toArray();
    }

    /** The image that is shown. */
    public ImageLike image() {
        return image;
    }

    /** Whether pixels of a mode, with components along a dimension, are the image's own. */
    public boolean shows(Mode mode, int axis) {
        return mode == image.mode() && axis == componentAxis;
    }

    /** Whether pixels are the numbers of the image itself, which knows its mode and range, and no other is wanted. */
    public boolean showsNumbers(@Nullable Mode mode, int axis, Plane.@Nullable Range range) {
        return values instanceof NumberValues
                && axis == componentAxis
                && (mode == null || mode == image.mode())
                && (range == null || Images.rows(image).ranges().stream().allMatch(range::equals));
    }

    /** Whether no pixel can be written. */
    public boolean readOnly() {
        return values.readOnly();
    }

    @Override
    public T getType() {
        return type;
    }

    @Override
    public RandomAccess<T> randomAccess() {
        return new Sampler<>(this, new long[n]);
    }

    @Override
    public RandomAccess<T> randomAccess(Interval interval) {
        return randomAccess();
    }

    /** A position, and the value that is there. */
    static final class Sampler<T> extends Point implements RandomAccess<T> {
        private final LiveImage<T> image;
        private final T pixel;
        private final int[] scratch = new int[4];

        Sampler(LiveImage<T> image, long[] position) {
            super(position);
            this.image = image;
            this.pixel = image.pixel.apply(this);
        }

        @Override
        public T get() {
            return pixel;
        }

        @Override
        public T getType() {
            return pixel;
        }

        @Override
        public Sampler<T> copy() {
            return new Sampler<>(image, position);
        }

        private int value() {
            check();
            return image.values.get(position, scratch);
        }

        private void value(int value) {
            check();
            image.values.set(position, value, scratch);
        }

        private double number() {
            check();
            return image.values.number(position);
        }

        private void number(double number) {
            check();
            image.values.number(position, number);
        }

        private void check() {
            for (int d = 0; d < n; d++) {
                if (position[d] < 0 || position[d] > image.max[d]) {
                    throw new IndexOutOfBoundsException(
                            "Position " + this + " is not within an image of " + Axes.describe(image)
                                    + "; extend it with Views.extendZero or a similar method [errors.md#position-outside]");
                }
            }
        }
    }

    /** The value at a sampler, as the storage of an 8-bit pixel. */
    record Bytes(Sampler<?> at) implements ByteAccess {
        @Override
        public byte getValue(int index) {
            return (byte) at.value();
        }

        @Override
        public void setValue(int index, byte value) {
            at.value(value & 0xff);
        }
    }

    /** The value at a sampler, as the storage of a 16-bit pixel. */
    record Shorts(Sampler<?> at) implements ShortAccess {
        @Override
        public short getValue(int index) {
            return (short) at.value();
        }

        @Override
        public void setValue(int index, short value) {
            at.value(value & 0xffff);
        }
    }

    /** The value at a sampler, as the storage of a 32-bit pixel. */
    record Ints(Sampler<?> at) implements IntAccess {
        @Override
        public int getValue(int index) {
            return at.value();
        }

        @Override
        public void setValue(int index, int value) {
            at.value(value);
        }
    }

    /** The number at a sampler, as the storage of a floating-point pixel. */
    record Floats(Sampler<?> at) implements FloatAccess {
        @Override
        public float getValue(int index) {
            return (float) at.number();
        }

        @Override
        public void setValue(int index, float value) {
            at.number(value);
        }
    }

    /** The number at a sampler, as the storage of a pixel of double precision. */
    record Doubles(Sampler<?> at) implements DoubleAccess {
        @Override
        public double getValue(int index) {
            return at.number();
        }

        @Override
        public void setValue(int index, double value) {
            at.number(value);
        }
    }
}
