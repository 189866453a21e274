package org.imageop;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PrimitiveIterator;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.memory.SampleCodec;
import org.imageop.internal.operations.ImageAccess;
import org.jspecify.annotations.Nullable;

/**
 * A live view of one pixel of a non-planar image: reading reads the image, writing changes it (P-85).
 *
 * <p>Every call that gives a pixel gives a new object that stays on its pixel. Two pixels are equal only if
 * they are the same object (AMB-15); compare their {@link #value()}. A component is an {@code int} from 0 to
 * the mode's largest value; in {@link Mode#L32} it is the raw 32 bits, and {@link #getLong} reads it as the
 * unsigned number that it is. As safe for several threads as the image's memory.
 */
public final class Pixel implements Iterable<Integer> {
    private final Mode mode;
    private final int x;
    private final int y;
    private final @Nullable PixelLayout layout;
    private final @Nullable SampleRows rows;

    private Pixel(Mode mode, int x, int y, @Nullable PixelLayout layout, @Nullable SampleRows rows) {
        this.mode = mode;
        this.x = x;
        this.y = y;
        this.layout = layout;
        this.rows = rows;
    }

    /**
     * The pixel of an image at a column and row (P-48).
     *
     * @param image a non-planar image
     * @param x the column, 0 to width − 1
     * @param y the row, 0 to height − 1
     * @return a live view
     * @throws IndexOutOfBoundsException if there is no such pixel (P-58)
     * @throws UnsupportedOperationException if the image is planar (P-44)
     */
    public static Pixel of(ImageLike image, int x, int y) {
        Checks.pixels(image.mode());
        ImageSize size = image.size();
        if (x < 0 || x >= size.width() || y < 0 || y >= size.height()) {
            throw new IndexOutOfBoundsException(
                    "There is no pixel (" + x + ", " + y + ") in a " + size.width() + "×" + size.height()
                            + " image; indices count from 0, negative positions belong to Slice"
                            + " [errors.md#no-such-index]");
        }
        PixelLayout layout = ImageAccess.layout(image);
        // premultiplied samples depend on alpha, so they go the way of whole pixels
        boolean single = layout != null && layout.alpha() != AlphaType.PREMULTIPLIED;
        // made in one place, a pixel costs no memory in a loop
        return new Pixel(
                image.mode(), x, y, single ? layout : null, single ? null : ImageAccess.rows(image, 0, layout));
    }

    /**
     * The mode of the pixel's image (P-79).
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The number of components (P-82).
     *
     * @return {@code mode().components()}
     */
    public int length() {
        return mode.components();
    }

    /**
     * A component (P-83).
     *
     * @param component its index
     * @return its value; in L32 the raw bits
     * @throws IndexOutOfBoundsException if there is no such component
     */
    public int get(int component) {
        checkComponent(component);
        if (layout != null) {
            return SampleCodec.get(layout.field(component), mode.bitsPerComponent(), x, y);
        }
        return read(Objects.requireNonNull(rows), mode, x, y)[component];
    }

    /**
     * A component as an unsigned number, which differs from {@link #get(int)} in L32 alone.
     *
     * @param component its index
     * @return its value, 0 to {@code mode().maxValue()}
     * @throws IndexOutOfBoundsException if there is no such component
     */
    public long getLong(int component) {
        return get(component) & mode.maxValue();
    }

    /**
     * Selected components (P-83).
     *
     * @param components which ones; may select none
     * @return a new array
     */
    public int[] get(Slice components) {
        Slice.Selection selection = components.on(mode.components());
        int[] values = new int[(int) selection.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get((int) selection.at(i));
        }
        return values;
    }

    /**
     * Changes a component (P-84).
     *
     * @param component its index
     * @param value 0 to the mode's largest value; in L32 any 32 bits
     * @throws IndexOutOfBoundsException if there is no such component
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void set(int component, int value) {
        checkComponent(component);
        Checks.value(mode, component, value);
        if (layout != null) {
            checkWritable(layout.readOnly());
            SampleCodec.set(layout.field(component), mode.bitsPerComponent(), x, y, value);
        } else {
            int[] values = value();
            values[component] = value;
            write(values);
        }
    }

    /**
     * Changes selected components (P-84).
     *
     * @param components which ones
     * @param values as many values as are selected
     * @throws IllegalArgumentException if the numbers differ or a value is out of range; nothing is changed
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void set(Slice components, int... values) {
        Slice.Selection selection = components.on(mode.components());
        if (selection.count() != values.length) {
            throw new IllegalArgumentException(
                    "[" + components + "] selects " + selection.count() + " of the components " + mode.componentNames()
                            + " and takes as many values, not " + values.length + " [errors.md#number-of-values]");
        }
        for (int i = 0; i < values.length; i++) {
            Checks.value(mode, (int) selection.at(i), values[i]);
        }
        if (layout != null) {
            checkWritable(layout.readOnly());
            // one by one: the others may be another thread's (T-3)
            for (int i = 0; i < values.length; i++) {
                set((int) selection.at(i), values[i]);
            }
        } else {
            int[] all = value();
            for (int i = 0; i < values.length; i++) {
                all[(int) selection.at(i)] = values[i];
            }
            write(all);
        }
    }

    /**
     * All components (P-80).
     *
     * @return a new array in component order
     */
    public int[] value() {
        if (layout == null) {
            return read(Objects.requireNonNull(rows), mode, x, y);
        }
        int[] values = new int[mode.components()];
        for (int c = 0; c < values.length; c++) {
            values[c] = SampleCodec.get(layout.field(c), mode.bitsPerComponent(), x, y);
        }
        return values;
    }

    private static int[] read(SampleRows rows, Mode mode, int x, int y) {
        int[] values = new int[mode.components()];
        rows.read(x, y, 1, values, 0);
        return values;
    }

    /**
     * Changes all components (P-80).
     *
     * @param values one for each component
     * @throws IllegalArgumentException if there are more or fewer, or one is out of range; nothing is changed
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void value(int[] values) {
        Checks.color(mode, values);
        write(values);
    }

    /**
     * Changes all components (P-80). With at least one value, so that languages without static types do not take it for
     * {@link #value()}.
     *
     * @param first the first component's value
     * @param others the other components' values
     * @throws IllegalArgumentException if there are more or fewer, or one is out of range; nothing is changed
     * @throws ReadOnlyImageException if the image is read-only
     */
    public void value(int first, int... others) {
        int[] values = new int[others.length + 1];
        values[0] = first;
        System.arraycopy(others, 0, values, 1, others.length);
        value(values);
    }

    private void write(int[] values) {
        if (layout != null) {
            checkWritable(layout.readOnly());
            for (int c = 0; c < values.length; c++) {
                SampleCodec.set(layout.field(c), mode.bitsPerComponent(), x, y, values[c]);
            }
        } else {
            SampleRows target = Objects.requireNonNull(rows);
            checkWritable(target.readOnly());
            target.write(x, y, 1, values, 0);
        }
    }

    private void checkComponent(int component) {
        if (component < 0 || component >= mode.components()) {
            throw new IndexOutOfBoundsException("There is no component " + component + " in a pixel of " + mode
                    + ", which has " + mode.componentNames()
                    + "; indices count from 0, negative positions belong to Slice [errors.md#no-such-index]");
        }
    }

    private void checkWritable(boolean readOnly) {
        if (readOnly) {
            throw new ReadOnlyImageException("The pixel (" + x + ", " + y
                    + ") is read-only; copy the image with StandardImage.from to change it [errors.md#read-only]");
        }
    }

    /** The components' values in order (P-82), each read when {@code next} is called. */
    @Override
    public PrimitiveIterator.OfInt iterator() {
        return new PrimitiveIterator.OfInt() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < mode.components();
            }

            @Override
            public int nextInt() {
                if (!hasNext()) {
                    throw new NoSuchElementException("There is no next component, the pixel has " + mode.components()
                            + "; ask hasNext() first [errors.md#no-more-elements]");
                }
                return get(next++);
            }
        };
    }

    /**
     * The grey component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int l() {
        return get(mode.componentIndex('l'));
    }

    /**
     * Changes the grey component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void l(int value) {
        set(mode.componentIndex('l'), value);
    }

    /**
     * The red component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int r() {
        return get(mode.componentIndex('r'));
    }

    /**
     * Changes the red component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void r(int value) {
        set(mode.componentIndex('r'), value);
    }

    /**
     * The green component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int g() {
        return get(mode.componentIndex('g'));
    }

    /**
     * Changes the green component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void g(int value) {
        set(mode.componentIndex('g'), value);
    }

    /**
     * The blue component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int b() {
        return get(mode.componentIndex('b'));
    }

    /**
     * Changes the blue component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void b(int value) {
        set(mode.componentIndex('b'), value);
    }

    /**
     * The alpha component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int a() {
        return get(mode.componentIndex('a'));
    }

    /**
     * Changes the alpha component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void a(int value) {
        set(mode.componentIndex('a'), value);
    }

    /**
     * The cyan component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int c() {
        return get(mode.componentIndex('c'));
    }

    /**
     * Changes the cyan component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void c(int value) {
        set(mode.componentIndex('c'), value);
    }

    /**
     * The magenta component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int m() {
        return get(mode.componentIndex('m'));
    }

    /**
     * Changes the magenta component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void m(int value) {
        set(mode.componentIndex('m'), value);
    }

    /**
     * The yellow component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int y() {
        return get(mode.componentIndex('y'));
    }

    /**
     * Changes the yellow component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void y(int value) {
        set(mode.componentIndex('y'), value);
    }

    /**
     * The black component (P-81).
     *
     * @return its value
     * @throws UnsupportedOperationException if the mode has none
     */
    public int k() {
        return get(mode.componentIndex('k'));
    }

    /**
     * Changes the black component (P-81).
     *
     * @param value 0 to the mode's largest value
     * @throws UnsupportedOperationException if the mode has none
     * @throws IllegalArgumentException if the value is out of range (AMB-7)
     */
    public void k(int value) {
        set(mode.componentIndex('k'), value);
    }

    @Override
    public String toString() {
        return mode + " pixel (" + x + ", " + y + ") = " + Arrays.toString(value());
    }
}
