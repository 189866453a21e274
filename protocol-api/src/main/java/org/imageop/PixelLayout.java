package org.imageop;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.imageop.internal.arrangement.ComponentOrder;
import org.imageop.internal.arrangement.Recognition;
import org.imageop.internal.checks.Checks;
import org.imageop.internal.memory.Aliasing;
import org.imageop.internal.memory.Field;
import org.imageop.internal.rows.PlaneRows;
import org.imageop.internal.views.Selections;
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
    private final List<Plane> planes;

    /** What the planes stand for, for inner loops. */
    private final Field[] fields;

    private final boolean readOnly;

    /** @param mayRefuse false for a part or a turn of a layout that can be written: it can be written too */
    private PixelLayout(Mode mode, ImageSize size, AlphaType alpha, List<Plane> planes, boolean mayRefuse) {
        this.mode = mode;
        this.size = size;
        this.alpha = alpha;
        this.planes = planes;
        this.fields = planes.stream().map(Plane::field).toArray(Field[]::new);
        this.readOnly = mayRefuse && refusesWriting();
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
        mode.checkSize(width, height);
        Objects.requireNonNull(alpha, "alpha");
        checkNumber(mode, planes.length);
        if (mode.hasAlpha() == (alpha == AlphaType.OPAQUE)) {
            throw new IllegalArgumentException(mode
                    + (mode.hasAlpha()
                            ? " has alpha, so its layout is STRAIGHT or PREMULTIPLIED, not "
                            : " has no alpha, so its layout is OPAQUE, not ")
                    + alpha + " [errors.md#alpha-type]");
        }
        for (int c = 0; c < planes.length; c++) {
            check(mode, c, mode.planeSize(c, width, height), planes[c]);
        }
        return new PixelLayout(mode, new ImageSize(width, height), alpha, ownBuffers(planes), true);
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
        Buffer samples = samples(mode, memory);
        Plane[] planes = new Plane[mode.components()];
        long offset = samples.position();
        for (int c = 0; c < planes.length; c++) {
            ImageSize plane = mode.planeSize(c, width, height);
            if (mode.planar()) {
                planes[c] = Plane.of(samples, offset, 1, plane.width());
                offset += (long) plane.width() * plane.height();
            } else {
                planes[c] = Plane.of(samples, offset + c, planes.length, (long) width * planes.length);
            }
        }
        return of(mode, width, height, usualAlpha(mode), planes);
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
        checkPixels(mode, order);
        // a duplicate forgets the byte order
        Buffer samples = samples(
                mode,
                memory instanceof ByteBuffer bytes
                        ? bytes.duplicate().order(bytes.order()).position(0)
                        : memory);
        int[] elements = ComponentOrder.elements(order, mode.componentNames());
        Plane[] planes = new Plane[elements.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.of(samples, offset + elements[c], order.length(), lineStride);
        }
        return of(mode, width, height, alpha, planes);
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
        return ranged(
                mode,
                width,
                height,
                order,
                element -> Plane.ranged(memory, offset + element, order.length(), lineStride, range));
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
        return ranged(
                mode,
                width,
                height,
                order,
                element -> Plane.rangedUnsigned(memory, offset + element, order.length(), lineStride, range));
    }

    private static PixelLayout ranged(Mode mode, int width, int height, String order, IntFunction<Plane> plane) {
        checkPixels(mode, order);
        Plane[] planes = IntStream.of(ComponentOrder.elements(order, mode.componentNames()))
                .mapToObj(plane)
                .toArray(Plane[]::new);
        return of(mode, width, height, usualAlpha(mode), planes);
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
        checkPixels(mode, order);
        ComponentOrder.Bits[] fields = ComponentOrder.fields(order, mode.componentNames(), Field.elementBits(memory));
        Plane[] planes = new Plane[fields.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = Plane.packed(memory, offset, 1, lineStride, fields[c].shift(), fields[c].bits());
        }
        return of(mode, width, height, alpha, planes);
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
        Plane[] planes = new Plane[components.length];
        for (int c = 0; c < planes.length; c++) {
            Buffer samples = samples(mode, components[c]);
            planes[c] = Plane.of(
                    samples,
                    samples.position(),
                    1,
                    mode.planeSize(c, width, height).width());
        }
        return of(mode, width, height, usualAlpha(mode), planes);
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

    private static void checkPixels(Mode mode, String order) {
        if (mode.planar()) {
            throw new IllegalArgumentException(
                    mode + " is planar, and its components are not neighbours in memory as \"" + order
                            + "\" says; describe it with PixelLayout.planar [errors.md#component-order]");
        }
    }

    /** Elements as wide as a component. */
    private static Buffer samples(Mode mode, Buffer memory) {
        int bits = mode.bitsPerComponent();
        if (memory instanceof ByteBuffer bytes) {
            return switch (bits) {
                case 16 -> bytes.slice().order(bytes.order()).asShortBuffer();
                case 32 -> bytes.slice().order(bytes.order()).asIntBuffer();
                default -> memory;
            };
        }
        if (bits == 16 ? memory instanceof ShortBuffer : bits == 32 && memory instanceof IntBuffer) {
            return memory;
        }
        throw new IllegalArgumentException(mode + " has components of " + bits + " bits, which lie in a ByteBuffer"
                + (bits == 16 ? " or ShortBuffer" : bits == 32 ? " or IntBuffer" : "") + ", not in a "
                + memory.getClass().getName() + "; describe other layouts by their planes [errors.md#element-width]");
    }

    /**
     * Keeps the caller's later changes of position and limit away, with one buffer for all planes that share
     * memory: the one that reaches furthest.
     */
    private static List<Plane> ownBuffers(Plane[] planes) {
        Buffer[] own = new Buffer[planes.length];
        Plane[] owned = new Plane[planes.length];
        for (int c = 0; c < planes.length; c++) {
            int widest = c;
            for (int other = planes.length - 1; other >= 0; other--) {
                if (planes[other].sharesMemory(planes[c])
                        && planes[other].field().memory().limit()
                                >= planes[widest].field().memory().limit()) {
                    widest = other;
                }
            }
            if (own[widest] == null) {
                own[widest] = planes[widest].field().memory().duplicate();
            }
            owned[c] = planes[c].in(own[widest]);
        }
        return List.of(owned);
    }

    private static void check(Mode mode, int component, ImageSize size, Plane plane) {
        if (plane.range() == null && plane.bits() > mode.bitsPerComponent()) {
            throw new IllegalArgumentException(
                    name(mode, component) + " has " + mode.bitsPerComponent() + " bits, but its plane has "
                            + plane.bits() + "; use a mode with wider components [errors.md#plane-too-deep]");
        }
        try {
            long across = Math.multiplyExact(plane.pixelStride(), size.width() - 1L);
            long down = Math.multiplyExact(plane.lineStride(), size.height() - 1L);
            long low = Math.addExact(plane.offset(), Math.addExact(Math.min(across, 0), Math.min(down, 0)));
            long high = Math.addExact(plane.offset(), Math.addExact(Math.max(across, 0), Math.max(down, 0)));
            int limit = plane.field().memory().limit();
            if (low < 0 || high >= limit) {
                throw new IllegalArgumentException(
                        "The plane of " + name(mode, component) + ", " + size.width() + "×" + size.height()
                                + " samples (" + plane + "), covers the elements " + low + " to " + high
                                + ", but its buffer has " + limit + (limit == 1 ? " element" : " elements")
                                + " [errors.md#plane-beyond-memory]");
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The strides of " + name(mode, component) + " (" + plane
                            + ") lead to positions of more than 64 bits [errors.md#plane-beyond-memory]",
                    e);
        }
    }

    private static String name(Mode mode, int component) {
        return mode + "." + mode.componentNames().get(component);
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
        return planes;
    }

    /**
     * The buffer that all planes lie in, for handing memory on as a whole. The planes' offsets count its elements.
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

    private boolean refusesWriting() {
        int[] widths = new int[fields.length];
        int[] heights = new int[fields.length];
        for (int c = 0; c < fields.length; c++) {
            if (fields[c].readOnly()) {
                return true;
            }
            ImageSize plane = mode.planeSize(c, size.width(), size.height());
            widths[c] = plane.width();
            heights[c] = plane.height();
        }
        return Aliasing.exists(fields, widths, heights);
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
        return planes.get(component);
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
        return Recognition.of(mode, size.width(), planes, fields);
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
        return new PixelLayout(
                mode, size, alpha, planes.stream().map(Plane::asReadOnly).toList(), true);
    }

    /**
     * The same layout on memory that somebody may free: native memory of a foreign image.
     *
     * @param owner is kept, and asked before the memory is touched; it is called by each thread that uses the image
     * @return a layout that throws {@link IllegalStateException} once {@code owner} is not alive
     */
    public PixelLayout ownedBy(Plane.Owner owner) {
        return new PixelLayout(
                mode, size, alpha, planes.stream().map(p -> p.ownedBy(owner)).toList(), readOnly);
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
        Selections.checkRectangle(mode, size, x, y, width, height);
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
        Slice.Selection sx = columns.on(size.width());
        Slice.Selection sy = rows.on(size.height());
        Selections.checkNotEmpty(mode, size, columns, rows);
        List<Plane> selected = new ArrayList<>(planes.size());
        for (int c = 0; c < planes.size(); c++) {
            Mode.Subsampling sub = mode.subsampling().get(c);
            Plane plane = planes.get(c);
            Slice.Selection x = Selections.onPlane(mode, sx, sub.x());
            Slice.Selection y = Selections.onPlane(mode, sy, sub.y());
            selected.add(plane.at(
                    plane.index(x.first(), y.first()), plane.pixelStride() * x.step(), plane.lineStride() * y.step()));
        }
        return new PixelLayout(
                mode, new ImageSize((int) sx.count(), (int) sy.count()), alpha, List.copyOf(selected), readOnly);
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
        List<Plane> mirrored = planes.stream()
                .map(p -> p.at(p.offset(), p.lineStride(), p.pixelStride()))
                .toList();
        return new PixelLayout(mode, new ImageSize(size.height(), size.width()), alpha, mirrored, readOnly);
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
        if (alpha == AlphaType.PREMULTIPLIED && c < planes.size() - 1) {
            throw new UnsupportedOperationException(
                    "The component " + name + " of a " + describe() + " is stored premultiplied and cannot be read"
                            + " without alpha; use Views.component, which computes it"
                            + " [errors.md#premultiplied-component]");
        }
        return new PixelLayout(
                mode.componentMode(),
                mode.planeSize(c, size.width(), size.height()),
                AlphaType.OPAQUE,
                List.of(planes.get(c)),
                readOnly);
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
                && planes.equals(layout.planes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode, alpha, size, planes);
    }

    /** Mode, size, alpha type and planes, for people. */
    @Override
    public String toString() {
        return describe() + ", " + alpha.name().toLowerCase(Locale.ROOT) + ", planes " + planes
                + (readOnly() ? ", read-only" : "");
    }
}
