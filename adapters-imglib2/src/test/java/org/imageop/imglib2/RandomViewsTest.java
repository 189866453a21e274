package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.imageop.ImageLike;
import org.imageop.Images;
import org.imageop.StandardImage;
import org.imageop.UnsupportedImageException;
import org.junit.jupiter.api.Test;

/** Whatever ImgLib2's views make of an image, its pixels are those of a RandomAccess, or are refused as missing. */
class RandomViewsTest {
    private static final int CHAINS = 4_000;

    @Test
    void pixelsAreThoseOfARandomAccess() {
        int refused = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            refused += (random.nextBoolean()
                            ? read(random, new UnsignedByteType())
                            : read(random, new UnsignedShortType()))
                    ? 0
                    : 1;
        }
        assertThat(refused).isBetween(CHAINS / 20, CHAINS / 2);
    }

    /** Whether all pixels exist. */
    private static <T extends NativeType<T> & IntegerType<T>> boolean read(SplittableRandom random, T type) {
        RandomAccessibleInterval<T> image = image(random, type);
        int axis = random.nextInt(5) == 0 ? random.nextInt(3) : -1;
        RandomViews views = RandomViews.chain(random, image, axis < 0 ? 2 : 3, false);
        RandomAccessibleInterval<T> view = views.on(image);
        if (axis >= 0 && view.dimension(axis) > 4) {
            return true;
        }
        String name =
                image.getClass().getSimpleName() + " " + Arrays.toString(image.dimensionsAsLongArray()) + ": " + views;
        long[] expected = values(views.strictlyOn(image));
        if (expected == null) {
            assertThatThrownBy(() -> wrap(view, axis), name)
                    .isInstanceOf(UnsupportedImageException.class)
                    .hasMessageContaining("[errors.md#view-beyond-source]");
            return false;
        }
        try {
            ImageLike wrapped = wrap(view, axis);
            Samples.assertSame(wrapped, view, axis);
            Samples.assertSame(StandardImage.from(wrapped), view, axis);
        } catch (RuntimeException e) {
            fail(name, e);
        } catch (AssertionError e) {
            throw new AssertionError(name, e);
        }
        assertThat(values(view)).as(name).isEqualTo(expected);
        return true;
    }

    @Test
    void S9_copiesBetweenViewsOfOneImageAreAsByABuffer() {
        int copied = 0;
        for (int seed = 0; seed < CHAINS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            copied += copy(random, new UnsignedByteType()) ? 1 : 0;
        }
        assertThat(copied).isGreaterThan(CHAINS / 5);
    }

    private static <T extends NativeType<T> & IntegerType<T>> boolean copy(SplittableRandom random, T type) {
        RandomAccessibleInterval<T> image = image(random, type);
        RandomViews from = RandomViews.chain(random, image, 2, false);
        RandomViews to = RandomViews.chain(random, image, 2, true);
        if (values(from.strictlyOn(image)) == null || values(to.strictlyOn(image)) == null) {
            return false;
        }
        long width = Math.min(from.on(image).dimension(0), to.on(image).dimension(0));
        long height = Math.min(from.on(image).dimension(1), to.on(image).dimension(1));
        RandomAccessibleInterval<T> source = cropped(from.on(image), width, height);
        RandomAccessibleInterval<T> target = cropped(to.on(image), width, height);
        String name = image.getClass().getSimpleName() + " " + Arrays.toString(image.dimensionsAsLongArray())
                + ": from " + from + " to " + to;
        try {
            ImageLike written = ImgLib2Images.wrap(target);
            if (written.buffer().readOnly()) {
                return false;
            }
            long[] expected = values(source);

            Images.copy(ImgLib2Images.wrap(source), written);

            assertThat(values(target)).as(name).isEqualTo(expected);
        } catch (RuntimeException e) {
            fail(name, e);
        }
        return true;
    }

    private static <T> RandomAccessibleInterval<T> cropped(RandomAccessibleInterval<T> image, long... sides) {
        return Views.interval(image, Intervals.createMinSize(image.min(0), image.min(1), sides[0], sides[1]));
    }

    private static <T extends NativeType<T> & IntegerType<T>> RandomAccessibleInterval<T> image(
            SplittableRandom random, T type) {
        long[] sides = random.longs(2 + random.nextInt(3), 1, 6).toArray();
        List<RandomAccessibleInterval<T>> kinds = RandomViews.images(type, sides);
        return Samples.noise(kinds.get(random.nextInt(kinds.size())), random.nextLong());
    }

    private static ImageLike wrap(RandomAccessibleInterval<?> image, int axis) {
        if (axis < 0) {
            return ImgLib2Images.wrap(image);
        }
        int depth = image.getType() instanceof UnsignedByteType ? 0 : 1;
        return ImgLib2Images.wrap(image, axis, ComponentAxisTest.MODES[depth][(int) image.dimension(axis) - 1]);
    }

    /** All values in flat order, or null if a pixel does not exist. */
    private static <T extends IntegerType<T>> long[] values(RandomAccessibleInterval<T> image) {
        long[] values = new long[(int) Intervals.numElements(image)];
        try {
            RandomAccess<T> access = image.randomAccess();
            for (int i = 0; i < values.length; i++) {
                long rest = i;
                for (int d = 0; d < image.numDimensions(); d++) {
                    access.setPosition(image.min(d) + rest % image.dimension(d), d);
                    rest /= image.dimension(d);
                }
                values[i] = access.get().getIntegerLong();
            }
        } catch (IndexOutOfBoundsException missing) {
            return null;
        }
        return values;
    }
}
