package org.imageop.imglib2.exporting;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.nio.ByteBufferAccess;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.img.basictypeaccess.nio.IntBufferAccess;
import net.imglib2.img.basictypeaccess.nio.ShortBufferAccess;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.view.MixedTransformView;
import net.imglib2.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * Memory with strides as an ArrayImg and views on it. ImgLib2 knows no strides; but an ArrayImg whose sides are
 * the quotients of the strides has them, and a transform puts its dimensions in order, starts at the offset and
 * runs backwards where a stride is negative.
 */
final class StridedImg {
    /** One axis: how many positions, how far apart, as seen from its lowest address. */
    private record Run(int axis, long count, long stride, boolean backwards) {}

    /** What elements are; floats are what they are. */
    private enum Elements {
        UNSIGNED,
        SIGNED,
        ARGB
    }

    private final Buffer memory;
    private final boolean asArray;
    private final Elements elements;
    private final List<Run> axes;

    private StridedImg(Buffer memory, boolean asArray, Elements elements, List<Run> axes) {
        this.memory = memory;
        this.asArray = asArray;
        this.elements = elements;
        this.axes = axes;
    }

    /**
     * Samples or numbers at the elements {@code offset + Σ position·stride} of a buffer.
     *
     * @param signed whether whole numbers have a sign
     * @return an ArrayImg if the elements lie one after the other from the array's first on, else a view of
     *     one; null if no view expresses the strides
     */
    static @Nullable RandomAccessibleInterval<?> samples(
            Buffer memory, boolean signed, long offset, long[] sides, long[] strides) {
        return of(memory, signed ? Elements.SIGNED : Elements.UNSIGNED, offset, sides, strides);
    }

    /** ARGB pixels at such elements. */
    static @Nullable RandomAccessibleInterval<?> argb(IntBuffer memory, long offset, long[] sides, long[] strides) {
        return of(memory, Elements.ARGB, offset, sides, strides);
    }

    private static @Nullable RandomAccessibleInterval<?> of(
            Buffer memory, Elements elements, long offset, long[] sides, long[] strides) {
        List<Run> axes = new ArrayList<>();
        long low = offset;
        for (int i = 0; i < sides.length; i++) {
            boolean backwards = strides[i] < 0 && sides[i] > 1;
            low += backwards ? (sides[i] - 1) * strides[i] : 0;
            axes.add(new Run(i, sides[i], Math.abs(strides[i]), backwards));
        }
        // ImgLib2 wraps whole arrays
        boolean array = memory.hasArray();
        long first = low + (array ? memory.arrayOffset() : 0);
        RandomAccessibleInterval<?> image = new StridedImg(memory, array, elements, axes).view(first);
        if (image == null && first > 0) {
            // from its own start on, a rectangle crosses the end of no line
            Buffer start = memory.duplicate().position((int) low).slice();
            image = new StridedImg(start, false, elements, axes).view(0);
        }
        return image;
    }

    private @Nullable RandomAccessibleInterval<?> view(long first) {
        if (contiguous() && first == 0) {
            return image(axes.stream().mapToLong(Run::count).toArray());
        }
        List<Run> sorted = axes.stream()
                .filter(run -> run.count > 1)
                .sorted(Comparator.comparingLong(Run::stride))
                .toList();
        RandomAccessibleInterval<?> digits = digits(first, sorted);
        return digits == null && axes.size() == 2 && sorted.size() == 2
                ? thinned(first, sorted.get(0), sorted.get(1))
                : digits;
    }

    private boolean contiguous() {
        long next = 1;
        for (Run run : axes) {
            if (run.count > 1 && (run.stride != next || run.backwards)) {
                return false;
            }
            next *= run.count;
        }
        return true;
    }

    /** Each stride divides the next: the axes are digits of the element's index. */
    private @Nullable RandomAccessibleInterval<?> digits(long first, List<Run> sorted) {
        List<Long> sides = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        long unit = sorted.isEmpty() ? 1 : sorted.get(0).stride;
        if (unit == 0) {
            return null;
        }
        if (unit > 1) {
            sides.add(unit);
            starts.add(first % unit);
            runs.add(null);
        }
        for (int i = 0; i < sorted.size(); i++) {
            Run run = sorted.get(i);
            boolean last = i == sorted.size() - 1;
            long index = first / run.stride;
            long side = last ? index + run.count : sorted.get(i + 1).stride / run.stride;
            if (!last && sorted.get(i + 1).stride % run.stride != 0 || !last && index % side + run.count > side) {
                return null;
            }
            sides.add(side);
            starts.add(last ? index : index % side);
            runs.add(run);
        }
        for (Run run : axes) {
            if (run.count == 1) {
                boolean only = sides.isEmpty();
                sides.add(only ? first + 1 : 1);
                starts.add(only ? first : 0);
                runs.add(run);
            }
        }
        long[] dimensions = sides.stream().mapToLong(Long::longValue).toArray();
        if (tooLarge(dimensions)) {
            return null;
        }
        return Views.interval(
                new MixedTransformView<>(image(dimensions), transform(starts, runs)),
                new FinalInterval(axes.stream().mapToLong(Run::count).toArray()));
    }

    private MixedTransform transform(List<Long> starts, List<@Nullable Run> runs) {
        int n = runs.size();
        MixedTransform transform = new MixedTransform(axes.size(), n);
        long[] translation = new long[n];
        int[] mapping = new int[n];
        boolean[] inverted = new boolean[n];
        boolean[] fixed = new boolean[n];
        for (int d = 0; d < n; d++) {
            Run run = runs.get(d);
            fixed[d] = run == null;
            mapping[d] = run == null ? 0 : run.axis;
            inverted[d] = run != null && run.backwards;
            translation[d] = starts.get(d) + (inverted[d] ? run.count - 1 : 0);
        }
        transform.setTranslation(translation);
        transform.setComponentMapping(mapping);
        transform.setComponentInversion(inverted);
        transform.setComponentZero(fixed);
        return transform;
    }

    /** Lines that are not a multiple of the pixel, because of padding: every so many elements of each line. */
    private @Nullable RandomAccessibleInterval<?> thinned(long first, Run inner, Run outer) {
        long column = first % outer.stride;
        long row = first / outer.stride;
        long width = (inner.count - 1) * inner.stride + 1;
        long[] dimensions = {outer.stride, row + outer.count};
        if (column + width > outer.stride || tooLarge(dimensions)) {
            return null;
        }
        RandomAccessibleInterval<?> lines = Views.interval(
                image(dimensions), new long[] {column, row}, new long[] {column + width - 1, row + outer.count - 1});
        RandomAccessibleInterval<?> image = Views.subsample(lines, inner.stride, 1);
        if (inner.axis == 1) {
            image = Views.permute(image, 0, 1);
        }
        for (Run run : axes) {
            image = run.backwards ? Views.zeroMin(Views.invertAxis(image, run.axis)) : image;
        }
        return image;
    }

    /** Whether an ArrayImg cannot count its pixels; the last line need not be there in full. */
    private static boolean tooLarge(long[] dimensions) {
        return IntStream.range(0, dimensions.length)
                        .mapToDouble(d -> dimensions[d])
                        .reduce(1, (a, b) -> a * b)
                > Integer.MAX_VALUE;
    }

    private ArrayImg<?, ?> image(long[] sides) {
        if (memory instanceof ByteBuffer bytes) {
            return bytes(bytes, sides);
        } else if (memory instanceof ShortBuffer shorts) {
            return shorts(shorts, sides);
        } else if (memory instanceof IntBuffer ints) {
            return ints(ints, sides);
        }
        FloatBuffer floats = (FloatBuffer) memory;
        return asArray
                ? ArrayImgs.floats(floats.array(), sides)
                : ArrayImgs.floats(new FloatBufferAccess(floats, true), sides);
    }

    private ArrayImg<?, ?> bytes(ByteBuffer bytes, long[] sides) {
        if (elements == Elements.SIGNED) {
            return asArray
                    ? ArrayImgs.bytes(bytes.array(), sides)
                    : ArrayImgs.bytes(new ByteBufferAccess(bytes, true), sides);
        }
        return asArray
                ? ArrayImgs.unsignedBytes(bytes.array(), sides)
                : ArrayImgs.unsignedBytes(new ByteBufferAccess(bytes, true), sides);
    }

    private ArrayImg<?, ?> shorts(ShortBuffer shorts, long[] sides) {
        if (elements == Elements.SIGNED) {
            return asArray
                    ? ArrayImgs.shorts(shorts.array(), sides)
                    : ArrayImgs.shorts(new ShortBufferAccess(shorts, true), sides);
        }
        return asArray
                ? ArrayImgs.unsignedShorts(shorts.array(), sides)
                : ArrayImgs.unsignedShorts(new ShortBufferAccess(shorts, true), sides);
    }

    private ArrayImg<?, ?> ints(IntBuffer ints, long[] sides) {
        return switch (elements) {
            case ARGB ->
                asArray
                        ? ArrayImgs.argbs(ints.array(), sides)
                        : ArrayImgs.argbs(new IntBufferAccess(ints, true), sides);
            case SIGNED ->
                asArray ? ArrayImgs.ints(ints.array(), sides) : ArrayImgs.ints(new IntBufferAccess(ints, true), sides);
            case UNSIGNED ->
                asArray
                        ? ArrayImgs.unsignedInts(ints.array(), sides)
                        : ArrayImgs.unsignedInts(new IntBufferAccess(ints, true), sides);
        };
    }
}
