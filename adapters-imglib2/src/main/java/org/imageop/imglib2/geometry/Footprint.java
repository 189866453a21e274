package org.imageop.imglib2.geometry;

import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.transform.integer.shear.AbstractShearTransform;
import net.imglib2.view.ExtendedRandomAccessibleInterval;
import net.imglib2.view.MixedTransformView;
import net.imglib2.view.StackView;
import net.imglib2.view.SubsampleView;
import net.imglib2.view.TransformedRandomAccessible;
import org.imageop.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * What a view reads: the images at the ends of its chains of views, and the positions there. Unlike {@link ViewPath} it goes
 * through converters and extensions as well. A composite or a pair does not reveal its sources and is an end.
 */
public final class Footprint {
    private Footprint() {}

    /** Is shown what is read. A box is null if nobody knows the positions. */
    public interface Visitor {
        /** A view on the way; false goes no further. */
        default boolean through(RandomAccessible<?> view, @Nullable Box box) {
            return true;
        }

        /** An image that is not a view, or a view that does not reveal its sources. */
        void end(RandomAccessible<?> image, @Nullable Box box);
    }

    /** Visits what is read for a box of an image, each image as often as ways lead to it. */
    public static void visit(RandomAccessible<?> node, @Nullable Box box, Visitor visitor) {
        if (box != null && box.empty()) {
            return;
        }
        RandomAccessible<?> under = ViewPath.identity(node);
        under = under != null ? under : ViewPath.converted(node);
        if (under == null && !isView(node)) {
            visitor.end(node, box);
        } else if (visitor.through(node, box)) {
            if (under != null) {
                visit(under, box, visitor);
            } else if (node instanceof ExtendedRandomAccessibleInterval<?, ?> view) {
                visit(view.getSource(), box == null ? null : Extension.source(view, box), visitor);
            } else if (node instanceof MixedTransformView<?> view) {
                visit(view.getSource(), box == null ? null : box.through(view.getTransformToSource()), visitor);
            } else if (node instanceof TransformedRandomAccessible<?> view) {
                boolean known = box != null && view.getTransformToSource() instanceof AbstractShearTransform;
                Box source = known ? box.through((AbstractShearTransform) view.getTransformToSource()) : null;
                visit(view.getSource(), source, visitor);
            } else if (node instanceof SubsampleView<?> view) {
                visit(view.getSource(), box == null ? null : box.scaled(view.getSteps()), visitor);
            } else if (node instanceof StackView<?> view) {
                stack(view, box, visitor);
            }
        }
    }

    /** Whether pixels are values that a converter computes. */
    public static boolean isConverter(RandomAccessible<?> node) {
        return ViewPath.converted(node) != null;
    }

    private static boolean isView(RandomAccessible<?> node) {
        return node instanceof ExtendedRandomAccessibleInterval<?, ?>
                || node instanceof TransformedRandomAccessible<?>
                || node instanceof SubsampleView<?>
                || node instanceof StackView<?>;
    }

    private static void stack(StackView<?> view, @Nullable Box box, Visitor visitor) {
        if (box == null) {
            view.getSourceSlices().forEach(slice -> visit(slice, null, visitor));
            return;
        }
        int last = view.numDimensions() - 1;
        long end = Math.min(box.high()[last], view.max(last));
        for (long z = box.within(view).low()[last]; z <= end; z += box.step()[last]) {
            visit(view.getSourceSlices().get((int) z), box.slice(), visitor);
        }
    }

    /**
     * Checks that all pixels exist. ImgLib2 does not check an interval against its source; what lies outside would be
     * some other pixel.
     *
     * @throws UnsupportedImageException if one does not
     */
    static void checkExists(RandomAccessibleInterval<?> image) {
        Box all = Box.of(image);
        String missing = missing(image, all);
        // a box around what is folded or sheared has more than the view reads, but a box of one pixel has not
        if (missing != null && lacks(image, all)) {
            throw new UnsupportedImageException("A view of " + Axes.describe(image) + " covers " + missing
                    + "; crop it, or extend the source with Views.extendZero or a similar method"
                    + " [errors.md#view-beyond-source]");
        }
    }

    private static boolean lacks(RandomAccessibleInterval<?> image, Box box) {
        return missing(image, box) != null
                && (box.size() == 1 || box.halves().stream().anyMatch(half -> lacks(image, half)));
    }

    /** What a box covers of a source that does not have it, or null. */
    private static @Nullable String missing(RandomAccessibleInterval<?> image, Box box) {
        Missing missing = new Missing();
        visit(image, box, missing);
        return missing.found;
    }

    private static final class Missing implements Visitor {
        private @Nullable String found;

        @Override
        public boolean through(RandomAccessible<?> view, @Nullable Box box) {
            if (view instanceof StackView<?> stack && box != null) {
                check(stack, box, stack.numDimensions() - 1);
            }
            return found == null;
        }

        @Override
        public void end(RandomAccessible<?> source, @Nullable Box box) {
            if (source instanceof Interval bounds && box != null) {
                for (int d = 0; d < source.numDimensions(); d++) {
                    check(bounds, box, d);
                }
            }
        }

        private void check(Interval source, Box box, int d) {
            if (found == null && (box.low()[d] < source.min(d) || box.high()[d] > source.max(d))) {
                found = "the positions " + box.low()[d] + " to " + box.high()[d] + " of dimension " + d
                        + " of its source, which has " + source.min(d) + " to " + source.max(d);
            }
        }
    }
}
