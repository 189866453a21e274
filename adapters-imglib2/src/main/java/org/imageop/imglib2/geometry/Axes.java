package org.imageop.imglib2.geometry;

import java.util.StringJoiner;
import net.imglib2.Interval;
import org.imageop.UnsupportedImageException;

/**
 * Which dimensions of an interval are columns, rows and components, and how many of each there are.
 *
 * @param x the dimension of the columns
 * @param y the dimension of the rows
 * @param component the dimension of the components, or {@link #NONE}
 * @param min the interval's first position
 * @param width the number of columns
 * @param height the number of rows
 * @param components the number of positions along the component axis, 1 without one
 */
public record Axes(int x, int y, int component, long[] min, int width, int height, int components) {
    /** Stands for the component axis of an image that has none. */
    public static final int NONE = -1;

    /** The axes of an image of two dimensions, or of three of which one is given as the component axis. */
    public static Axes of(Interval image, int component) {
        int n = image.numDimensions();
        if (component == NONE && n == 3) {
            throw new UnsupportedImageException("An ImgLib2 image of " + describe(image)
                    + " has three dimensions, and ImgLib2 does not know which of them holds the components: give it"
                    + " with ImgLib2Images.wrap(image, componentAxis), for example "
                    + (image.dimension(0) <= 4 && image.dimension(2) > 4 ? 0 : 2)
                    + ", or take one plane with Views.hyperSlice(image, axis, position) [errors.md#which-axis]");
        }
        int expected = component == NONE ? 2 : 3;
        if (n != expected) {
            throw new UnsupportedImageException("An ImgLib2 image of " + describe(image) + " has " + n
                    + (n == 1 ? " dimension" : " dimensions") + ", not "
                    + (component == NONE ? "columns and rows" : "columns, rows and a component axis")
                    + "; add or slice dimensions with Views.addDimension or Views.hyperSlice first"
                    + " [errors.md#number-of-dimensions]");
        }
        if (component != NONE && (component < 0 || component >= n)) {
            throw new UnsupportedImageException("An ImgLib2 image of " + describe(image) + " has no dimension "
                    + component + " to hold the components; its dimensions are 0 to 2 [errors.md#no-such-axis]");
        }
        for (int d = 0; d < n; d++) {
            if (image.dimension(d) < 1) {
                throw new UnsupportedImageException("An ImgLib2 image of " + describe(image)
                        + " is empty, and an image has at least one pixel [errors.md#no-pixels]");
            }
            if (image.dimension(d) > Integer.MAX_VALUE) {
                throw new UnsupportedImageException(
                        "An ImgLib2 image of " + describe(image) + " has a side of more than " + Integer.MAX_VALUE
                                + " pixels; take a part of it with Views.interval [errors.md#side-too-long]");
            }
        }
        int x = component == 0 ? 1 : 0;
        int y = component == NONE || component == 2 ? 1 : 2;
        int components = component == NONE ? 1 : (int) image.dimension(component);
        return new Axes(
                x,
                y,
                component,
                image.minAsLongArray(),
                (int) image.dimension(x),
                (int) image.dimension(y),
                components);
    }

    /** The interval's position of a sample. */
    public long[] position(int column, int row, int c) {
        long[] position = min.clone();
        position[x] += column;
        position[y] += row;
        if (component != NONE) {
            position[component] += c;
        }
        return position;
    }

    /** The interval's positions of a run of pixels, in all components. */
    public Box run(int column, int row, int count) {
        return Box.between(position(column, row, 0), position(column + count - 1, row, components - 1));
    }

    /** The sides of an interval, such as {@code 640×480×3}. */
    public static String describe(Interval image) {
        StringJoiner sides = new StringJoiner("×");
        for (int d = 0; d < image.numDimensions(); d++) {
            sides.add(String.valueOf(image.dimension(d)));
        }
        return sides + " pixels";
    }
}
