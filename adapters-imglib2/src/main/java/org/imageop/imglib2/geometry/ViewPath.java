package org.imageop.imglib2.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.AbstractConvertedRandomAccessible;
import net.imglib2.converter.AbstractConvertedRandomAccessibleInterval;
import net.imglib2.img.WrappedImg;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.view.ExtendedRandomAccessibleInterval;
import net.imglib2.view.IntervalView;
import net.imglib2.view.IterableRandomAccessibleInterval;
import net.imglib2.view.MixedTransformView;
import net.imglib2.view.StackView;
import net.imglib2.view.SubsampleView;
import net.imglib2.view.fluent.RandomAccessibleView;
import org.jspecify.annotations.Nullable;

/**
 * The way of one component through a chain of views to the image below: column x, row y of the component is the source's
 * position {@code origin + x·across + y·down}.
 *
 * <p>It goes through the views that ImgLib2 itself looks through: intervals, translations, rotations, permutations,
 * inverted axes, hyperslices, subsampling, stacks, and their fluent and iterable wrappers. It ends at the first node that
 * is none of these, which may be memory, cells, a converter or an extension.
 *
 * @param source the node where the chain of views ends
 * @param origin the position of column 0, row 0
 * @param across from one column to the next
 * @param down from one row to the next
 */
public record ViewPath(RandomAccessible<?> source, long[] origin, long[] across, long[] down) {

    /** Follows the planes of an image to where their views end. */
    public static List<ViewPath> of(RandomAccessibleInterval<?> image, Axes axes) {
        Footprint.checkExists(image);
        List<ViewPath> paths = new ArrayList<>(axes.components());
        for (int c = 0; c < axes.components(); c++) {
            paths.add(of(image, axes, c));
        }
        return paths;
    }

    private static ViewPath of(RandomAccessibleInterval<?> image, Axes axes, int component) {
        long[] across = new long[image.numDimensions()];
        long[] down = new long[image.numDimensions()];
        across[axes.x()] = 1;
        down[axes.y()] = 1;
        return new ViewPath(image, axes.position(0, 0, component), across, down).descend();
    }

    private ViewPath descend() {
        ViewPath path = this;
        for (ViewPath next = path.step(); next != null; next = path.step()) {
            path = next;
        }
        return path;
    }

    /** The same plane under the converter that is the source. */
    public ViewPath beneathConverter() {
        RandomAccessible<?> under = Objects.requireNonNull(converted(source), "the source is a converter");
        return new ViewPath(under, origin, across, down).descend();
    }

    /** What a converter converts, at the same positions, or null if it is not a converter. */
    static @Nullable RandomAccessible<?> converted(RandomAccessible<?> node) {
        if (node instanceof AbstractConvertedRandomAccessibleInterval<?, ?> converted) {
            return converted.getSource();
        } else if (node instanceof AbstractConvertedRandomAccessible<?, ?> converted) {
            return converted.getSource();
        }
        return null;
    }

    /** One view further, or null if the source is not a view of known geometry. */
    private @Nullable ViewPath step() {
        RandomAccessible<?> same = identity(source);
        if (same != null) {
            return new ViewPath(same, origin, across, down);
        } else if (source instanceof MixedTransformView<?> view) {
            MixedTransform t = view.getTransformToSource();
            return new ViewPath(view.getSource(), map(t, origin, true), map(t, across, false), map(t, down, false));
        } else if (source instanceof SubsampleView<?> view) {
            long[] steps = view.getSteps();
            return new ViewPath(view.getSource(), scale(steps, origin), scale(steps, across), scale(steps, down));
        } else if (source instanceof StackView<?> view) {
            int last = origin.length - 1;
            return across[last] != 0 || down[last] != 0
                    ? null
                    : new ViewPath(
                            view.getSourceSlices().get((int) origin[last]),
                            Arrays.copyOf(origin, last),
                            Arrays.copyOf(across, last),
                            Arrays.copyOf(down, last));
        }
        return null;
    }

    /** What a view shows with the same values at the same positions, or null if it is not such a view. */
    static @Nullable RandomAccessible<?> identity(RandomAccessible<?> node) {
        if (node instanceof IntervalView<?> view) {
            return view.getSource();
        } else if (node instanceof IterableRandomAccessibleInterval<?> view) {
            return view.getSource();
        } else if (node instanceof RandomAccessibleView<?, ?> view) {
            return view.delegate();
        } else if (node instanceof WrappedImg<?> view) {
            return view.getImg();
        } else if (node instanceof ConcurrentView<?> view) {
            return view.source();
        }
        return null;
    }

    private static long[] map(MixedTransform t, long[] v, boolean position) {
        long[] mapped = new long[t.numTargetDimensions()];
        for (int d = 0; d < mapped.length; d++) {
            long moved = t.getComponentZero(d) ? 0 : v[t.getComponentMapping(d)];
            mapped[d] = (position ? t.getTranslation(d) : 0) + (t.getComponentInversion(d) ? -moved : moved);
        }
        return mapped;
    }

    private static long[] scale(long[] steps, long[] v) {
        long[] scaled = new long[v.length];
        for (int d = 0; d < v.length; d++) {
            scaled[d] = steps[d] * v[d];
        }
        return scaled;
    }

    /** The one dimension of the source that columns move along, or −1 if there is not exactly one. */
    public int rowDimension() {
        int dimension = -1;
        for (int d = 0; d < across.length; d++) {
            if (across[d] != 0) {
                if (dimension >= 0) {
                    return -1;
                }
                dimension = d;
            }
        }
        return dimension;
    }

    /** The source's position of a column and row. */
    public long[] position(long column, long row) {
        long[] position = new long[origin.length];
        for (int d = 0; d < position.length; d++) {
            position[d] = origin[d] + column * across[d] + row * down[d];
        }
        return position;
    }

    /**
     * Whether ImgLib2's blocks are right for the views under the source, as a converter or an extension has them. They cut
     * translations beyond ints off, and divide by zero where a single pixel is mirrored.
     */
    public boolean blocksAreRight() {
        long reach = 0;
        for (RandomAccessible<?> node = source; node != null; ) {
            RandomAccessible<?> next = identity(node);
            if (node instanceof MixedTransformView<?> view) {
                for (int d = 0; d < view.getTransformToSource().numTargetDimensions(); d++) {
                    long translation = view.getTransformToSource().getTranslation(d);
                    reach += Math.min(Integer.MAX_VALUE, Math.abs(translation));
                }
                next = view.getSource();
            } else if (node instanceof ExtendedRandomAccessibleInterval<?, ?> extended) {
                if (Extension.mirrorsOnePixel(extended)) {
                    return false;
                }
                next = extended.getSource();
            }
            node = next != null ? next : converted(node);
        }
        return reach < Integer.MAX_VALUE;
    }
}
