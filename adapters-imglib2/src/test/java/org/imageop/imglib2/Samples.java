package org.imageop.imglib2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import org.imageop.ImageLike;

/** ImgLib2's own view of pixels: the oracle. */
final class Samples {
    private Samples() {}

    /** The components of a pixel as ImgLib2 has it, one but for ARGBType. */
    static int[] of(Object pixel) {
        if (pixel instanceof ARGBType argb) {
            int v = argb.get();
            return new int[] {ARGBType.red(v), ARGBType.green(v), ARGBType.blue(v), ARGBType.alpha(v)};
        }
        return new int[] {(int) ((IntegerType<?>) pixel).getIntegerLong()};
    }

    static void set(Object pixel, int... samples) {
        if (pixel instanceof ARGBType argb) {
            argb.set(ARGBType.rgba(samples[0], samples[1], samples[2], samples[3]));
        } else {
            ((IntegerType<?>) pixel).setInteger(Integer.toUnsignedLong(samples[0]));
        }
    }

    /** Fills an image with noise. */
    static <T, I extends RandomAccessibleInterval<T>> I noise(I image, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cursor<T> cursor = image.cursor();
        while (cursor.hasNext()) {
            T pixel = cursor.next();
            if (pixel instanceof ARGBType argb) {
                argb.set(random.nextInt());
            } else {
                IntegerType<?> number = (IntegerType<?>) pixel;
                number.setInteger(random.nextLong(1L << Math.min(32, number.getBitsPerPixel())));
            }
        }
        return image;
    }

    /** The pixel of an ImgLib2 image at the column, row and component, by its own minimum. */
    static int[] at(RandomAccessibleInterval<?> image, int axis, int x, int y) {
        return at(image.randomAccess(), image, axis, x, y);
    }

    private static int[] at(RandomAccess<?> access, RandomAccessibleInterval<?> image, int axis, int x, int y) {
        long[] min = image.minAsLongArray();
        if (axis < 0) {
            access.setPosition(new long[] {min[0] + x, min[1] + y});
            return of(access.get());
        }
        int[] pixel = new int[(int) image.dimension(axis)];
        for (int c = 0; c < pixel.length; c++) {
            access.setPosition(position(min, axis, x, y, c));
            pixel[c] = of(access.get())[0];
        }
        return pixel;
    }

    static long[] position(long[] min, int axis, int x, int y, int c) {
        long[] at = new long[3];
        int next = 0;
        for (int d = 0; d < 3; d++) {
            at[d] = min[d] + (d == axis ? c : next++ == 0 ? x : y);
        }
        return at;
    }

    static void set(RandomAccessibleInterval<?> image, int axis, int x, int y, int... samples) {
        RandomAccess<?> access = image.randomAccess();
        long[] min = image.minAsLongArray();
        if (axis < 0) {
            access.setPosition(new long[] {min[0] + x, min[1] + y});
            set(access.get(), samples);
            return;
        }
        for (int c = 0; c < samples.length; c++) {
            access.setPosition(position(min, axis, x, y, c));
            set(access.get(), samples[c]);
        }
    }

    /** Each pixel of the image is the one that ImgLib2 sees. */
    static void assertSame(ImageLike image, RandomAccessibleInterval<?> expected, int axis) {
        int[] sides = new int[2];
        for (int d = 0, next = 0; d < expected.numDimensions(); d++) {
            if (d != axis) {
                sides[next++] = (int) expected.dimension(d);
            }
        }
        assertThat(image.width()).isEqualTo(sides[0]);
        assertThat(image.height()).isEqualTo(sides[1]);
        RandomAccess<?> access = expected.randomAccess();
        for (int y = 0; y < sides[1]; y++) {
            for (int x = 0; x < sides[0]; x++) {
                assertThat(image.get(x, y).value())
                        .as("pixel %d, %d", x, y)
                        .isEqualTo(at(access, expected, axis, x, y));
            }
        }
    }

    /** Every sample of an image in flat order, to see what else a write has changed. */
    static int[][] all(RandomAccessibleInterval<?> image) {
        int[][] all = new int[(int) image.size()][];
        Cursor<?> cursor = image.cursor();
        for (int i = 0; i < all.length; i++) {
            all[i] = of(cursor.next());
        }
        return all;
    }

    static int differences(int[][] before, int[][] after) {
        int count = 0;
        for (int i = 0; i < before.length; i++) {
            count += Arrays.equals(before[i], after[i]) ? 0 : 1;
        }
        return count;
    }

    /**
     * Writing either side shows on the other, and nothing beside the pixel changes in the root.
     *
     * @param root all the memory under the view
     */
    static void assertShared(
            ImageLike image, RandomAccessibleInterval<?> view, int axis, RandomAccessibleInterval<?> root) {
        int x = image.width() / 3;
        int y = image.height() - 1;
        int[] changed =
                Arrays.stream(image.get(x, y).value()).map(v -> v ^ 0x55).toArray();
        int[][] before = all(root);

        image.set(x, y, changed);

        assertThat(at(view, axis, x, y)).isEqualTo(changed);
        assertThat(differences(before, all(root)))
                .as("samples changed in memory")
                .isEqualTo(axis < 0 ? 1 : changed.length);
        int[] again = Arrays.stream(changed).map(v -> v ^ 0x0f).toArray();
        set(view, axis, 0, 0, again);
        assertThat(image.get(0, 0).value()).isEqualTo(again);
    }
}
