package org.imageop;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.imageop.internal.arrangement.Placement;
import org.imageop.internal.arrangement.Recognition;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.memory.Aliasing;
import org.imageop.internal.memory.Bounds;
import org.imageop.internal.memory.Field;
import org.imageop.internal.memory.OwnBuffers;
import org.imageop.internal.rows.PlaneRows;
import org.imageop.internal.views.Selection;
import org.jspecify.annotations.Nullable;

/**
 * How an image lies in memory: mode, size, alpha type and one {@link Plane} for each component.
 *
 * <p>A layout is immutable and shares the memory it describes; it is what an adapter of a
 * memory-backed image class writes, and everything else follows from it. Crops, flips, rotations and single
 * components are layouts too, on the same memory, and cost nothing.
 *
 * <pre>{@code
 * // blue, green, red bytes, rows padded to a multiple of 4
 * var bytes = ByteBuffer.wrap(array);
 * var layout = PixelLayout.of(Mode.RGB, width, height, AlphaType.OPAQUE,
 *     Plane.of(bytes, 2, 3, stride), Plane.of(bytes, 1, 3, stride), Plane.of(bytes, 0, 3, stride));
 * ImageLike image = StandardImage.wrap(layout);
 * }</pre>
 *
 * <p>Several threads may read one layout at once. Writing is as safe as writing the memory itself: distinct
 * elements may be written by distinct threads.
 */
public final class PixelLayout {
    private final Mode mode;
    private final ImageSize size;
    private final AlphaType alpha;

    /** Where the components lie. */
    private final Field[] fields;

    private final boolean readOnly;

    /** A layout that is known to be possible. */
    private PixelLayout(Mode mode, ImageSize size, AlphaType alpha, Field[] fields, boolean readOnly) {
        this.mode = mode;
        this.size = size;
        this.alpha = alpha;
        this.fields = fields;
        this.readOnly = readOnly;
    }

    /**
     * Describes an image in memory.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param planes one for each component, in the mode's order; in planar modes the chroma planes have half
     *     the sides
     * @return the layout
     * @throws IllegalArgumentException if the mode cannot have that size, if the number of planes or the alpha
     *     type does not fit the mode, if a plane has more bits than the mode's components, or if a sample
     *     would lie outside its buffer
     */
    public static PixelLayout of(Mode mode, int width, int height, AlphaType alpha, Plane... planes) {
        Field[] fields = new Field[planes.length];
        for (int c = 0; c < planes.length; c++) {
            fields[c] = planes[c].field();
        }
        return of(mode, width, height, alpha, OwnBuffers.of(fields));
    }

    /**
     * Describes an image that lies in memory in the PEP's own order (P-15, P-20), straight, from the buffer's
     * position on.
     *
     * @param mode the image's mode
     * @param width its width in pixels
     * @param height its height in pixels
     * @param memory elements as wide as the mode's components, or bytes, which are then read in the buffer's
     *     byte order (the PEP's is {@link ByteOrder#nativeOrder()}, P-22); at least as many as needed
     * @return the layout
     * @throws IllegalArgumentException if the mode cannot have that size, or the buffer is of another kind or
     *     too small
     */
    public static PixelLayout of(Mode mode, int width, int height, Buffer memory) {
        mode.checkSize(width, height);
        return of(mode, width, height, usualAlpha(mode), Placement.canonical(mode, width, height, memory));
    }

    /**
     * Describes pixels whose components are neighbouring elements, in any order: {@code "BGR"}, {@code "RGBA"}, {@code
     * "XRGB"}. Alpha is straight.
     *
     * @param mode a non-planar mode
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order a letter for each element of a pixel, X for one that is not used; see {@link Arrangement}
     * @param memory elements as wide as the mode's components, or bytes, which are then read in the buffer's byte order
     * @param offset the element where the first pixel begins, counted from the buffer's index 0
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode, or as {@link #of(Mode, int, int, AlphaType,
     *     Plane...)}
     */
    public static PixelLayout interleaved(
            Mode mode, int width, int height, String order, Buffer memory, long offset, long lineStride) {
        return interleaved(mode, width, height, order, usualAlpha(mode), memory, offset, lineStride);
    }

    /**
     * Describes pixels whose components are neighbouring elements, with a given alpha type.
     *
     * @param mode a non-planar mode
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order a letter for each element of a pixel, X for one that is not used; see {@link Arrangement}
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param memory elements as wide as the mode's components, or bytes, which are then read in the buffer's byte order
     * @param offset the element where the first pixel begins, counted from the buffer's index 0
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode, or as {@link #of(Mode, int, int, AlphaType,
     *     Plane...)}
     */
    public static PixelLayout interleaved(
            Mode mode,
            int width,
            int height,
            String order,
            AlphaType alpha,
            Buffer memory,
            long offset,
            long lineStride) {
        return of(mode, width, height, alpha, Placement.interleaved(mode, order, memory, offset, lineStride));
    }

    /**
     * Describes pixels whose components are neighbouring floating-point or signed numbers. Alpha is straight.
     *
     * @param mode a non-planar mode, whose values the range is mapped to
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order a letter for each element of a pixel, X for one that is not used; see {@link Arrangement}
     * @param range the numbers that stand for a component's smallest and largest value
     * @param memory a {@link java.nio.FloatBuffer}, or a buffer of signed bytes, shorts or ints
     * @param offset the element where the first pixel begins, counted from the buffer's index 0
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode, or as {@link #of(Mode, int, int, AlphaType,
     *     Plane...)}
     */
    public static PixelLayout ranged(
            Mode mode,
            int width,
            int height,
            String order,
            Plane.Range range,
            Buffer memory,
            long offset,
            long lineStride) {
        Field[] fields = Placement.ranged(mode, order, range, true, memory, offset, lineStride);
        return of(mode, width, height, usualAlpha(mode), fields);
    }

    /**
     * Describes pixels whose components are neighbouring unsigned numbers, of which a range matters: 16-bit measurements
     * with a display window of 0 to 4095. Alpha is straight.
     *
     * @param mode a non-planar mode, whose values the range is mapped to
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order a letter for each element of a pixel, X for one that is not used; see {@link Arrangement}
     * @param range the numbers that stand for a component's smallest and largest value
     * @param memory a buffer of unsigned bytes, shorts or ints
     * @param offset the element where the first pixel begins, counted from the buffer's index 0
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode, or as {@link #of(Mode, int, int, AlphaType,
     *     Plane...)}
     */
    public static PixelLayout rangedUnsigned(
            Mode mode,
            int width,
            int height,
            String order,
            Plane.Range range,
            Buffer memory,
            long offset,
            long lineStride) {
        Field[] fields = Placement.ranged(mode, order, range, false, memory, offset, lineStride);
        return of(mode, width, height, usualAlpha(mode), fields);
    }

    /**
     * Describes pixels of one element each, whose components are fields of its bits: {@code "ARGB"} in ints, {@code
     * "R5G6B5"} in shorts.
     *
     * @param mode a non-planar mode with components at least as wide as the fields
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param order the fields from the highest bit to the lowest; see {@link Arrangement}
     * @param alpha {@link AlphaType#OPAQUE} if and only if the mode has no alpha
     * @param memory a {@link ByteBuffer}, {@link ShortBuffer} or {@link IntBuffer} with a pixel in each element
     * @param offset the element of the first pixel, counted from the buffer's index 0
     * @param lineStride the distance from one row to the next, in elements
     * @return the layout
     * @throws IllegalArgumentException if the order does not fit the mode or the elements, or as {@link #of(Mode, int,
     *     int, AlphaType, Plane...)}
     */
    public static PixelLayout packed(
            Mode mode,
            int width,
            int height,
            String order,
            AlphaType alpha,
            Buffer memory,
            long offset,
            long lineStride) {
        return of(mode, width, height, alpha, Placement.packed(mode, order, memory, offset, lineStride));
    }

    /**
     * Describes 8-bit pixels packed into ints as {@code 0xAARRGGBB}, the usual memory of Java's toolkits, from the
     * buffer's position on.
     *
     * @param pixels an int for each pixel, rows from the top without gaps
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param alpha {@link AlphaType#OPAQUE} makes an RGB image that ignores the highest 8 bits, the others an RGBA image
     * @return the layout
     * @throws IllegalArgumentException if the size is not possible or the buffer too small
     */
    public static PixelLayout argb(IntBuffer pixels, int width, int height, AlphaType alpha) {
        boolean opaque = alpha == AlphaType.OPAQUE;
        return packed(
                opaque ? Mode.RGB : Mode.RGBA,
                width,
                height,
                opaque ? "XRGB" : "ARGB",
                alpha,
                pixels,
                pixels.position(),
                width);
    }

    /**
     * Describes an image whose components lie in buffers of their own, each from the buffer's position on, rows without
     * gaps. Alpha is straight.
     *
     * @param mode the image's mode; in planar modes the buffers of chroma hold a quarter as many samples
     * @param width the image's width in pixels
     * @param height the image's height in pixels
     * @param components one for each component, in the mode's order: elements as wide as a component, or bytes, which
     *     are then read in the buffer's byte order
     * @return the layout
     * @throws IllegalArgumentException if the size is not possible, or the number, the kind or the length of the
     *     buffers does not fit
     */
    public static PixelLayout planar(Mode mode, int width, int height, Buffer... components) {
        mode.checkSize(width, height);
        checkNumber(mode, components.length);
        return of(mode, width, height, usualAlpha(mode), Placement.planar(mode, width, components));
    }

    /** Checks what was asked for; the fields have buffers of their own. */
    private static PixelLayout of(Mode mode, int width, int height, AlphaType alpha, Field[] fields) {
        mode.checkSize(width, height);
        Objects.requireNonNull(alpha, "alpha");
        checkNumber(mode, fields.length);
        if (mode.hasAlpha() == (alpha == AlphaType.OPAQUE)) {
            throw new IllegalArgumentException(mode
                    + (mode.hasAlpha()
                            ? " has alpha, so its layout is STRAIGHT or PREMULTIPLIED, not "
                            : " has no alpha, so its layout is OPAQUE, not ")
                    + alpha + " [errors.md#alpha-type]");
        }
        Bounds.check(mode, width, height, fields);
        ImageSize size = new ImageSize(width, height);
        return new PixelLayout(mode, size, alpha, fields, refusesWriting(mode, size, fields));
    }

    private static void checkNumber(Mode mode, int planes) {
        if (planes != mode.components()) {
            throw new IllegalArgumentException(
                    mode + " has the components " + mode.componentNames() + " and needs a plane for each, "
                            + mode.components() + " in all, not " + planes + " [errors.md#number-of-planes]");
        }
    }

    private static AlphaType usualAlpha(Mode mode) {
        return mode.hasAlpha() ? AlphaType.STRAIGHT : AlphaType.OPAQUE;
    }

    private static boolean refusesWriting(Mode mode, ImageSize size, Field[] fields) {
        for (Field field : fields) {
            if (field.readOnly()) {
                return true;
            }
        }
        return Aliasing.exists(mode, size, fields);
    }

    /**
     * The image's mode.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * The image's size in pixels.
     *
     * @return the size
     */
    public ImageSize size() {
        return size;
    }

    /**
     * How colours in memory relate to alpha.
     *
     * @return the alpha type
     */
    public AlphaType alpha() {
        return alpha;
    }

    /**
     * Where each component lies.
     *
     * @return an unmodifiable list in the mode's component order
     */
    public List<Plane> planes() {
        Plane[] planes = new Plane[fields.length];
        Arrays.setAll(planes, this::plane);
        return List.of(planes);
    }

    /**
     * The buffer that all planes lie in, for code that uses the memory as a whole. The planes' offsets count its elements.
     *
     * @return the buffer, with a position and limit of its own; empty if the planes lie in several
     */
    public Optional<Buffer> memory() {
        Buffer first = fields[0].memory();
        for (Field field : fields) {
            if (field.memory() != first) {
                return Optional.empty();
            }
        }
        return Optional.of(fields[0].view());
    }

    /**
     * Whether the memory refuses to be written.
     *
     * @return true if any plane's buffer is read-only, or two samples are the same bits in memory, so that writing one
     *     would change the other: a stride of 0, or a plane given twice (L-3)
     */
    public boolean readOnly() {
        return readOnly;
    }

    /** What a component's plane stands for, for inner loops. */
    Field field(int component) {
        return fields[component];
    }

    /**
     * Where a component lies.
     *
     * @param component its index
     * @return the component's plane
     * @throws IndexOutOfBoundsException if the mode has no such component
     */
    public Plane plane(int component) {
        return new Plane(fields[component]);
    }

    /**
     * Whether the samples lie one after the other in the PEP's own order (P-15, P-20) in one buffer, straight,
     * unscaled, each in an element of its own. Then they are the elements from {@code planes().get(0).offset()}
     * on.
     *
     * @return true if a copy of the memory is a copy of {@link ImageBuffer}'s samples
     */
    public boolean canonical() {
        long next = fields[0].offset();
        Buffer memory = fields[0].memory();
        int count = fields.length;
        for (int c = 0; c < count; c++) {
            Field plane = fields[c];
            ImageSize extent = mode.planeSize(c, size.width(), size.height());
            long pixelStride = mode.planar() ? 1 : count;
            if (plane.memory() != memory
                    || !plane.wholeElements()
                    || plane.bits() != mode.bitsPerComponent()
                    || plane.offset() != next
                    || (extent.width() > 1 && plane.pixelStride() != pixelStride)
                    || (extent.height() > 1 && plane.lineStride() != pixelStride * extent.width())) {
                return false;
            }
            next += mode.planar() ? (long) extent.width() * extent.height() : 1;
        }
        return alpha != AlphaType.PREMULTIPLIED;
    }

    /**
     * What this layout is, in the words that other libraries use. A grey image is interleaved with one component, or
     * packed if it is some bits of each element.
     *
     * @return how plain samples lie, or {@link Arrangement.Other}
     */
    public Arrangement arrangement() {
        return Recognition.of(mode, size.width(), fields, this::planes);
    }

    /**
     * The same memory, which cannot be written through the new layout.
     *
     * @return this layout if it is read-only already
     */
    public PixelLayout asReadOnly() {
        if (readOnly) {
            return this;
        }
        return new PixelLayout(mode, size, alpha, each(Field::asReadOnly), true);
    }

    /**
     * The same layout on memory that somebody may free: native memory of a foreign image.
     *
     * @param owner is kept, and asked before the memory is touched; it is called by each thread that uses the image
     * @return a layout that throws {@link IllegalStateException} once {@code owner} is not alive
     */
    public PixelLayout ownedBy(Plane.Owner owner) {
        Objects.requireNonNull(owner, "owner");
        boolean concurrent = owner.concurrent();
        return new PixelLayout(mode, size, alpha, each(field -> field.whileAlive(owner::alive, concurrent)), readOnly);
    }

    /**
     * A rectangle of the image, on the same memory.
     *
     * @param x its left column
     * @param y its top row
     * @param width its width
     * @param height its height
     * @return the layout of the rectangle
     * @throws IndexOutOfBoundsException if it is not within the image or a side is negative
     * @throws IllegalArgumentException if a side is 0, or, in planar modes, an edge is odd
     */
    public PixelLayout crop(int x, int y, int width, int height) {
        Selection.checkRectangle(mode, size, x, y, width, height);
        return select(Slice.of(x, (long) x + width), Slice.of(y, (long) y + height));
    }

    /**
     * Selected columns and rows, on the same memory: crop, mirror and thin out with Python's slices.
     *
     * @param columns which columns
     * @param rows which rows
     * @return the layout of the selection
     * @throws IllegalArgumentException if nothing is selected (AMB-3), or if a planar mode's chroma samples
     *     would be cut apart: there, steps must be 1 or −1 and edges even
     */
    public PixelLayout select(Slice columns, Slice rows) {
        Selection selection = Selection.of(mode, size, columns, rows);
        Field[] selected = new Field[fields.length];
        for (int c = 0; c < fields.length; c++) {
            Field field = fields[c];
            Slice.Selection x = selection.columns(c);
            Slice.Selection y = selection.rows(c);
            selected[c] = field.at(
                    field.index(x.first(), y.first()), field.pixelStride() * x.step(), field.lineStride() * y.step());
        }
        return part(mode, selection.size(), alpha, selected);
    }

    /**
     * The image mirrored left to right, on the same memory.
     *
     * @return the layout of the mirrored image
     */
    public PixelLayout flipLeftRight() {
        return select(Slice.ALL.by(-1), Slice.ALL);
    }

    /**
     * The image mirrored top to bottom, on the same memory.
     *
     * @return the layout of the mirrored image
     */
    public PixelLayout flipTopBottom() {
        return select(Slice.ALL, Slice.ALL.by(-1));
    }

    /**
     * The image mirrored at its main diagonal: column x, row y becomes column y, row x; on the same memory.
     *
     * @return the layout of the mirrored image
     */
    public PixelLayout transpose() {
        Field[] mirrored = each(field -> field.at(field.offset(), field.lineStride(), field.pixelStride()));
        return part(mode, new ImageSize(size.height(), size.width()), alpha, mirrored);
    }

    /**
     * The image turned a quarter counterclockwise (P-35), on the same memory.
     *
     * @return the layout of the turned image
     */
    public PixelLayout rotate90() {
        return transpose().flipTopBottom();
    }

    /**
     * The image turned upside down (P-35), on the same memory.
     *
     * @return the layout of the turned image
     */
    public PixelLayout rotate180() {
        return select(Slice.ALL.by(-1), Slice.ALL.by(-1));
    }

    /**
     * The image turned three quarters counterclockwise, which is one clockwise (P-35), on the same memory.
     *
     * @return the layout of the turned image
     */
    public PixelLayout rotate270() {
        return transpose().flipLeftRight();
    }

    /**
     * One component as a greyscale image, on the same memory. Writing the alpha of {@linkplain
     * AlphaType#PREMULTIPLIED premultiplied} memory this way leaves the stored colours, which then mean others;
     * {@link Views#component} keeps them.
     *
     * @param name the component's name
     * @return a layout of mode L, L16 or L32, in planar modes of the size of the component's plane
     * @throws UnsupportedOperationException if the mode has no such component, or if it is a colour in
     *     {@linkplain AlphaType#PREMULTIPLIED premultiplied} memory, whose value depends on alpha too
     */
    public PixelLayout component(String name) {
        int c = mode.componentIndex(name);
        if (alpha == AlphaType.PREMULTIPLIED && c < fields.length - 1) {
            throw new UnsupportedOperationException(
                    "The component " + name + " of a " + describe() + " is stored premultiplied and cannot be read"
                            + " without alpha; use Views.component, which computes it"
                            + " [errors.md#premultiplied-component]");
        }
        ImageSize plane = mode.planeSize(c, size.width(), size.height());
        return part(mode.componentMode(), plane, AlphaType.OPAQUE, fields[c]);
    }

    /** Samples of this layout; they may alias one another no more, but no new ones do. */
    private PixelLayout part(Mode partMode, ImageSize partSize, AlphaType partAlpha, Field... parts) {
        boolean refuses = readOnly && refusesWriting(partMode, partSize, parts);
        return new PixelLayout(partMode, partSize, partAlpha, parts, refuses);
    }

    private Field[] each(UnaryOperator<Field> change) {
        return Arrays.stream(fields).map(change).toArray(Field[]::new);
    }

    /**
     * The image's samples by rows, straight and scaled to the mode's range: the fast way to read and write
     * them. It keeps no state, so several threads may use it at once.
     *
     * @return live access to the memory
     * @throws UnsupportedOperationException if the mode is planar; take {@link #component} first
     */
    public SampleRows rows() {
        if (mode.planar()) {
            throw new UnsupportedOperationException(mode
                    + " is planar and has no rows of whole pixels; use the rows of component(\"y\") and so on"
                    + " [errors.md#planar-pixels]");
        }
        return new PlaneRows(fields, mode.bitsPerComponent(), alpha == AlphaType.PREMULTIPLIED, readOnly);
    }

    private String describe() {
        return Checks.describe(mode, size);
    }

    /** Layouts are equal if they describe the same image in the same memory; see {@link Plane#sharesMemory}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PixelLayout layout
                && mode == layout.mode
                && alpha == layout.alpha
                && size.equals(layout.size)
                && planes().equals(layout.planes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, alpha, size, planes());
    }

    /** Mode, size, alpha type and planes, for people. */
    @Override
    public String toString() {
        return describe() + ", " + alpha.name().toLowerCase(Locale.ROOT) + ", planes " + Arrays.toString(fields)
                + (readOnly() ? ", read-only" : "");
    }
}
